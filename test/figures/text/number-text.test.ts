import { describe, expect, it } from 'vitest'
import {
  countText,
  listText,
  numberText,
  pointText,
  sentenceCase,
} from '../../../src/figures/text/number-text.js'

describe('numberText()', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [5, '5'],
    [-2.5, '−2.5'],
    [0.1 + 0.2, '0.3'],
    [24.75, '24.8'],
    [123.456, '123'],
    [4321, '4321'],
    [0.001234, '0.00123'],
    [0.00012, '1.2·10⁻⁴'],
    [1e-5, '10⁻⁵'],
    [-1e7, '−10⁷'],
    [2.5e12, '2.5·10¹²'],
    [999.96, '1000'],
    [0.9999, '1'],
  ])('%d is %s', (value, text) => {
    expect(numberText(value)).toBe(text)
  })

  it.each([
    [3, '3'],
    [0.0432, '0.0432'],
    [1 / 3, '0.3333'],
    [1234.56, '1235'],
    [0.00001234, '1.234·10⁻⁵'],
    [1e12, '10¹²'],
    [Number.NaN, 'not a number'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%d with four digits, as in tables, is %s', (value, text) => {
    expect(numberText(value, 4)).toBe(text)
  })

  it('points, counts and lists read as sentences do', () => {
    expect(pointText([1, -2.5])).toBe('(1, −2.5)')
    expect(countText(1, 'step')).toBe('1 step')
    expect(countText(3, 'step')).toBe('3 steps')
    expect(listText(['a', 'b', 'c'])).toBe('a, b and c')
    expect(listText(['a'])).toBe('a')
    expect(listText([])).toBe('')
  })

  it('sentences begin with a capital, symbols stay as they are', () => {
    expect(sentenceCase('cost over z')).toBe('Cost over z')
    expect(sentenceCase('z over cost')).toBe('z over cost')
    expect(sentenceCase('θ₁ over θ₂')).toBe('θ₁ over θ₂')
  })
})
