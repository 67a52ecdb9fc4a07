// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { Matrix } from './matrix.js'
import { requireFiniteMatrix } from './matrix-argument.js'

/** mᵀ: rows become columns. n×m → m×n */
export function transpose(m: Matrix): Matrix {
  requireFiniteMatrix('transpose(m)', 'm', m)
  const values = new Float64Array(m.values.length)
  for (let i = 0; i < m.rows; i++)
    for (let j = 0; j < m.columns; j++) values[j * m.rows + i] = m.values[i * m.columns + j] as number
  return Object.freeze({ rows: m.columns, columns: m.rows, values })
}
