import { requireKnownKeys } from '../math/known.js'
import type { Matrix } from '../math/matrix.js'
import { requireWhole } from '../math/number-argument.js'
import { epochOrder } from '../network/training/epoch-order.js'
import { pickColumns } from './pick-columns.js'
import type { Samples } from './samples.js'
import { requireSamples } from './samples-argument.js'

export interface MinibatchOptions {
  /** Samples in a batch, 1 or more. The last batch holds what is left; a size above M gives one batch. */
  readonly batchSize: number
  /** Decides the shuffles. Default 1. */
  readonly seed?: number
  /** Which pass over the data, counted from 1: each has a shuffle of its own. Default 1. */
  readonly epoch?: number
}

/**
 * Shuffles the samples and cuts them into batches. All batches together are one epoch: each sample once.
 *
 * @param X inputs, n_x × M
 * @param Y targets, n_y × M
 * @throws ShapeError if X and Y have not as many columns; TypeError or RangeError for a wrong option
 */
export function minibatches(X: Matrix, Y: Matrix, options: MinibatchOptions): Samples[] {
  const call = 'minibatches(X, Y, options)'
  requireSamples(call, X, Y)
  requireKnownKeys(call, 'options', options, ['batchSize', 'seed', 'epoch'])
  const { batchSize, seed = 1, epoch = 1 } = options
  requireWhole(call, 'batchSize', batchSize, 1)
  requireWhole(call, 'seed', seed, -Number.MAX_SAFE_INTEGER)
  requireWhole(call, 'epoch', epoch, 1, 2 ** 32)
  const order = epochOrder(X.columns, seed, epoch)
  const batches: Samples[] = []
  for (let start = 0; start < order.length; start += batchSize) {
    const indices = order.slice(start, start + batchSize)
    batches.push({ X: pickColumns(X, indices), Y: pickColumns(Y, indices) })
  }
  return batches
}
