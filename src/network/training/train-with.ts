import type { Matrix } from '../../math/matrix.js'
import { requireNotNegative, requireWhole } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { ShapeError } from '../../math/shape-error.js'
import type { Cache } from '../net/cache.js'
import { cost } from '../net/cost.js'
import { forward } from '../net/forward.js'
import type { NetworkOptions } from '../net/options.js'
import type { Gradients, Parameters } from '../net/parameters.js'
import { update } from '../net/update.js'
import { requireTraining } from './training-argument.js'

/** Anything that is called like `backward`, right or wrong: one of `bugs`, or one written in a cell. */
export type BackwardPass = (
  parameters: Parameters,
  cache: Cache,
  Y: Matrix,
  options?: NetworkOptions,
) => Gradients

export interface TrainWithOptions extends NetworkOptions {
  /** α, 0 or above */
  readonly learningRate: number
  /** How many updates, each from all samples. */
  readonly epochs: number
}

/** What a training with somebody's own backward pass went through. */
export interface TrainingWith {
  /** where it ended; all numbers in it are finite */
  readonly parameters: Parameters
  /**
   * 'finished': all epochs done. 'refused': a matrix of the pass had the wrong shape. 'diverged': a number grew beyond
   * what a computer holds.
   */
  readonly status: 'finished' | 'refused' | 'diverged'
  /** epochs completed */
  readonly epochs: number
  /** entry e is the cost after epoch e, over all samples; entry 0 before training */
  readonly costs: readonly number[]
  /** why it stopped, where it was refused or diverged */
  readonly message?: string
}

/**
 * Trains a net by gradient descent with the given backward pass in the place of `backward`, to see how far it gets.
 *
 * @param backward is given the parameters, what `forward` left, Y, and the net's options if there are any
 * @param X inputs, nx×M: samples are columns
 * @param Y labels, ny×M
 * @throws TypeError, RangeError or ShapeError for arguments that do not fit, and whatever else the pass throws. Wrong
 *   shapes from the pass, and numbers that grow too large on the way, do not throw: see `status`
 * @see notebooks/06-backprop.ipynb
 */
export function trainWith(
  backward: BackwardPass,
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  options: TrainWithOptions,
): TrainingWith {
  const call = 'trainWith(backward, parameters, X, Y, options)'
  if (typeof backward !== 'function')
    throw new TypeError(
      `${call}: expected backward to be a function (parameters, cache, Y) => gradients, received ${received(backward)}.`,
    )
  requireTraining(call, parameters, X, Y, options, ['learningRate', 'epochs'])
  const { learningRate, epochs, ...net } = options
  requireNotNegative(call, 'learningRate', learningRate)
  requireWhole(call, 'epochs', epochs, 0, 2 ** 32)

  let cache = forward(parameters, X, net)
  let trained = parameters
  const costs = [cost(cache, Y, net)]
  const result = (status: TrainingWith['status'], because = {}): TrainingWith =>
    Object.freeze({ parameters: trained, status, epochs: costs.length - 1, costs, ...because })

  for (let epoch = 1; epoch <= epochs; epoch++) {
    try {
      const next = update(trained, backward(trained, cache, Y, net), learningRate)
      const nextCache = forward(next, X, net)
      costs.push(cost(nextCache, Y, net))
      trained = next
      cache = nextCache
    } catch (error) {
      if (error instanceof ShapeError) return result('refused', { message: error.message })
      // Numbers that are not finite are refused where they arise, by a RangeError. In the first epoch it is another fault.
      if (error instanceof RangeError && epoch > 1) return result('diverged', { message: error.message })
      throw error
    }
  }
  return result('finished')
}
