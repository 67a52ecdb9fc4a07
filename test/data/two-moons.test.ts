import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoMoons } from '../../src/data/index.js'
import { at } from '../../src/math/entries.js'

describe('twoMoons', () => {
  it('lies on two half circles of radius 1 when there is no noise', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { X, Y } = twoMoons({ samples: 20, noise: 0, seed })
        Y.values.forEach((target, m) => {
          const [x, y] = [at(X, 0, m), at(X, 1, m)]
          expect(target).toBe(m % 2)
          expect(target === 0 ? Math.hypot(x, y) : Math.hypot(x - 1, y - 0.5)).toBeCloseTo(1, 12)
          expect(target === 0 ? y >= 0 : y <= 0.5).toBe(true)
        })
      }),
    )
  })

  it('reaches into all parts of its half circles', () => {
    const { X } = twoMoons({ samples: 400, noise: 0 })
    const octants = new Set<string>()
    for (let m = 0; m < 400; m += 2)
      octants.add(String(Math.floor((8 * Math.atan2(at(X, 1, m), at(X, 0, m))) / Math.PI)))
    expect(octants.size).toBe(8)
  })

  it('has 200 samples with noise 0.1 unless told otherwise', () => {
    expect(twoMoons()).toEqual(twoMoons({ samples: 200, noise: 0.1, seed: 1 }))
  })
})
