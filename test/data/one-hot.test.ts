import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iris, labels, oneHot } from '../../src/data/index.js'
import { toRows } from '../../src/math/entries.js'
import { shapeOf } from '../../src/math/shape-of.js'

const levels = ['a', 'b', 'c', 'd'] as const

describe('oneHot', () => {
  it('puts a 1 where row and label agree, rows in the order of the levels', () => {
    expect(toRows(oneHot(['cat', 'dog', 'cat'], ['dog', 'cat', 'fox']))).toEqual([
      [0, 1, 0],
      [1, 0, 1],
      [0, 0, 0],
    ])
  })

  it('takes the words that occur, in alphabetical order, when no levels are given', () => {
    expect(oneHot(['b', 'c', 'a'])).toEqual(oneHot(['b', 'c', 'a'], ['a', 'b', 'c']))
    expect(shapeOf(oneHot(labels(iris, 'species')))).toBe('3×150')
  })

  it('has one 1 in each column, and gives back the labels', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...levels), { minLength: 1 }), (words) => {
        const rows = toRows(oneHot(words, levels))
        words.forEach((word, j) => {
          const column = rows.map((row) => row[j])
          expect(column.reduce((sum, value) => Number(sum) + Number(value), 0)).toBe(1)
          expect(levels[column.indexOf(1)]).toBe(word)
        })
      }),
    )
  })

  it('refuses a label that is no level and offers the nearest', () => {
    expect(() => oneHot(['setosa', 'virginca'], ['setosa', 'virginica'])).toThrow(
      "oneHot(labels, levels): labels[1] is 'virginca', which is not in levels (setosa, virginica). Did you mean 'virginica'?",
    )
  })

  it('refuses numbers, nothing, and a level that stands twice', () => {
    // @ts-expect-error: strings are expected
    expect(() => oneHot([0, 1])).toThrow(/labels\[0\] to be a string, received 0/)
    // @ts-expect-error: an array is expected
    expect(() => oneHot('setosa')).toThrow(/labels to be an array of strings/)
    expect(() => oneHot([])).toThrow(RangeError)
    expect(() => oneHot(['a'], [])).toThrow(/levels to hold at least one string/)
    expect(() => oneHot(['a'], ['a', 'a'])).toThrow("'a' stands twice")
  })
})
