import { describe, expect, test } from 'vitest'
import { nearest } from '../../src/cli/nearest.js'

const words = ['contours-and-gradient', 'backprop', 'training', 'real-data']

describe('nearest()', () => {
  test.each([
    ['bakprop', 'backprop'],
    ['TRAINNING', 'training'],
    ['contours', 'contours-and-gradient'],
    ['realdata', 'real-data'],
  ])('finds for %s %s', (word, expected) => {
    expect(nearest(word, words)).toBe(expected)
  })

  test('finds nothing where nothing is near', () => {
    expect(nearest('transformers', words)).toBeUndefined()
    expect(nearest('x', words)).toBeUndefined()
    expect(nearest('x', [])).toBeUndefined()
  })
})
