// Every `as number` in this file follows from indices that are columns of m.
import type { Matrix } from '../math/matrix.js'

/** The columns of m with these indices, in their order. The indices are trusted. */
export function pickColumns(m: Matrix, indices: readonly number[]): Matrix {
  const values = new Float64Array(m.rows * indices.length)
  for (let i = 0, k = 0; i < m.rows; i++)
    for (const j of indices) values[k++] = m.values[i * m.columns + j] as number
  return Object.freeze({ rows: m.rows, columns: indices.length, values })
}
