import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thinned } from '../../../src/figures/marks/thinned.js'

describe('thinned()', () => {
  it('keeps the ends, the extremes and the order, and not too many points', () => {
    const values = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), {
      minLength: 300,
      maxLength: 3000,
    })
    fc.assert(
      fc.property(values, (y) => {
        const x = y.map((_, k) => k)
        const less = thinned(x, y, 200)
        const numbers = y.filter((value) => value !== null)
        expect(less.x.length).toBeLessThanOrEqual(270)
        expect([less.x[0], less.x.at(-1)]).toEqual([0, y.length - 1])
        expect(less.x.every((value, k) => k === 0 || Number(value) > Number(less.x[k - 1]))).toBe(true)
        if (numbers.length > 0) {
          expect(less.y).toContain(Math.min(...numbers))
          expect(less.y).toContain(Math.max(...numbers))
        }
        expect(less.y.includes(null)).toBe(y.includes(null))
      }),
    )
  })

  it('leaves a short line alone', () => {
    expect(thinned([1, 2], [3, null])).toEqual({ x: [1, 2], y: [3, null] })
  })
})
