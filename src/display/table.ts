import { type Matrix, shapeOf, toRows } from '../math/index.js'
import { requireKnownKeys, requireKnownValue } from '../math/known.js'
import { isMatrix, requireFiniteMatrix } from '../math/matrix-argument.js'
import { received } from '../math/received.js'

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
 * @throws TypeError for a row that is not as long as the head, a cell that is nothing to write, an unknown option;
 *   RangeError for rowHeaders that are neither 'yes' nor 'no'
 */
export function table(options: {
  head: readonly string[]
  rows: readonly (readonly TableCell[])[]
  caption?: string
  rowHeaders?: 'yes' | 'no'
}): Table {
  const call = 'table({ head, rows })'
  requireKnownKeys(call, 'options', options, ['head', 'rows', 'caption', 'rowHeaders'])
  const { head, rows, caption = '', rowHeaders = 'yes' } = options
  requireNames(call, 'head', head)
  if (head.length === 0) throw new TypeError(`${call}: expected head to name at least one column.`)
  if (!Array.isArray(rows))
    throw new TypeError(
      `${call}: expected rows to be an array of rows, each an array of cells, received ${received(rows)}.`,
    )
  for (const [i, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length !== head.length)
      throw new TypeError(
        `${call}: row ${i + 1} has ${Array.isArray(row) ? `${row.length} cells` : 'no cells'}, the head has ${head.length}. Give each row one cell for each column.`,
      )
    for (const [j, cell] of row.entries())
      if (!['string', 'number', 'boolean'].includes(typeof cell) && !isMatrix(cell))
        throw new TypeError(
          `${call}: expected cells to be text, numbers, true or false, or matrices, but row ${i + 1} has ${received(cell)} in column '${head[j]}'.`,
        )
  }
  if (typeof caption !== 'string')
    throw new TypeError(`${call}: expected caption to be text, received ${received(caption)}.`)
  requireKnownValue(call, 'rowHeaders', rowHeaders, ['yes', 'no'])
  return { kind: 'table', head, rows, caption, rowHeaders }
}

/**
 * A matrix as a table, its name and shape in the head.
 *
 * @param matrix any shape
 * @param options.name the matrix's name, as `W1`
 * @param options.rowNames a name for each row (default: the row's number)
 * @param options.columnNames a name for each column (default: the column's number)
 * @throws TypeError for what is no matrix, names that do not fit its shape, an unknown option
 */
export function matrixTable(
  matrix: Matrix,
  options: {
    name?: string
    rowNames?: readonly string[]
    columnNames?: readonly string[]
  } = {},
): Table {
  const call = 'matrixTable(matrix, options)'
  const { rows, columns } = requireFiniteMatrix(call, 'matrix', matrix)
  requireKnownKeys(call, 'options', options, ['name', 'rowNames', 'columnNames'])
  const {
    name = 'matrix',
    rowNames = Array.from({ length: rows }, (_, i) => `row ${i + 1}`),
    columnNames = Array.from({ length: columns }, (_, j) => `${j + 1}`),
  } = options
  if (typeof name !== 'string')
    throw new TypeError(`${call}: expected name to be text, received ${received(name)}.`)
  requireNames(call, 'rowNames', rowNames)
  requireNames(call, 'columnNames', columnNames)
  if (rowNames.length !== rows || columnNames.length !== columns)
    throw new TypeError(
      `${call}: ${rowNames.length} row names and ${columnNames.length} column names do not fit ${name}, a ${shapeOf(matrix)} matrix.`,
    )
  return table({
    head: [`${name} (${shapeOf(matrix)})`, ...columnNames],
    rows: toRows(matrix).map((row, i) => [rowNames[i] ?? '', ...row]),
  })
}

function requireNames(call: string, argument: string, names: unknown): void {
  if (!Array.isArray(names))
    throw new TypeError(`${call}: expected ${argument} to be an array of names, received ${received(names)}.`)
  for (const [i, name] of names.entries())
    if (typeof name !== 'string')
      throw new TypeError(`${call}: expected ${argument}[${i}] to be text, received ${received(name)}.`)
}
