import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastSquares, noisyLine } from '../../src/data/index.js'
import { shapeOf } from '../../src/math/shape-of.js'

const number = fc.double({ min: -10, max: 10, noNaN: true })

describe('noisyLine', () => {
  it('lies on the line when there is no noise, x from −2 to 2', () => {
    fc.assert(
      fc.property(number, number, fc.integer(), (slope, intercept, seed) => {
        const { X, Y } = noisyLine({ samples: 20, slope, intercept, noise: 0, seed })
        expect([shapeOf(X), shapeOf(Y)]).toEqual(['1×20', '1×20'])
        X.values.forEach((x, m) => {
          expect(x >= -2 && x < 2).toBe(true)
          expect(Y.values[m]).toBe(slope * x + intercept)
        })
      }),
    )
  })

  it('lets least squares find slope and intercept again, about', () => {
    const { X, Y } = noisyLine({ samples: 2000, slope: -1.5, intercept: 4, noise: 0.5, seed: 3 })
    const line = leastSquares(X, Y)
    expect(line.slope).toBeCloseTo(-1.5, 1)
    expect(line.intercept).toBeCloseTo(4, 1)
  })

  it('has 50 samples about y = 2x + 1 with noise 0.5 unless told otherwise', () => {
    expect(noisyLine()).toEqual(noisyLine({ samples: 50, slope: 2, intercept: 1, noise: 0.5, seed: 1 }))
  })

  it('refuses a slope or intercept that is no finite number', () => {
    expect(() => noisyLine({ slope: Number.NaN })).toThrow('noisyLine(options): expected slope')
    expect(() => noisyLine({ intercept: Number.POSITIVE_INFINITY })).toThrow('expected intercept')
    expect(() => noisyLine({ slope: 1e308, intercept: 1e308 })).toThrow(RangeError)
  })
})
