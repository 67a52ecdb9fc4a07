/**
 * A number as a person would write it: integers whole, others to four significant digits without trailing
 * zeros, very small and very large ones with a power of ten; a real minus sign.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'not a number'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  return unsigned(Math.abs(value), digits).replace(/^(?=.)/, value < 0 ? '−' : '')
}

function unsigned(size: number, digits: number): string {
  if (Number.isInteger(size) && size < 1e9) return String(size)
  if (size < 1e-4 || size >= 1e9) {
    const [mantissa = '', exponent = '0'] = size.toExponential(digits - 1).split('e')
    return `${trimZeros(mantissa)}·10${superscript(Number(exponent))}`
  }
  return trimZeros(size >= 10 ** digits ? size.toFixed(0) : size.toPrecision(digits))
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function superscript(exponent: number): string {
  return [...String(exponent)]
    .map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(sign))))
    .join('')
}
