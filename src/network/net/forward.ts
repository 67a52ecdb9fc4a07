import { add } from '../../math/elementwise.js'
import { matmul } from '../../math/matmul.js'
import type { Matrix } from '../../math/matrix.js'
import { requireFiniteMatrix } from '../../math/matrix-argument.js'
import { ShapeError } from '../../math/shape-error.js'
import { shapeOf } from '../../math/shape-of.js'
import { softmax } from '../../math/softmax.js'
import { activationFunctions } from './activation-functions.js'
import type { Cache } from './cache.js'
import { type NetworkOptions, type OutputActivation, resolveOptions } from './options.js'
import { type Parameters, requireParameters } from './parameters.js'

/**
 * The forward pass of a net of two layers: from inputs to predictions.
 *
 * @param parameters W1 (nh×nx), B1 (nh×1), W2 (ny×nh), B2 (ny×1)
 * @param X inputs, nx×M: samples are columns
 * @param options which activations; a softmax output needs no cost here
 * @throws ShapeError if X has not nx rows; RangeError for numbers that are not finite
 * @see notebooks/05-two-layer-forward.ipynb
 */
export function forward(parameters: Parameters, X: Matrix, options: NetworkOptions = {}): Cache {
  const call = 'forward(parameters, X, options)'
  const { hiddenActivation, outputActivation } = resolveOptions(call, withCostOfSoftmax(options))
  const { W1, B1, W2, B2 } = requireParameters(call, 'parameters', parameters)
  requireInputs(call, W1, X)

  const Z1 = add(matmul(W1, X), B1) // nh×nx · nx×M + nh×1 → nh×M
  const A1 = activationFunctions[hiddenActivation].f(Z1) // nh×M
  const Z2 = add(matmul(W2, A1), B2) // ny×nh · nh×M + ny×1 → ny×M
  const A2 = outputOf(outputActivation, Z2) // ny×M
  return Object.freeze({ Z1, A1, Z2, A2, X })
}

/** A2 of Z2. */
export function outputOf(outputActivation: OutputActivation, Z2: Matrix): Matrix {
  return outputActivation === 'softmax' ? softmax(Z2) : activationFunctions[outputActivation].f(Z2)
}

/** Refuses an X that is not nx×M. @throws TypeError, RangeError or ShapeError */
export function requireInputs(call: string, W1: Matrix, X: Matrix): void {
  requireFiniteMatrix(call, 'X', X)
  if (X.rows !== W1.columns)
    throw new ShapeError(
      `${call}: X is ${shapeOf(X)}, but W1 is ${shapeOf(W1)}. Expected X with ${W1.columns} ${W1.columns === 1 ? 'row' : 'rows'}, one for each input: samples are columns.`,
    )
}

/** A forward pass knows no cost, so here softmax does not wait for its one cost to be named. */
function withCostOfSoftmax(options: NetworkOptions): NetworkOptions {
  return options?.outputActivation === 'softmax' && options.cost === undefined
    ? { ...options, cost: 'crossEntropy' }
    : options
}
