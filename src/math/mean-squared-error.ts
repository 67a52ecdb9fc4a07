// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { finiteResult } from './finite-result.js'
import type { Matrix } from './matrix.js'
import { requireFiniteMatrix, requireSameShape } from './matrix-argument.js'

/**
 * J = (1/M) Σ_i Σ_k (A_ki − Y_ki)²: summed over outputs k (rows), averaged over samples i = 1 … M (columns).
 *
 * @param A predictions, n×M
 * @param Y labels, n×M
 * @throws ShapeError if the shapes differ; RangeError if J is too large for a number
 */
export function meanSquaredError(A: Matrix, Y: Matrix): number {
  const call = 'meanSquaredError(A, Y)'
  requirePair(call, A, Y)
  let sum = 0
  for (let k = 0; k < A.values.length; k++) {
    const error = (A.values[k] as number) - (Y.values[k] as number)
    sum += error * error
  }
  if (!Number.isFinite(sum))
    throw new RangeError(`${call}: the sum of squares is ${sum}: the numbers have grown too large.`)
  return sum / A.columns
}

/**
 * ∂J/∂A = (2/M)(A − Y) of the mean squared error. The factor 2 and the 1/M belong to it.
 *
 * @param A predictions, n×M
 * @param Y labels, n×M
 * @returns n×M
 * @throws ShapeError if the shapes differ
 */
export function meanSquaredErrorGradient(A: Matrix, Y: Matrix): Matrix {
  const call = 'meanSquaredErrorGradient(A, Y)'
  requirePair(call, A, Y)
  const factor = 2 / A.columns
  return finiteResult(
    call,
    A.rows,
    A.columns,
    A.values.map((a, k) => factor * (a - (Y.values[k] as number))),
  )
}

function requirePair(call: string, A: Matrix, Y: Matrix): void {
  requireSameShape(call, 'A', A, 'Y', Y)
  requireFiniteMatrix(call, 'A', A)
  requireFiniteMatrix(call, 'Y', Y)
}
