import type { Matrix } from '../../math/matrix.js'
import { zeros } from '../../math/matrix.js'
import { requireLabels } from '../net/cost.js'
import { requireInputs } from '../net/forward.js'
import { type NetworkOptions, type ResolvedOptions, resolveOptions } from '../net/options.js'
import { type Parameters, requireParameters } from '../net/parameters.js'

/** Refuses parameters, samples and options that do not belong together. @throws what `forward` and `cost` throw */
export function requireTraining(
  call: string,
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  options: NetworkOptions,
  moreKeys: readonly string[] = [],
): ResolvedOptions {
  const net = resolveOptions(call, options, moreKeys)
  const { W1, W2 } = requireParameters(call, 'parameters', parameters)
  requireInputs(call, W1, X)
  requireLabels(call, net.cost, zeros(W2.rows, X.columns), Y) // in A2's shape
  return net
}
