import { finiteResult } from './finite-result.js'
import type { Matrix } from './matrix.js'
import { requireMatrix } from './matrix-argument.js'
import { addProduct } from './product.js'
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
  addProduct(product, A.values, B.values, n, inner, m)
  return finiteResult(call, n, m, product)
}
