import { describe, expect, it } from 'vitest'
import { align } from './align.js'
import { reach } from './reach.js'

const sizes = ['2-4-1, 4', '4-16-1, 392', '784-128-10, 64', '784-128-10, 1000']

describe('the tables of npm run bench', () => {
  it('say of each goal whether it was reached, and by how much', () => {
    const rows = reach(
      [1, 100, 100, 100],
      { cpu: [2, 200, 0, 0], wasm: [2, 90, 100, 101], numpy: [24, 50, 0, 0] },
      sizes,
    )
    expect(rows.map((row) => row[2])).toEqual([
      'reached, 2.00 ×',
      'reached, 2.00 ×',
      'missed, 24.0 ×',
      'reached, 2.00 ×',
      'missed, 0.900 ×',
      'reached, 0.500 ×',
      'reached, 1.00 ×',
      'reached, 1.01 ×',
    ])
    expect(rows[5]?.slice(0, 2)).toEqual(['4-16-1, 392', 'at least half as fast as numpy'])
  })

  it('say so where a baseline is missing', () => {
    const rows = reach([1, 1, 1, 1], { cpu: [2, 2, 2, 2], wasm: [2, 2, 2, 2], numpy: undefined }, sizes)
    expect(rows.filter((row) => row[2] === 'not measured')).toHaveLength(2)
  })

  it('stand in columns', () => {
    expect(
      align([
        ['a', 'bc'],
        ['def', 'g'],
      ]),
    ).toBe('a     bc\ndef    g')
  })
})
