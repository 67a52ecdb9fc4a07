import { expect, it } from 'vitest'
import { formatNumber } from '../../src/display/format-number.js'

it.each([
  [0, '0'],
  [-0, '0'],
  [3, '3'],
  [-3, '−3'],
  [0.0432, '0.0432'],
  [1 / 3, '0.3333'],
  [-2.5, '−2.5'],
  [1234.56, '1235'],
  [123456.7, '123457'],
  [0.00001234, '1.234·10⁻⁵'],
  [1e12, '1·10¹²'],
  [Number.NaN, 'not a number'],
  [Number.NEGATIVE_INFINITY, '−∞'],
])('formatNumber(%s) writes %s', (value, text) => {
  expect(formatNumber(value)).toBe(text)
})
