import { requireBoolean } from '../../math/boolean-argument.js'
import { hadamard, scale, subtract } from '../../math/elementwise.js'
import { matmul } from '../../math/matmul.js'
import type { Matrix } from '../../math/matrix.js'
import { meanSquaredErrorGradient } from '../../math/mean-squared-error.js'
import { sumColumns } from '../../math/sum-columns.js'
import { transpose } from '../../math/transpose.js'
import { activationFunctions } from './activation-functions.js'
import { type Cache, requireCache } from './cache.js'
import { requireLabels } from './cost.js'
import { crossEntropyDerivative } from './cross-entropy-derivative.js'
import { type NetworkOptions, resolveOptions } from './options.js'
import { type Gradients, type Parameters, requireParameters, type Steps } from './parameters.js'

export interface BackwardOptions extends NetworkOptions {
  /** Return dA2, dZ2, dA1 and dZ1 too? Default false. */
  readonly steps?: boolean
}

/**
 * Gradients of the cost of a two-layer net, by backpropagation: the forward pass walked back, line by line.
 *
 * In code dV means ∂J/∂V and has V's shape. With a cross-entropy, dZ2 = (A2 − Y)/M without a detour over dA2;
 * `steps` gives its dA2 all the same, and throws where that is too large for a number.
 *
 * @param parameters W1 (nh×nx), B1 (nh×1), W2 (ny×nh), B2 (ny×1)
 * @param cache what `forward` returned for the same parameters, X (nx×M) and options
 * @param Y labels, ny×M
 * @returns ∂J/∂W1, ∂J/∂B1, ∂J/∂W2, ∂J/∂B2, each in its parameter's shape
 * @throws ShapeError if Y's shape is not A2's, or the cache is of a net of other sizes
 * @see notebooks/06-backprop.ipynb for the derivation
 */
export function backward(
  parameters: Parameters,
  cache: Cache,
  Y: Matrix,
  options: BackwardOptions & { readonly steps: true },
): Gradients & Steps
export function backward(
  parameters: Parameters,
  cache: Cache,
  Y: Matrix,
  options?: BackwardOptions,
): Gradients
export function backward(
  parameters: Parameters,
  cache: Cache,
  Y: Matrix,
  options: BackwardOptions = {},
): Gradients | (Gradients & Steps) {
  const call = 'backward(parameters, cache, Y, options)'
  const net = resolveOptions(call, options, ['steps'])
  const { W2 } = requireParameters(call, 'parameters', parameters)
  const { X, Z1, A1, Z2, A2 } = requireCache(call, parameters, cache)
  requireLabels(call, net.cost, A2, Y)
  const { steps = false } = options
  requireBoolean(call, 'steps', steps)

  let dA2: Matrix | undefined
  let dZ2: Matrix
  if (net.cost === 'meanSquaredError') {
    dA2 = meanSquaredErrorGradient(A2, Y) // (2/M)(A2 − Y), ny×M
    dZ2 = hadamard(dA2, activationFunctions[net.outputActivation].prime(Z2)) // ny×M
  } else {
    if (steps) dA2 = crossEntropyDerivative(net.cost, Z2, Y) // ny×M
    dZ2 = scale(subtract(A2, Y), 1 / Y.columns) // (A2 − Y)/M, ny×M: dA2 ⊙ σ′(Z2), where σ′ cancels
  }
  const dW2 = matmul(dZ2, transpose(A1)) // ny×M · M×nh → ny×nh
  const dB2 = sumColumns(dZ2) // ny×M → ny×1

  const dA1 = matmul(transpose(W2), dZ2) // nh×ny · ny×M → nh×M
  const dZ1 = hadamard(dA1, activationFunctions[net.hiddenActivation].prime(Z1)) // nh×M
  const dW1 = matmul(dZ1, transpose(X)) // nh×M · M×nx → nh×nx
  const dB1 = sumColumns(dZ1) // nh×M → nh×1

  const gradients = { dW1, dB1, dW2, dB2 }
  return Object.freeze(dA2 && steps ? { ...gradients, dA2, dZ2, dA1, dZ1 } : gradients)
}
