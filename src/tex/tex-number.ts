/**
 * A finite number as LaTeX: integers as they are, others to `digits` significant digits without trailing zeros,
 * very small and very large ones with a power of ten.
 *
 * 0.04321987 → `0.04322`, −0.5 → `-0.5`, 12345.67 → `12346`, 1.2e−7 → `1.2\times 10^{-7}`
 */
export function texNumber(value: number, digits: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return String(value === 0 ? 0 : value)
  const rounded = Math.abs(Number(value.toPrecision(digits)))
  const sign = value < 0 ? '-' : ''
  if (rounded < 1e-4 || rounded >= 1e9) return sign + scientific(rounded, digits)
  return (
    sign + (rounded >= 10 ** digits ? Math.abs(value).toFixed(0) : trimZeros(rounded.toPrecision(digits)))
  )
}

/** A power of ten for a number above 0: `1.2\times 10^{-7}`, and `10^{-7}` alone where the factor is 1. */
export function scientific(size: number, digits: number): string {
  const [mantissa = '', exponent = '0'] = size.toExponential(digits - 1).split('e')
  const factor = trimZeros(mantissa)
  return `${factor === '1' ? '' : `${factor}\\times `}10^{${Number(exponent)}}`
}

/** Decimals without zeros at their end. */
export function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
