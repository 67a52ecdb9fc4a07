import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseLevels, linearLevels, logLevels } from '../../../src/figures/contour/contour-levels.js'

describe('levels', () => {
  it('linear ones are round numbers', () => {
    expect(linearLevels(0, 10, 4)).toEqual([2, 4, 6, 8])
    expect(linearLevels(-1, 1, 8)).toEqual([-0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8])
    expect(linearLevels(3, 3, 8)).toEqual([])
  })

  it('logarithmic ones go by 1, 2 and 5, by 1 and 3, or by tens', () => {
    expect(logLevels(0.3, 40, 8)).toEqual([0.5, 1, 2, 5, 10, 20])
    expect(logLevels(0.05, 400, 6)).toEqual([0.1, 0.3, 1, 3, 10, 30, 100, 300])
    expect(logLevels(1e-6, 1e3, 8)).toEqual([1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100])
  })

  it('lie between the ends, rise, and are about as many as asked for', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(
        number,
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 3, max: 20 }),
        (low, span, count) => {
          const levels = linearLevels(low, low + span, count)
          expect(levels.length).toBeGreaterThanOrEqual(count / 2 - 1)
          expect(levels.length).toBeLessThanOrEqual(2 * count + 2)
          levels.forEach((level, k) => {
            expect(level).toBeGreaterThan(k === 0 ? low - 1e-6 * Math.abs(low) : (levels[k - 1] ?? 0))
            expect(level).toBeLessThan(low + span + 1e-6 * Math.abs(low + span))
          })
        },
      ),
    )
  })

  it('a bowl gets logarithmic ones by itself, its minimum of 0 notwithstanding', () => {
    const values = Array.from({ length: 1000 }, (_, k) => (k / 200) ** 2)
    const levels = chooseLevels('test', values, 8, 'auto')
    expect(levels).toContain(0.01)
    expect(levels).toContain(10)
    expect(chooseLevels('test', values, 8, 'linear')).not.toContain(0.01)
  })
})
