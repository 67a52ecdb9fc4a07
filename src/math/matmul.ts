// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { finiteResult } from './finite-result.js'
import type { Matrix } from './matrix.js'
import { requireMatrix } from './matrix-argument.js'
import { ShapeError } from './shape-error.js'
import { shapeOf } from './shape-of.js'

/**
 * The matrix product A·B: entry (i, j) is row i of A times column j of B, summed.
 *
 * @param A n×k
 * @param B k×m
 * @returns n×m
 * @throws ShapeError if B has not as many rows as A has columns
 */
export function matmul(A: Matrix, B: Matrix): Matrix {
  const call = 'matmul(A, B)'
  requireMatrix(call, 'A', A)
  requireMatrix(call, 'B', B)
  if (A.columns !== B.rows)
    throw new ShapeError(
      `${call}: cannot multiply ${shapeOf(A)} by ${shapeOf(B)}: the inner sizes ${A.columns} and ${B.rows} differ. Expected B with ${A.columns} ${A.columns === 1 ? 'row' : 'rows'}.`,
    )
  const [n, inner, m] = [A.rows, A.columns, B.columns]
  const product = new Float64Array(n * m)
  for (let i = 0; i < n; i++)
    for (let k = 0; k < inner; k++) {
      const a = A.values[i * inner + k] as number
      for (let j = 0; j < m; j++) {
        const ij = i * m + j
        product[ij] = (product[ij] as number) + a * (B.values[k * m + j] as number)
      }
    }
  return finiteResult(call, n, m, product)
}
