// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { finiteResult } from './finite-result.js'
import type { Matrix } from './matrix.js'
import { requireMatrix, requireSameShape } from './matrix-argument.js'
import { requireFinite } from './number-argument.js'
import { received } from './received.js'
import { ShapeError } from './shape-error.js'
import { shapeOf } from './shape-of.js'

/** A + B, entry by entry; a column B (n×1) is added to each column of A. @throws ShapeError */
export function add(A: Matrix, B: Matrix): Matrix {
  return combine('add(A, B)', A, B, (a, b) => a + b)
}

/** A − B, entry by entry; a column B (n×1) is subtracted from each column of A. @throws ShapeError */
export function subtract(A: Matrix, B: Matrix): Matrix {
  return combine('subtract(A, B)', A, B, (a, b) => a - b)
}

function combine(call: string, A: Matrix, B: Matrix, f: (a: number, b: number) => number): Matrix {
  requireMatrix(call, 'A', A)
  requireMatrix(call, 'B', B)
  const broadcast = B.columns === 1 && A.columns !== 1
  if (A.rows !== B.rows || (A.columns !== B.columns && !broadcast))
    throw new ShapeError(
      `${call}: A is ${shapeOf(A)}, B is ${shapeOf(B)}. Expected B to be ${shapeOf(A)}${A.columns === 1 ? '' : `, or ${A.rows}×1 for the same column throughout`}.`,
    )
  const values = new Float64Array(A.values.length)
  if (broadcast)
    for (let i = 0, k = 0; i < A.rows; i++) {
      const b = B.values[i] as number
      for (let j = 0; j < A.columns; j++, k++) values[k] = f(A.values[k] as number, b)
    }
  else for (let k = 0; k < values.length; k++) values[k] = f(A.values[k] as number, B.values[k] as number)
  return finiteResult(call, A.rows, A.columns, values)
}

/** A ⊙ B: the product entry by entry, of two matrices of the same shape. @throws ShapeError */
export function hadamard(A: Matrix, B: Matrix): Matrix {
  const call = 'hadamard(A, B)'
  requireSameShape(call, 'A', A, 'B', B)
  const values = new Float64Array(A.values.length)
  for (let k = 0; k < values.length; k++) values[k] = (A.values[k] as number) * (B.values[k] as number) + 0 // no −0
  return finiteResult(call, A.rows, A.columns, values)
}

/** k·m: every entry times the number k. @throws TypeError or RangeError if k is not a finite number */
export function scale(m: Matrix, k: number): Matrix {
  const call = 'scale(m, k)'
  requireMatrix(call, 'm', m)
  requireFinite(call, 'k', k)
  return finiteResult(
    call,
    m.rows,
    m.columns,
    m.values.map((value) => value * k + 0), // no −0
  )
}

/**
 * f of every entry. `f` also gets the entry's row and column, counted from 0.
 *
 * @throws RangeError naming the entry where f did not return a finite number
 */
export function map(m: Matrix, f: (value: number, row: number, column: number) => number): Matrix {
  const call = 'map(m, f)'
  requireMatrix(call, 'm', m)
  if (typeof f !== 'function')
    throw new TypeError(`${call}: expected f to be a function, received ${received(f)}.`)
  const values = new Float64Array(m.values.length)
  for (let i = 0, k = 0; i < m.rows; i++)
    for (let j = 0; j < m.columns; j++, k++) {
      const value = f(m.values[k] as number, i, j)
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        const what = `f(${m.values[k]}) is ${received(value)} for the entry in row ${i}, column ${j} (counted from 0)`
        const message = `${call}: ${what}. Expected a finite number.`
        throw typeof value === 'number' ? new RangeError(message) : new TypeError(message)
      }
      values[k] = value
    }
  return Object.freeze({ rows: m.rows, columns: m.columns, values })
}
