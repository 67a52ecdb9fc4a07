// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { finiteResult } from './finite-result.js'
import type { Matrix } from './matrix.js'
import { requireMatrix } from './matrix-argument.js'

/** All columns added up into one: n×M → n×1. For a bias gradient this is the sum over samples. */
export function sumColumns(m: Matrix): Matrix {
  const call = 'sumColumns(m)'
  requireMatrix(call, 'm', m)
  const values = new Float64Array(m.rows)
  for (let i = 0; i < m.rows; i++) {
    let sum = 0
    for (let j = 0; j < m.columns; j++) sum += m.values[i * m.columns + j] as number
    values[i] = sum
  }
  return finiteResult(call, m.rows, 1, values)
}
