import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { features, leastSquares, penguins, standardize } from '../../src/data/index.js'
import { map } from '../../src/math/elementwise.js'
import { matrix } from '../../src/math/matrix.js'
import { meanSquaredError } from '../../src/math/mean-squared-error.js'
import { ShapeError } from '../../src/math/shape-error.js'

const number = fc.double({ min: -100, max: 100, noNaN: true })
const points = fc.uniqueArray(fc.tuple(fc.integer({ min: -50, max: 50 }), number), {
  minLength: 2,
  maxLength: 20,
  selector: ([x]) => x,
})

describe('leastSquares', () => {
  it('finds the line of the penguins that numpy.linalg.lstsq finds: 49.7 g for each mm of flipper', () => {
    const line = leastSquares(features(penguins, ['flipperLength']), features(penguins, ['bodyMass']))
    expect(line.slope).toBeCloseTo(49.6855664061, 9)
    expect(line.intercept).toBeCloseTo(-5780.8313580771, 7)
  })

  it('has, on standardised penguins, the correlation as slope', () => {
    const X = features(penguins, ['flipperLength'])
    const Y = features(penguins, ['bodyMass'])
    const line = leastSquares(standardize(X).transform(X), standardize(Y).transform(Y))
    expect(line.slope).toBeCloseTo(0.8712017673, 9)
    expect(line.intercept).toBeCloseTo(0, 12)
  })

  it('finds the line that points lie on', () => {
    fc.assert(
      fc.property(points, number, number, (pairs, slope, intercept) => {
        const xs = pairs.map(([x]) => x)
        const found = leastSquares(matrix([xs]), matrix([xs.map((x) => slope * x + intercept)]))
        expect(found.slope).toBeCloseTo(slope, 6)
        expect(found.intercept).toBeCloseTo(intercept, 6)
      }),
    )
  })

  it('is better than any other line', () => {
    fc.assert(
      fc.property(points, number, number, (pairs, slope, intercept) => {
        const X = matrix([pairs.map(([x]) => x)])
        const Y = matrix([pairs.map(([, y]) => y)])
        const best = leastSquares(X, Y)
        const costOf = (a: number, b: number) =>
          meanSquaredError(
            map(X, (x) => a * x + b),
            Y,
          )
        const least = costOf(best.slope, best.intercept)
        expect(least).toBeLessThanOrEqual(costOf(slope, intercept) + 1e-9)
        expect(least).toBeLessThanOrEqual(costOf(best.slope + 1e-3, best.intercept) + 1e-9)
        expect(least).toBeLessThanOrEqual(costOf(best.slope, best.intercept - 1e-3) + 1e-9)
      }),
    )
  })

  it('refuses a constant X', () => {
    expect(() => leastSquares(matrix([[0.1, 0.1, 0.1]]), matrix([[1, 2, 3]]))).toThrow(
      'leastSquares(X, Y): X is 0.1 in all 3 samples. Expected at least two different values',
    )
    expect(() => leastSquares(matrix([[1]]), matrix([[1]]))).toThrow(/only one sample/)
  })

  it('refuses more than one row, unequal columns and numbers whose squares do not fit', () => {
    expect(() => leastSquares(matrix([[1], [2]]), matrix([[1]]))).toThrow(ShapeError)
    expect(() => leastSquares(matrix([[1, 2]]), matrix([[1]]))).toThrow(ShapeError)
    expect(() => leastSquares(matrix([[0, 1e200]]), matrix([[0, 1e200]]))).toThrow(/standardize/)
    expect(() => leastSquares(matrix([[0, 1e-200]]), matrix([[0, 1]]))).toThrow(/standardize/)
  })
})
