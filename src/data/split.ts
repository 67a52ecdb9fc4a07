import { requireKnownKeys } from '../math/known.js'
import type { Matrix } from '../math/matrix.js'
import { requirePositive, requireWhole } from '../math/number-argument.js'
import { randomGenerator } from '../math/random.js'
import { pickColumns } from './pick-columns.js'
import type { Samples } from './samples.js'
import { requireSamples } from './samples-argument.js'

export interface SplitOptions {
  /** How much of the samples is for training, above 0 and below 1. Default 0.8. */
  readonly trainFraction?: number
  /** Decides the shuffle. Default 1. */
  readonly seed?: number
}

/** Some of the samples. */
export interface SplitPart extends Samples {
  /** Where they stood: column m of this X is column `indices[m]` of the X that was split. */
  readonly indices: readonly number[]
}

/**
 * Shuffles the samples and deals them into two parts: each sample is in exactly one of them.
 *
 * @param X inputs, n_x × M
 * @param Y targets, n_y × M
 * @throws ShapeError if X and Y have not as many columns
 * @throws RangeError if a part would be empty, or for an option out of range
 */
export function split(
  X: Matrix,
  Y: Matrix,
  options: SplitOptions = {},
): { train: SplitPart; test: SplitPart } {
  const call = 'split(X, Y, options)'
  requireSamples(call, X, Y)
  requireKnownKeys(call, 'options', options, ['trainFraction', 'seed'])
  const { trainFraction = 0.8, seed = 1 } = options
  requirePositive(call, 'trainFraction', trainFraction)
  requireWhole(call, 'seed', seed, -Number.MAX_SAFE_INTEGER)
  if (trainFraction >= 1)
    throw new RangeError(`${call}: expected trainFraction to be below 1, received ${trainFraction}.`)
  const size = Math.round(trainFraction * X.columns)
  if (size === 0 || size === X.columns) {
    const empty = size === 0 ? 'training' : 'testing'
    throw new RangeError(
      `${call}: ${trainFraction} of ${X.columns} samples leaves none for ${empty}. Change trainFraction or bring more samples.`,
    )
  }
  const order = randomGenerator(seed).shuffle(X.columns)
  return { train: part(X, Y, order.slice(0, size)), test: part(X, Y, order.slice(size)) }
}

function part(X: Matrix, Y: Matrix, indices: readonly number[]): SplitPart {
  return { X: pickColumns(X, indices), Y: pickColumns(Y, indices), indices: Object.freeze(indices) }
}
