import { toRows } from '../../math/entries.js'
import type { Matrix } from '../../math/matrix.js'
import { isMatrix, requireFiniteMatrix } from '../../math/matrix-argument.js'
import { received } from '../../math/received.js'
import { ShapeError } from '../../math/shape-error.js'
import type { CostFunction } from './cost-function.js'

/** What has second derivatives: their table, as rows or as a Matrix, or a cost function that knows its own. */
export type Curvature = readonly (readonly number[])[] | Matrix | CostFunction

/** Room for rounding in h_ij = h_ji, for nothing else. */
const tolerance = 1e-12

/**
 * The rows of a symmetric matrix, copied.
 *
 * @throws TypeError, ShapeError (empty, ragged, not square) or RangeError (not finite, not symmetric)
 */
export function symmetricRows(call: string, name: string, value: unknown): number[][] {
  const given: unknown = typeof value === 'function' && 'hessian' in value ? value.hessian : value
  if (typeof given === 'function')
    throw new TypeError(
      `${call}: expected ${name} to know its second derivatives (a property \`hessian\`), as quadratic(…) does. This function does not.`,
    )
  const rows: unknown = isMatrix(given) ? toRows(requireFiniteMatrix(call, name, given)) : given
  if (!Array.isArray(rows))
    throw new TypeError(
      `${call}: expected ${name} to be the rows of a symmetric matrix such as [[2, 0], [0, 4]], received ${received(rows)}.`,
    )
  const n = rows.length
  if (n === 0) throw new ShapeError(`${call}: expected ${name} to have at least one row, received none.`)
  // Copied first: a hole becomes undefined, which is told.
  const copy = [...rows].map((row: unknown, i) => {
    if (!Array.isArray(row) || row.length !== n)
      throw new ShapeError(
        `${call}: expected ${name} to be square: ${n} rows of ${n} numbers, but row ${i} is ${received(row)}.`,
      )
    return [...row].map((entry: unknown, j) => finiteEntry(call, name, entry, i, j))
  })
  copy.forEach((row, i) => {
    row.forEach((entry, j) => {
      const mirrored = copy[j]?.[i] ?? Number.NaN
      if (Math.abs(entry - mirrored) <= tolerance * Math.max(Math.abs(entry), Math.abs(mirrored))) return
      throw new RangeError(
        `${call}: expected ${name} to be symmetric, but entry (${i}, ${j}) is ${entry} and entry (${j}, ${i}) is ${mirrored} (counted from 0).`,
      )
    })
  })
  return copy
}

function finiteEntry(call: string, name: string, entry: unknown, i: number, j: number): number {
  const where = `entry (${i}, ${j}) (counted from 0)`
  if (typeof entry !== 'number')
    throw new TypeError(`${call}: expected numbers in ${name}, but ${where} is ${received(entry)}.`)
  if (!Number.isFinite(entry))
    throw new RangeError(`${call}: expected finite numbers in ${name}, but ${where} is ${entry}.`)
  return entry
}
