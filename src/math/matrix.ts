// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { requireFinite, requireWhole } from './number-argument.js'
import type { ReadonlyValues } from './readonly-values.js'
import { received } from './received.js'
import { ShapeError } from './shape-error.js'

/** A table of finite numbers. Nothing in this module changes a matrix: operations return new ones. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  /** Row after row: entry (i, j) is `values[i * columns + j]`. A `Float64Array` at run time. */
  readonly values: ReadonlyValues
}

/**
 * A matrix from its rows: `matrix([[1, 2], [3, 4]])`.
 *
 * @throws ShapeError if empty or ragged; TypeError if not rows of numbers; RangeError for NaN or ±Infinity
 */
export function matrix(rows: readonly (readonly number[])[]): Matrix {
  const call = 'matrix(rows)'
  if (!Array.isArray(rows))
    throw new TypeError(
      `${call}: expected an array of rows such as [[1, 2], [3, 4]], received ${received(rows)}.`,
    )
  if (rows.length === 0) throw new ShapeError(`${call}: expected at least one row, received none.`)
  // Not trusted to be what its type says until it has been looked at.
  const table: readonly unknown[] = [...rows] // a hole in it becomes undefined, which is told
  const first = table[0]
  const columns = Array.isArray(first) ? first.length : 0
  const values = new Float64Array(rows.length * columns)
  table.forEach((row, i) => {
    if (!Array.isArray(row))
      throw new TypeError(
        `${call}: expected row ${i} to be an array of numbers, received ${received(row)}. A single row is written [[1, 2, 3]], a single column [[1], [2], [3]].`,
      )
    if (row.length === 0)
      throw new ShapeError(`${call}: row ${i} is empty. Expected at least one number in each row.`)
    if (row.length !== columns)
      throw new ShapeError(
        `${call}: ragged rows: row ${i} has ${row.length} entries, row 0 has ${columns}. Expected the same number in each row.`,
      )
    for (let j = 0; j < columns; j++) values[i * columns + j] = entry(call, row[j], i, j)
  })
  return Object.freeze({ rows: rows.length, columns, values })
}

/**
 * A matrix of the given shape from its values, row after row. The values are copied.
 *
 * @throws ShapeError if their number is not rows · columns; TypeError or RangeError as in `matrix`
 */
export function fromValues(rows: number, columns: number, values: ArrayLike<number>): Matrix {
  const call = 'fromValues(rows, columns, values)'
  requireSizes(call, rows, columns)
  if (typeof values !== 'object' || values === null || typeof values.length !== 'number')
    throw new TypeError(`${call}: expected values to be an array of numbers, received ${received(values)}.`)
  if (values.length !== rows * columns)
    throw new ShapeError(
      `${call}: expected ${rows * columns} values for ${rows}×${columns}, received ${values.length}.`,
    )
  const copy = new Float64Array(values.length)
  for (let k = 0; k < copy.length; k++) copy[k] = entry(call, values[k], Math.floor(k / columns), k % columns)
  return Object.freeze({ rows, columns, values: copy })
}

/** A matrix filled with one value. @throws RangeError for a size below 1 or a value that is not finite */
export function fill(rows: number, columns: number, value: number): Matrix {
  const call = 'fill(rows, columns, value)'
  return filled(call, rows, columns, requireFinite(call, 'value', value))
}

/** A matrix of zeros. @throws RangeError for a size below 1 */
export function zeros(rows: number, columns: number): Matrix {
  return filled('zeros(rows, columns)', rows, columns, 0)
}

/** A matrix of ones. @throws RangeError for a size below 1 */
export function ones(rows: number, columns: number): Matrix {
  return filled('ones(rows, columns)', rows, columns, 1)
}

function filled(call: string, rows: number, columns: number, value: number): Matrix {
  requireSizes(call, rows, columns)
  return Object.freeze({
    rows,
    columns,
    values: new Float64Array(rows * columns).fill(value),
  })
}

/** A gigabyte of numbers. Engines refuse more at different sizes, and without a word on whose they were. */
const mostEntries = 2 ** 27

function requireSizes(call: string, rows: number, columns: number): void {
  requireWhole(call, 'rows', rows, 1)
  requireWhole(call, 'columns', columns, 1)
  if (rows * columns > mostEntries)
    throw new RangeError(
      `${call}: expected at most ${mostEntries} entries, received ${rows}×${columns}, which is ${rows * columns}.`,
    )
}

function entry(call: string, value: unknown, i: number, j: number): number {
  const where = `the entry in row ${i}, column ${j} (counted from 0)`
  if (typeof value !== 'number')
    throw new TypeError(`${call}: expected numbers, but ${where} is ${received(value)}.`)
  if (!Number.isFinite(value))
    throw new RangeError(`${call}: expected finite numbers, but ${where} is ${value}.`)
  return value
}
