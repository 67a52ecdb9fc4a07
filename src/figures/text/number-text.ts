/**
 * A number as a person would write it in a sentence: three significant digits (integers below a million whole), no
 * trailing zeros, a real minus sign, powers of ten for the very small and the very large.
 */
export function numberText(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'not a number'
  const size = Math.abs(value)
  const sign = value < 0 ? '−' : ''
  if (size === 0) return '0'
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`
  if (Number.isInteger(value) && size < 1e6) return `${sign}${size}`
  const [mantissa = '', exponent = '0'] = size.toExponential(digits - 1).split('e')
  const power = Number(exponent)
  if (power < -3 || power > 5) {
    const factor = trimZeros(mantissa)
    return `${sign}${factor === '1' ? '' : `${factor}·`}10${superscript(power)}`
  }
  return sign + trimZeros(size.toFixed(Math.max(0, digits - 1 - power)))
}

/** A point in a sentence: '(1, −2.5)'. */
export function pointText(point: readonly number[]): string {
  return `(${point.map((value) => numberText(value)).join(', ')})`
}

/** '1 step', '3 steps'. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`
}

/** 'a', 'a and b', 'a, b and c'. */
export function listText(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** A capital at the start, but not for a symbol such as θ₁ or z. */
export function sentenceCase(text: string): string {
  return text.replace(/^[a-z](?=[a-z])/, (letter) => letter.toUpperCase())
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function superscript(exponent: number): string {
  return [...String(exponent)]
    .map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(sign))))
    .join('')
}
