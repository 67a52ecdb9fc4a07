import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exponential } from '../../src/math/exponential.js'
import { trials } from '../support/trials.js'

const relativeError = (x: number) => Math.abs(exponential(x) / Math.exp(x) - 1)

describe('exponential()', () => {
  it('is e^x to a few units in the last place, up to its limit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -690, max: 690, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (x, near) => {
          expect(relativeError(x)).toBeLessThan(1e-15)
          expect(relativeError(near)).toBeLessThan(1e-15)
        },
      ),
      { numRuns: trials(20_000) },
    )
  })

  it('is right where one entry of its table gives way to the next', () => {
    let worst = 0
    for (let i = -63_700; i <= 63_700; i++) {
      const edge = ((i + 0.5) * Math.LN2) / 64
      for (const x of [edge * (1 - 1e-15), edge, edge * (1 + 1e-15)])
        if (Math.abs(x) <= 690) worst = Math.max(worst, relativeError(x))
    }
    expect(worst).toBeLessThan(1e-15)
  })

  it('stays finite and above 0 for any number, and keeps NaN', () => {
    for (const x of [690, 691, 1e308, Number.POSITIVE_INFINITY])
      expect(exponential(x)).toBeCloseTo(Math.exp(690), -287)
    for (const x of [-690, -1e308, Number.NEGATIVE_INFINITY]) {
      expect(exponential(x)).toBeGreaterThan(0)
      expect(exponential(x)).toBeLessThan(1e-299)
    }
    expect(exponential(Number.NaN)).toBeNaN()
    expect([exponential(0), exponential(-0)]).toEqual([1, 1])
  })
})
