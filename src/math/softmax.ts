// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { Matrix } from './matrix.js'
import { requireFiniteMatrix } from './matrix-argument.js'

/**
 * Softmax of each column: positive numbers that sum to 1, in the order of the z.
 *
 * Each column is shifted by its maximum first, which changes nothing in the quotient and keeps e^z from overflowing.
 *
 * @param Z preactivations, n×M: a column is a sample
 * @returns n×M
 */
export function softmax(Z: Matrix): Matrix {
  requireFiniteMatrix('softmax(Z)', 'Z', Z)
  const { rows, columns } = Z
  const values = new Float64Array(rows * columns)
  for (let j = 0; j < columns; j++) {
    let largest = Number.NEGATIVE_INFINITY
    for (let i = 0; i < rows; i++) largest = Math.max(largest, Z.values[i * columns + j] as number)
    let sum = 0
    for (let i = 0; i < rows; i++) {
      const e = Math.exp((Z.values[i * columns + j] as number) - largest)
      values[i * columns + j] = e
      sum += e
    }
    for (let i = 0; i < rows; i++) values[i * columns + j] = (values[i * columns + j] as number) / sum
  }
  return Object.freeze({ rows, columns, values })
}
