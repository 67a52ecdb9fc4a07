import { map } from '../../math/elementwise.js'
import { requireKnownKeys } from '../../math/known.js'
import { type Matrix, zeros } from '../../math/matrix.js'
import { requireNotNegative, requireWhole } from '../../math/number-argument.js'
import { randomGenerator } from '../../math/random.js'
import { received } from '../../math/received.js'
import type { Parameters } from './parameters.js'

export interface InitializeOptions {
  /** [nx, nh, ny]: inputs, hidden neurons, outputs */
  readonly sizes: readonly [number, number, number]
  /** Any whole number: the same seed gives the same parameters. Default 1. */
  readonly seed?: number
  /** Standard deviation of the weights. Default 1/√nx for W1 and 1/√nh for W2, so that Z1 and Z2 are of X's and A1's size. */
  readonly scale?: number
}

/**
 * Parameters to start from: weights normal around 0, so that no two hidden neurons begin equal; biases 0.
 *
 * @throws TypeError or RangeError for a size that is no whole number from 1 up, a seed that is no whole number,
 *   a negative scale
 * @see notebooks/05-two-layer-forward.ipynb for what an equal start does
 */
export function initialize(options: InitializeOptions): Parameters {
  const call = 'initialize({ sizes, seed, scale })'
  requireKnownKeys(call, 'options', options, ['sizes', 'seed', 'scale'])
  const { sizes, seed = 1, scale } = options
  if (!Array.isArray(sizes) || sizes.length !== 3)
    throw new TypeError(
      `${call}: expected sizes to be [nx, nh, ny], three whole numbers: inputs, hidden neurons, outputs; received ${received(sizes)}.`,
    )
  const [nx, nh, ny] = sizes
  requireWhole(call, 'sizes[0] (nx, inputs)', nx, 1)
  requireWhole(call, 'sizes[1] (nh, hidden neurons)', nh, 1)
  requireWhole(call, 'sizes[2] (ny, outputs)', ny, 1)
  requireWhole(call, 'seed', seed, -Number.MAX_SAFE_INTEGER)
  if (scale !== undefined) requireNotNegative(call, 'scale', scale)

  const { normal } = randomGenerator(seed)
  const weights = (rows: number, columns: number): Matrix => {
    const deviation = scale ?? 1 / Math.sqrt(columns)
    return map(zeros(rows, columns), () => normal(0, deviation))
  }
  const W1 = weights(nh, nx) // nh×nx
  const W2 = weights(ny, nh) // ny×nh
  return Object.freeze({ W1, B1: zeros(nh, 1), W2, B2: zeros(ny, 1) })
}
