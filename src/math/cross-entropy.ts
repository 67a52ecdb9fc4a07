// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { Matrix } from './matrix.js'
import { requireFiniteMatrix, requireSameShape } from './matrix-argument.js'
import { requireDistributions, requireProbabilities } from './probabilities.js'

/**
 * J = −(1/M) Σ_i Σ_k [y ln a + (1 − y) ln(1 − a)] with a = σ(z), for outputs that each say yes or no.
 *
 * Computed from z, not from a: y ln σ(z) + (1 − y) ln(1 − σ(z)) = zy − max(z, 0) − ln(1 + e^−|z|), which never
 * takes the logarithm of 0.
 *
 * @param Z2 preactivations of the output, n×M
 * @param Y labels, n×M, each from 0 to 1
 * @throws ShapeError if the shapes differ; RangeError if a label is not from 0 to 1
 */
export function binaryCrossEntropy(Z2: Matrix, Y: Matrix): number {
  const call = 'binaryCrossEntropy(Z2, Y)'
  requireSameShape(call, 'Z2', Z2, 'Y', Y)
  requireFiniteMatrix(call, 'Z2', Z2)
  requireProbabilities(call, 'Y', Y)
  let sum = 0
  for (let k = 0; k < Z2.values.length; k++) {
    const [z, y] = [Z2.values[k] as number, Y.values[k] as number]
    sum += Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)))
  }
  return requireNotTooLarge(call, sum) / Z2.columns
}

/**
 * J = −(1/M) Σ_i Σ_k y ln a with a = softmax(z) by column, for outputs of which one is right.
 *
 * Computed from z: −ln a_k = ln Σ_j e^(z_j − z_max) + z_max − z_k, which never takes the logarithm of 0.
 *
 * @param Z2 preactivations of the output, n×M
 * @param Y labels, n×M, each from 0 to 1; each column sums to 1
 * @throws ShapeError if the shapes differ; RangeError if a column of Y is not a distribution
 */
export function crossEntropy(Z2: Matrix, Y: Matrix): number {
  const call = 'crossEntropy(Z2, Y)'
  requireSameShape(call, 'Z2', Z2, 'Y', Y)
  requireFiniteMatrix(call, 'Z2', Z2)
  requireDistributions(call, 'Y', Y)
  const { rows, columns } = Z2
  let sum = 0
  for (let j = 0; j < columns; j++) {
    let largest = Number.NEGATIVE_INFINITY
    for (let i = 0; i < rows; i++) largest = Math.max(largest, Z2.values[i * columns + j] as number)
    let total = 0
    for (let i = 0; i < rows; i++) total += Math.exp((Z2.values[i * columns + j] as number) - largest)
    const logTotal = Math.log(total)
    for (let i = 0; i < rows; i++) {
      const ij = i * columns + j
      sum += (Y.values[ij] as number) * (logTotal + (largest - (Z2.values[ij] as number)))
    }
  }
  return requireNotTooLarge(call, sum) / columns
}

function requireNotTooLarge(call: string, sum: number): number {
  if (Number.isFinite(sum)) return sum
  throw new RangeError(`${call}: the sum is ${sum}: the numbers have grown too large.`)
}
