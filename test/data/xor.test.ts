import { describe, expect, it } from 'vitest'
import { xor } from '../../src/data/index.js'
import { toRows } from '../../src/math/entries.js'

describe('xor', () => {
  it('is the truth table with 4 samples and no noise, which are the defaults', () => {
    expect(xor()).toEqual(xor({ samples: 4, noise: 0, seed: 1 }))
    const { X, Y, labels } = xor({ samples: 4, noise: 0, seed: 99 })
    expect(toRows(X)).toEqual([
      [0, 0, 1, 1],
      [0, 1, 0, 1],
    ])
    expect(toRows(Y)).toEqual([[0, 1, 1, 0]])
    expect(labels).toEqual(['equal', 'different', 'different', 'equal'])
  })

  it('goes round the four corners with more samples', () => {
    const { X, Y } = xor({ samples: 10 })
    expect([...X.values.slice(0, 10)]).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 0, 0])
    expect([...Y.values]).toEqual([0, 1, 1, 0, 0, 1, 1, 0, 0, 1])
  })
})
