import { escapeXml } from '../figures/text/escape-xml.js'
import { numberText } from '../figures/text/number-text.js'
import { type Matrix, shapeOf, toRows } from '../math/index.js'

/** What a cell of a table may hold. A matrix is written as its shape and rows. */
export type TableCell = string | number | boolean | Matrix

/** A table to show: made by `table` or `matrixTable`. */
export interface Table {
  readonly kind: 'table'
  readonly head: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly caption: string
  /** Whether the first cell of each row is a name, and so a row header. */
  readonly rowHeaders: 'yes' | 'no'
}

/**
 * A table with a head.
 *
 * @param options.head a name for each column
 * @param options.rows the cells, each row as long as the head; numbers are written to four significant digits
 * @param options.caption said above the table
 * @param options.rowHeaders 'yes' (default) reads the first cell of a row as the row's name
 * @throws TypeError if a row is not as long as the head
 */
export function table(options: {
  head: readonly string[]
  rows: readonly (readonly TableCell[])[]
  caption?: string
  rowHeaders?: 'yes' | 'no'
}): Table {
  const { head, rows, caption = '', rowHeaders = 'yes' } = options
  if (!Array.isArray(head) || head.length === 0) {
    throw new TypeError('table({ head, rows }): head has to be a list with a name for each column.')
  }
  if (!Array.isArray(rows)) {
    throw new TypeError('table({ head, rows }): rows has to be a list of rows, each a list of cells.')
  }
  for (const [i, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length !== head.length) {
      throw new TypeError(
        `table({ head, rows }): row ${i + 1} has ${Array.isArray(row) ? `${row.length} cells` : 'no cells'}, the head has ${head.length}. Give each row one cell for each column.`,
      )
    }
  }
  return { kind: 'table', head, rows, caption, rowHeaders }
}

/**
 * A matrix as a table, its shape in the caption.
 *
 * @param matrix any shape
 * @param options.name the matrix's name, as `W1`
 * @param options.rowNames a name for each row (default: the row's number)
 * @param options.columnNames a name for each column (default: the column's number)
 */
export function matrixTable(
  matrix: Matrix,
  options: {
    name?: string
    rowNames?: readonly string[]
    columnNames?: readonly string[]
  } = {},
): Table {
  const name = options.name ?? 'matrix'
  const rowNames = options.rowNames ?? Array.from({ length: matrix.rows }, (_, i) => `row ${i + 1}`)
  const columnNames = options.columnNames ?? Array.from({ length: matrix.columns }, (_, j) => `${j + 1}`)
  if (rowNames.length !== matrix.rows || columnNames.length !== matrix.columns) {
    throw new TypeError(
      `matrixTable(${name}): ${rowNames.length} row names and ${columnNames.length} column names do not fit a ${shapeOf(matrix)} matrix.`,
    )
  }
  return table({
    head: [`${name} (${shapeOf(matrix)})`, ...columnNames],
    rows: toRows(matrix).map((row, i) => [rowNames[i] ?? '', ...row]),
  })
}

/** The table as HTML that needs no style sheet: it takes the page's colours and scrolls inside itself. */
export function tableHtml({ head, rows, caption, rowHeaders }: Table): string {
  const cell = 'padding:.3em .75em;border-bottom:1px solid rgba(128,128,128,.35)'
  const heads = head
    .map(
      (name, j) =>
        `<th scope="col" style="${cell};text-align:${align(rows, j)};border-bottom-width:2px">${escapeXml(name)}</th>`,
    )
    .join('')
  const body = rows
    .map((row) => {
      const cells = row.map((value, j) => {
        const style = `${cell};text-align:${align(rows, j)};font-variant-numeric:tabular-nums`
        return j === 0 && rowHeaders === 'yes'
          ? `<th scope="row" style="${style};font-weight:600">${cellHtml(value)}</th>`
          : `<td style="${style}">${cellHtml(value)}</td>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    .join('')
  const title =
    caption === ''
      ? ''
      : `<caption style="caption-side:top;text-align:left;padding:.2em .75em;color:inherit">${escapeXml(caption)}</caption>`
  return `<div style="overflow-x:auto;max-width:100%" tabindex="0" role="region" aria-label="${escapeXml(caption === '' ? `Table: ${head.join(', ')}` : caption)}"><table style="border-collapse:collapse;font-size:.95em;margin:.4em 0">${title}<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`
}

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

/** Numbers stand at the right, so that their digits are in line. */
function align(rows: Table['rows'], column: number): 'left' | 'right' {
  return rows.length > 0 && rows.every((row) => typeof row[column] === 'number') ? 'right' : 'left'
}

function cellText(value: TableCell): string {
  if (typeof value === 'number') return numberText(value, 4)
  if (typeof value === 'object') {
    const rows = toRows(value).map((row) => `[${row.map((entry) => numberText(entry, 4)).join(', ')}]`)
    return `${shapeOf(value)} [${rows.join(', ')}]`
  }
  return String(value)
}

function cellHtml(value: TableCell): string {
  return escapeXml(cellText(value))
}
