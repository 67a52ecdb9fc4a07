import { binaryCrossEntropy, crossEntropy } from '../../math/cross-entropy.js'
import type { Matrix } from '../../math/matrix.js'
import { requireFiniteMatrix } from '../../math/matrix-argument.js'
import { meanSquaredError } from '../../math/mean-squared-error.js'
import { requireDistributions, requireProbabilities } from '../../math/probabilities.js'
import { ShapeError } from '../../math/shape-error.js'
import { shapeOf } from '../../math/shape-of.js'
import type { Cache } from './cache.js'
import { type Cost, type NetworkOptions, resolveOptions } from './options.js'

/**
 * J: how far the predictions of a forward pass are from the labels.
 *
 * @param cache what `forward` returned
 * @param Y labels, ny×M: A2's shape
 * @param options the same as for `forward`
 * @throws ShapeError if Y's shape is not A2's; RangeError for a label that the cost does not take
 */
export function cost(cache: Cache, Y: Matrix, options: NetworkOptions = {}): number {
  const call = 'cost(cache, Y, options)'
  const { cost: name } = resolveOptions(call, options)
  requireFiniteMatrix(call, 'cache.Z2', cache?.Z2)
  requireFiniteMatrix(call, 'cache.A2', cache.A2)
  requireLabels(call, name, cache.A2, Y)
  return costOf(name, cache, Y)
}

/** J by the cost's name, from the output layer: the cross-entropies are computed from Z2, which is stable. */
export function costOf(name: Cost, { Z2, A2 }: Pick<Cache, 'Z2' | 'A2'>, Y: Matrix): number {
  if (name === 'meanSquaredError') return meanSquaredError(A2, Y)
  return name === 'binaryCrossEntropy' ? binaryCrossEntropy(Z2, Y) : crossEntropy(Z2, Y)
}

/** Refuses labels that are not of A2's shape, or that the cost does not take. @throws ShapeError or RangeError */
export function requireLabels(call: string, name: Cost, A2: Matrix, Y: Matrix): void {
  requireFiniteMatrix(call, 'Y', Y)
  if (Y.rows !== A2.rows || Y.columns !== A2.columns)
    throw new ShapeError(
      `${call}: Y is ${shapeOf(Y)}, but A2 is ${shapeOf(A2)}. Expected labels in A2's shape: a row for each output, a column for each sample.`,
    )
  if (name === 'binaryCrossEntropy') requireProbabilities(call, 'Y', Y)
  if (name === 'crossEntropy') requireDistributions(call, 'Y', Y)
}
