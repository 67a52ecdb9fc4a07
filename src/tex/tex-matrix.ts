import { at, type Matrix } from '../math/index.js'
import { scientific, texNumber, trimZeros } from './tex-number.js'

/** Rows and columns that are written out; of more, the first four and the last are. */
const most = 10

/**
 * A matrix as a `pmatrix`, all entries with the same number of decimals: as many as the largest needs for `digits`
 * significant digits, more where a small entry would otherwise keep fewer than two, and never a zero that is none.
 * If all are very small or very large, their power of ten stands in front.
 */
export function texMatrix(matrix: Matrix, digits: number): string {
  const largest = matrix.values.reduce((size, value) => Math.max(size, Math.abs(value)), 0)
  const common = largest > 0 && (largest < 1e-4 || largest >= 1e9) ? Math.floor(Math.log10(largest)) : 0
  const factor = 10 ** common
  const write = entryWriter(
    Array.from(matrix.values, (value) => value / factor),
    digits,
  )
  const rows = shown(matrix.rows).map((i) => {
    const columns = shown(matrix.columns)
    if (i === 'rest') return columns.map((j) => (j === 'rest' ? '\\ddots' : '\\vdots')).join(' & ')
    return columns.map((j) => (j === 'rest' ? '\\cdots' : write(at(matrix, i, j) / factor))).join(' & ')
  })
  return `${common === 0 ? '' : `10^{${common}}`}\\begin{pmatrix} ${rows.join(' \\\\ ')} \\end{pmatrix}`
}

function entryWriter(values: readonly number[], digits: number): (value: number) => string {
  const sizes = values.map(Math.abs).filter((size) => size > 0)
  if (values.every((value) => Number.isInteger(value) && Math.abs(value) < 1e9))
    return (value) => texNumber(value, digits)
  const forLargest = digits - 1 - exponentOf(Math.max(...sizes))
  const forSmallest = Math.min(digits, 1 - exponentOf(Math.min(...sizes)))
  const allowed = Math.min(Math.max(0, forLargest, forSmallest), 15)
  const decimals = Math.max(...values.map((value) => decimalsOf(trimZeros(value.toFixed(allowed)))))
  return (value) => {
    const text = value.toFixed(decimals)
    if (Number(text) !== 0) return text
    if (value === 0) return (0).toFixed(decimals)
    return `${value < 0 ? '-' : ''}${scientific(Math.abs(value), Math.min(2, digits))}`
  }
}

function exponentOf(size: number): number {
  return Math.floor(Math.log10(size))
}

function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

function shown(count: number): (number | 'rest')[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i)
  return [0, 1, 2, 3, 'rest', count - 1]
}
