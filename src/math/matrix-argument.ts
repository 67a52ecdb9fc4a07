// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { Matrix } from './matrix.js'
import { received } from './received.js'
import { ShapeError } from './shape-error.js'
import { shapeOf } from './shape-of.js'

/**
 * Refuses what is not a matrix (an array of rows, undefined, …). Looks at the shell only, so it costs nothing.
 *
 * @throws TypeError
 */
export function requireMatrix(call: string, name: string, value: unknown): Matrix {
  if (isMatrix(value)) return value
  throw new TypeError(`${call}: expected ${name} to be a Matrix, received ${received(value)}.${hint(value)}`)
}

function hint(value: unknown): string {
  if (Array.isArray(value)) return ' Make one with matrix([[…], […]]).'
  if (typeof value !== 'object' || value === null || !('rows' in value && 'columns' in value)) return ''
  return ' Its values are not a Float64Array of rows times columns numbers: make it with matrix([[…], […]]).'
}

/**
 * Refuses what is not a matrix of finite numbers.
 *
 * @throws TypeError (no matrix) or RangeError (NaN or ±Infinity in it)
 */
export function requireFiniteMatrix(call: string, name: string, value: unknown): Matrix {
  const m = requireMatrix(call, name, value)
  const k = firstNotFinite(m.values)
  if (k >= 0)
    throw new RangeError(
      `${call}: expected finite numbers in ${name}, but its ${place(m, k)} is ${String(m.values[k])}.`,
    )
  return m
}

/** Refuses two matrices of unequal shapes. @throws TypeError or ShapeError */
export function requireSameShape(call: string, nameA: string, A: unknown, nameB: string, B: unknown): void {
  const a = requireMatrix(call, nameA, A)
  const b = requireMatrix(call, nameB, B)
  if (a.rows !== b.rows || a.columns !== b.columns)
    throw new ShapeError(
      `${call}: ${nameA} is ${shapeOf(a)}, ${nameB} is ${shapeOf(b)}. Expected both to have the same shape.`,
    )
}

/** Where the k-th value stands: `entry in row 0, column 2 (counted from 0)`. */
export function place(m: { readonly columns: number }, k: number): string {
  return `entry in row ${Math.floor(k / m.columns)}, column ${k % m.columns} (counted from 0)`
}

/** Index of the first NaN or ±Infinity, or −1. */
export function firstNotFinite(values: ArrayLike<number>): number {
  for (let k = 0; k < values.length; k++) if (!Number.isFinite(values[k] as number)) return k
  return -1
}

export function isMatrix(value: unknown): value is Matrix {
  if (typeof value !== 'object' || value === null) return false
  if (!('rows' in value && 'columns' in value && 'values' in value)) return false
  const { rows, columns, values } = value
  return (
    // By tag, not by `instanceof`: a notebook's cells have a Float64Array of their own.
    Object.prototype.toString.call(values) === '[object Float64Array]' &&
    isSize(rows) &&
    isSize(columns) &&
    (values as Float64Array).length === rows * columns // its tag says that it is one
  )
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1
}
