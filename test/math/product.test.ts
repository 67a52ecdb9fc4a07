import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addProduct, addProductWithTransposed, addTransposedProduct } from '../../src/math/product.js'
import { randomGenerator } from '../../src/math/random.js'
import { trials } from '../support/trials.js'

/** Sizes on both sides of every boundary: the blocks of 4, the 512 columns and 64 rows worked on at a time. */
const size = fc.oneof(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 40 }))
const innerSize = fc.oneof(size, fc.integer({ min: 62, max: 66 }), fc.integer({ min: 126, max: 130 }))
const width = fc.oneof(size, fc.integer({ min: 510, max: 514 }), fc.integer({ min: 1022, max: 1026 }))
const seed = fc.integer()

function randomValues(length: number, random: { normal(): number }): Float64Array {
  return Float64Array.from({ length }, () => random.normal())
}

function transposed(values: Float64Array, rows: number, columns: number): Float64Array {
  return Float64Array.from({ length: values.length }, (_, t) =>
    Number(values[(t % rows) * columns + Math.floor(t / rows)]),
  )
}

/** C += A·B by the definition, k from first to last. */
function plainProduct(
  C: Float64Array,
  A: Float64Array,
  B: Float64Array,
  n: number,
  inner: number,
  m: number,
) {
  const result = C.slice()
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++)
      for (let k = 0; k < inner; k++)
        result[i * m + j] = Number(result[i * m + j]) + Number(A[i * inner + k]) * Number(B[k * m + j])
  return result
}

/** Index of the first entry that differs, or −1. Quicker than `toEqual` on long arrays. */
function firstDifference(a: Float64Array, b: Float64Array): number {
  return a.findIndex((value, k) => !Object.is(value, b[k]))
}

describe('the products that add to an array', () => {
  it('agree to the last bit with the triple loop, for any sizes', () => {
    fc.assert(
      fc.property(size, innerSize, width, seed, (n, inner, m, seed) => {
        const random = randomGenerator(seed)
        const A = randomValues(n * inner, random)
        const B = randomValues(inner * m, random)
        const start = randomValues(n * m, random)
        const expected = plainProduct(start, A, B, n, inner, m)

        const C = start.slice()
        addProduct(C, A, B, n, inner, m)
        expect(firstDifference(C, expected)).toBe(-1)

        const fromTransposedA = start.slice()
        addTransposedProduct(fromTransposedA, transposed(A, n, inner), B, n, inner, m)
        expect(firstDifference(fromTransposedA, expected)).toBe(-1)

        const fromTransposedB = start.slice()
        addProductWithTransposed(fromTransposedB, A, transposed(B, inner, m), n, inner, m)
        expect(firstDifference(fromTransposedB, expected)).toBe(-1)
      }),
      { numRuns: trials(100) },
    )
  })

  it('leave A and B as they were', () => {
    const [A, B] = [Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8)]
    for (const add of [addProduct, addTransposedProduct, addProductWithTransposed])
      add(new Float64Array(4), A, B, 2, 2, 2)
    expect([A, B]).toEqual([Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8)])
  })
})
