// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { Matrix } from './matrix.js'
import { place, requireFiniteMatrix } from './matrix-argument.js'

/** How far a column of labels may be from summing to 1: room for rounding, for nothing else. */
const tolerance = 1e-9

/** Refuses a matrix with an entry below 0 or above 1. @throws RangeError */
export function requireProbabilities(call: string, name: string, Y: Matrix): void {
  requireFiniteMatrix(call, name, Y)
  const k = Y.values.findIndex((y) => y < 0 || y > 1)
  if (k >= 0)
    throw new RangeError(
      `${call}: a cross-entropy needs labels from 0 to 1, but the ${place(Y, k)} of ${name} is ${String(Y.values[k])}. For other targets use the cost 'meanSquaredError'.`,
    )
}

/** Refuses a matrix whose columns are not distributions: entries from 0 to 1 that sum to 1. @throws RangeError */
export function requireDistributions(call: string, name: string, Y: Matrix): void {
  requireProbabilities(call, name, Y)
  for (let j = 0; j < Y.columns; j++) {
    let sum = 0
    for (let i = 0; i < Y.rows; i++) sum += Y.values[i * Y.columns + j] as number
    if (Math.abs(sum - 1) > tolerance)
      throw new RangeError(
        `${call}: column ${j} of ${name} (counted from 0) sums to ${sum}. Cross-entropy with softmax needs each column to sum to 1: one-hot labels, made with oneHot(labels). For outputs that each say yes or no use 'binaryCrossEntropy'.`,
      )
  }
}
