import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rings } from '../../src/data/index.js'
import { at } from '../../src/math/entries.js'

describe('rings', () => {
  it('lies on circles of radius 2 (class 0) and 1 (class 1) when there is no noise', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { X, Y } = rings({ samples: 20, noise: 0, seed })
        Y.values.forEach((target, m) => {
          expect(target).toBe(m % 2)
          expect(Math.hypot(at(X, 0, m), at(X, 1, m))).toBeCloseTo(2 - target, 12)
        })
      }),
    )
  })

  it('has 200 samples with noise 0.1 unless told otherwise', () => {
    expect(rings()).toEqual(rings({ samples: 200, noise: 0.1, seed: 1 }))
  })

  it('moves points by normal noise of the standard deviation asked for', () => {
    const [still, moved] = [0, 0.3].map((noise) => rings({ samples: 2000, noise }).X.values)
    const squares = still?.reduce((sum, value, k) => sum + (Number(moved?.[k]) - value) ** 2, 0)
    expect(Math.sqrt(Number(squares) / 4000)).toBeCloseTo(0.3, 1)
  })
})
