import type { Matrix } from '../../math/matrix.js'
import { numberText } from '../text/number-text.js'

/**
 * The numbers of a matrix as texts that stand well under each other: as many decimals as give the greatest of them
 * `digits` significant digits. A zero that is exact is written `0`, one that is only rounded `0.00`.
 *
 * @returns rows of texts
 */
export function matrixTexts(m: Matrix, digits: number): string[][] {
  const values = [...m.values]
  const greatest = Math.max(...values.map(Math.abs))
  const decimals = digits - 1 - Math.floor(Math.log10(greatest))
  const isWhole = values.every(Number.isInteger) && greatest < 1e6
  const write = (value: number): string => {
    if (value === 0 || isWhole || decimals > digits + 3 || greatest >= 1e6) return numberText(value, digits)
    const text = Math.abs(value).toFixed(Math.max(0, decimals))
    return value < 0 && Number(text) !== 0 ? `−${text}` : text
  }
  return Array.from({ length: m.rows }, (_, i) =>
    values.slice(i * m.columns, (i + 1) * m.columns).map((value) => write(value)),
  )
}
