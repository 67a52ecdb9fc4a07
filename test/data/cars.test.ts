import { describe, expect, it } from 'vitest'
import { cars, features, leastSquares, standardize } from '../../src/data/index.js'
import { map } from '../../src/math/elementwise.js'
import { meanSquaredError } from '../../src/math/mean-squared-error.js'
import { countOf, meanOf, rangeOf } from './columns.js'

describe('cars', () => {
  it('has the 392 complete cars of UCI Auto MPG: their origins, years and means', () => {
    const { milesPerGallon, cylinders, displacement, horsepower, acceleration, year } = cars.columns
    expect(cars.size).toBe(392)
    expect(countOf(cars.categories.origin.values)).toEqual({ Europe: 68, Japan: 79, USA: 245 })
    expect(meanOf(milesPerGallon.values)).toBeCloseTo(23.44592, 5)
    expect(meanOf(cylinders.values)).toBeCloseTo(5.471939, 6)
    expect(meanOf(displacement.values)).toBeCloseTo(194.412, 3)
    expect(meanOf(horsepower.values)).toBeCloseTo(104.4694, 4)
    expect(meanOf(acceleration.values)).toBeCloseTo(15.54133, 5)
    expect(meanOf(year.values)).toBeCloseTo(1975.97959, 5)
  })

  it('has the models of 1981 in 1981', () => {
    const years = countOf(cars.columns.year.values)
    expect(years).toMatchObject({ 1970: 29, 1973: 40, 1980: 27, 1981: 28, 1982: 30 })
    expect(Object.keys(years)).toHaveLength(13)
  })

  it('has weight in kg: 0.45359237 of the pounds of the original', () => {
    const { weight } = cars.columns
    expect(weight.unit).toBe('kg')
    expect(weight.values[0]).toBe(3504 * 0.45359237)
    expect(meanOf(weight.values) / 0.45359237).toBeCloseTo(2977.584, 3)
    const [lightest, heaviest] = rangeOf(weight.values)
    expect(lightest).toBeGreaterThan(700)
    expect(heaviest).toBeLessThan(2400)
  })

  it('has fuel use in L/100 km: 235.215 through miles per gallon', () => {
    const { fuelUse, milesPerGallon } = cars.columns
    expect(fuelUse.unit).toBe('L/100 km')
    fuelUse.values.forEach((litres, i) => {
      expect(litres * Number(milesPerGallon.values[i])).toBeCloseTo(235.215, 10)
    })
    expect(rangeOf(fuelUse.values)).toEqual([235.215 / 46.6, 235.215 / 9])
  })

  // All 392 cars, input and target standardised over all of them: the error is 1 − r². Checked with numpy.
  it.each([
    ['horsepower', 'milesPerGallon', 0.3940517421],
    ['weight', 'milesPerGallon', 0.3073695669],
    ['horsepower', 'fuelUse', 0.2693023594],
    ['weight', 'fuelUse', 0.2166759171],
  ] as const)('a line in %s leaves of %s the mean squared error %d', (input, target, expected) => {
    const scaled = (key: typeof input | typeof target) => {
      const column = features(cars, [key])
      return standardize(column).transform(column)
    }
    const [X, Y] = [scaled(input), scaled(target)]
    const { slope, intercept } = leastSquares(X, Y)
    expect(
      meanSquaredError(
        map(X, (x) => slope * x + intercept),
        Y,
      ),
    ).toBeCloseTo(expected, 9)
  })
})
