import { numberText } from '../figures/text/number-text.js'
import { shapeOf, toRows } from '../math/index.js'
import type { Table, TableCell } from './table.js'

/** The table as text with columns in line. */
export function tableText({ head, rows, caption }: Table): string {
  const lines = [head, ...rows.map((row) => row.map(cellText))]
  const widths = head.map((_, j) => Math.max(...lines.map((line) => (line[j] ?? '').length)))
  const text = lines.map((line) =>
    line
      .map((value, j) =>
        align(rows, j) === 'right' ? value.padStart(widths[j] ?? 0) : value.padEnd(widths[j] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return [...(caption === '' ? [] : [caption]), ...text].join('\n')
}

/** Numbers stand at the right, so that their digits are in line, also where some cells are empty. */
export function align(rows: Table['rows'], column: number): 'left' | 'right' {
  const filled = rows.map((row) => row[column]).filter((value) => value !== '')
  return filled.length > 0 && filled.every((value) => typeof value === 'number') ? 'right' : 'left'
}

/** What a cell says. */
export function cellText(value: TableCell): string {
  if (typeof value === 'number') return numberText(value, 4)
  if (typeof value === 'object') {
    const rows = toRows(value).map((row) => `[${row.map((entry) => numberText(entry, 4)).join(', ')}]`)
    return `${shapeOf(value)} [${rows.join(', ')}]`
  }
  return String(value)
}
