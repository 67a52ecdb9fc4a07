import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cars, features, penguins, split, standardize } from '../../src/data/index.js'
import { rowOf, toRows } from '../../src/math/entries.js'
import { matrix } from '../../src/math/matrix.js'
import { ShapeError } from '../../src/math/shape-error.js'
import { meanOf } from './columns.js'

/** A feature that varies: no two of its values are nearer than a millionth of its range. */
const feature = fc
  .uniqueArray(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 2, maxLength: 30 })
  .chain((values) =>
    fc.tuple(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), fc.integer()).map(([unit, shift]) => {
      return values.map((value) => (value + (shift % 1000)) * unit)
    }),
  )

describe('standardize', () => {
  it('brings each feature of the training data to mean 0 and standard deviation 1', () => {
    fc.assert(
      fc.property(feature, (values) => {
        const X = matrix([values])
        const scaled = [...standardize(X).transform(X).values]
        expect(meanOf(scaled)).toBeCloseTo(0, 8)
        expect(meanOf(scaled.map((z) => z * z))).toBeCloseTo(1, 8)
      }),
    )
  })

  it('has an inverse that gives the original back', () => {
    fc.assert(
      fc.property(feature, (values) => {
        const X = matrix([values])
        const { transform, inverse } = standardize(X)
        const largest = Math.max(...values.map(Math.abs))
        inverse(transform(X)).values.forEach((x, m) => {
          expect(Math.abs(x - Number(values[m]))).toBeLessThanOrEqual(1e-12 * largest)
        })
      }),
    )
  })

  it('works with the population’s deviation, divided by M', () => {
    const { mean, deviation } = standardize(matrix([[2, 4, 4, 4, 5, 5, 7, 9]]))
    expect(toRows(mean)).toEqual([[5]])
    expect(deviation.values[0]).toBeCloseTo(2, 12)
  })

  it('treats each row by itself: penguins as numpy has them', () => {
    const { mean, deviation } = standardize(features(penguins, ['flipperLength', 'bodyMass']))
    expect(mean.values[0]).toBeCloseTo(200.91520467836258, 10)
    expect(mean.values[1]).toBeCloseTo(4201.754385964912, 9)
    expect(deviation.values[0]).toBeCloseTo(14.0411405685891, 10)
    expect(deviation.values[1]).toBeCloseTo(800.781229238452, 9)
  })

  it('is decided by the training data alone', () => {
    const X = features(cars, ['horsepower', 'weight'])
    const { train, test } = split(X, features(cars, ['fuelUse']))
    const { mean, deviation, transform } = standardize(train.X)
    const scaled = transform(test.X)
    toRows(test.X).forEach((row, i) => {
      const expected = row.map((x) => (x - Number(mean.values[i])) / Number(deviation.values[i]))
      expect([...rowOf(scaled, i).values]).toEqual(expected)
    })
    expect(meanOf([...rowOf(scaled, 0).values])).not.toBeCloseTo(0, 4)
  })

  it('refuses a constant feature and says which row it is', () => {
    const X = matrix([
      [1, 2, 3],
      [0.1, 0.1, 0.1],
    ])
    expect(() => standardize(X)).toThrow(
      'standardize(XTrain): row 1 of XTrain (counted from 0) has the value 0.1 in all 3 samples, so its standard deviation is 0.',
    )
    expect(() => standardize(matrix([[4]]))).toThrow(/only one sample/)
  })

  it('never gives NaN, not for the smallest nor the largest differences', () => {
    for (const values of [
      [0, Number.MIN_VALUE],
      [1, 1 + Number.EPSILON],
      [-8e307, 8e307],
      [1e300, 1e300, 1.0000001e300],
      [1e-200, 2e-200, 4e-200],
    ]) {
      const X = matrix([values])
      const { transform, inverse } = standardize(X)
      const scaled = transform(X)
      expect([...scaled.values].every(Number.isFinite)).toBe(true)
      expect([...inverse(scaled).values].every(Number.isFinite)).toBe(true)
    }
    expect(() => standardize(matrix([[-1.7e308, 1.7e308]]))).toThrow(/too far/)
  })

  it('refuses NaN, rows of another number and what is no matrix', () => {
    const spoilt = matrix([[1, 2]])
    Object.assign(spoilt.values, [1, Number.NaN])
    expect(() => standardize(spoilt)).toThrow(/expected finite numbers in XTrain/)
    const { transform, inverse } = standardize(matrix([[1, 2, 3]]))
    expect(() => transform(matrix([[1], [2]]))).toThrow(ShapeError)
    expect(() => inverse(matrix([[1], [2]]))).toThrow('Z is 2×1, fitted was 1×3. Expected 1 row,')
    // @ts-expect-error: a matrix is expected
    expect(() => standardize([[1, 2]])).toThrow(/expected XTrain to be a Matrix/)
  })
})
