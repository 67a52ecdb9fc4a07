// Every `as number` in this file follows from indices checked or bounded just before.
import { finiteResult } from './finite-result.js'
import type { Matrix } from './matrix.js'
import { requireFiniteMatrix, requireMatrix } from './matrix-argument.js'
import { requireFinite, requireWhole } from './number-argument.js'

/** The rows as plain arrays: the inverse of `matrix`. */
export function toRows(m: Matrix): number[][] {
  requireFiniteMatrix('toRows(m)', 'm', m)
  return Array.from({ length: m.rows }, (_, i) => [...m.values.slice(i * m.columns, (i + 1) * m.columns)])
}

/** The entry in row i, column j, both counted from 0. @throws RangeError if there is none */
export function at(m: Matrix, i: number, j: number): number {
  const call = 'at(m, i, j)'
  requireMatrix(call, 'm', m)
  requireWhole(call, 'i', i, 0, m.rows - 1)
  requireWhole(call, 'j', j, 0, m.columns - 1)
  return requireFinite(call, `the entry (${i}, ${j})`, m.values[i * m.columns + j])
}

/** Row i (counted from 0) as a 1×columns matrix. @throws RangeError if there is none */
export function rowOf(m: Matrix, i: number): Matrix {
  const call = 'rowOf(m, i)'
  requireMatrix(call, 'm', m)
  requireWhole(call, 'i', i, 0, m.rows - 1)
  return finiteResult(call, 1, m.columns, m.values.slice(i * m.columns, (i + 1) * m.columns))
}

/** Column j (counted from 0) as a rows×1 matrix. @throws RangeError if there is none */
export function columnOf(m: Matrix, j: number): Matrix {
  const call = 'columnOf(m, j)'
  requireMatrix(call, 'm', m)
  requireWhole(call, 'j', j, 0, m.columns - 1)
  const values = new Float64Array(m.rows)
  for (let i = 0; i < m.rows; i++) values[i] = m.values[i * m.columns + j] as number
  return finiteResult(call, m.rows, 1, values)
}
