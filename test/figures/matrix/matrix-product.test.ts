import { describe, expect, it } from 'vitest'
import { matrixProduct } from '../../../src/figures/matrix/matrix-product.js'
import { matrix, ones, ShapeError } from '../../../src/math/index.js'
import { expectGolden } from '../../support/golden.js'

const A = matrix([
  [0, 2],
  [3, -2],
  [-3, -2],
])
const B = matrix([
  [0.5, 2, -1, -0.5],
  [0.5, 1, -2, 1],
])

describe('matrixProduct()', () => {
  it('is the golden figure', () => {
    expectGolden('matrix-product', matrixProduct(A, B, { row: 1, column: 2, names: ['W1', 'X', 'W1·X'] }))
  })

  it('frames the row, the column and the entry that they make', () => {
    const { layout } = matrixProduct(A, B, { row: 1, column: 2 })
    expect(layout['shapes']).toMatchObject([
      { xref: 'x', yref: 'y', x0: 0.5, x1: 2.5, y0: 1.5, y1: 2.5 },
      { xref: 'x2', yref: 'y2', x0: 2.5, x1: 3.5, y0: 0.5, y1: 2.5 },
      { xref: 'x3', yref: 'y3', x0: 2.5, x1: 3.5, y0: 1.5, y1: 2.5 },
    ])
    expect(layout.meta.summary).toContain('Row 2 of A is 3 and −2, column 3 of B is −1 and −2;')
  })

  it('refuses inner sizes that differ, with both shapes', () => {
    expect(() => matrixProduct(A, A)).toThrow(ShapeError)
    expect(() => matrixProduct(A, A)).toThrow('3×2 by 3×2')
  })

  it('refuses a row or column that is not there, a matrix too large to read, and unknown options', () => {
    expect(() => matrixProduct(A, B, { row: 3 })).toThrow('row')
    expect(() => matrixProduct(A, B, { column: -1 })).toThrow('column')
    expect(() => matrixProduct(ones(11, 2), B)).toThrow('A is 11×2')
    // @ts-expect-error a typo
    expect(() => matrixProduct(A, B, { colum: 1 })).toThrow('Did you mean `column`')
  })
})
