import type { Matrix } from '../../math/matrix.js'
import { requireFiniteMatrix, requireMatrix } from '../../math/matrix-argument.js'
import { received } from '../../math/received.js'
import { ShapeError } from '../../math/shape-error.js'
import { shapeOf } from '../../math/shape-of.js'
import type { Parameters } from './parameters.js'

/** What `forward` computes, kept because `backward` needs it. */
export interface Cache {
  /** preactivation of the hidden layer, nh×M */
  readonly Z1: Matrix
  /** activation of the hidden layer, nh×M */
  readonly A1: Matrix
  /** preactivation of the output layer, ny×M */
  readonly Z2: Matrix
  /** activation of the output layer, ny×M: the predictions */
  readonly A2: Matrix
  /** the input, nx×M */
  readonly X: Matrix
}

/**
 * Refuses a cache that a net of these sizes cannot have left.
 *
 * @throws TypeError, RangeError (numbers that are not finite) or ShapeError
 */
export function requireCache(call: string, { W1, W2 }: Parameters, cache: Cache): Cache {
  const value: unknown = cache // a cell may have passed anything
  if (typeof value !== 'object' || value === null)
    throw new TypeError(
      `${call}: expected cache to be what forward(parameters, X) returned, received ${received(value)}.`,
    )
  const M = requireMatrix(call, 'cache.X', cache.X).columns
  const rows = { X: W1.columns, Z1: W1.rows, A1: W1.rows, Z2: W2.rows, A2: W2.rows }
  for (const key of ['X', 'Z1', 'A1', 'Z2', 'A2'] as const) {
    const m = requireFiniteMatrix(call, `cache.${key}`, cache[key])
    if (m.rows !== rows[key] || m.columns !== M)
      throw new ShapeError(
        `${call}: cache.${key} is ${shapeOf(m)}, but with W1 ${shapeOf(W1)}, W2 ${shapeOf(W2)} and ${M} samples it has to be ${rows[key]}×${M}. Expected the cache of forward(parameters, X) with the same parameters.`,
      )
  }
  return cache
}
