import { add } from '../../math/elementwise.js'
import { matmul } from '../../math/matmul.js'
import type { Matrix } from '../../math/matrix.js'
import { firstNotFinite, requireMatrix } from '../../math/matrix-argument.js'
import { received } from '../../math/received.js'
import { numericalGradient } from '../descent/numerical-gradient.js'
import { activationFunctions } from '../net/activation-functions.js'
import { costOf } from '../net/cost.js'
import { forward, outputOf } from '../net/forward.js'
import type { NetworkOptions } from '../net/options.js'
import type { Gradients, Parameters, Steps } from '../net/parameters.js'
import { requireTraining } from '../training/training-argument.js'
import { crossEntropyDifferences } from './cross-entropy-differences.js'
import { relativeDifference } from './relative-difference.js'

/** For each gradient given, how far it is from the central difference: 0 equal, 1 nothing in common, or Infinity. */
export type GradientErrors = { readonly [name in keyof Gradients]: number } & {
  readonly [name in keyof Steps]?: number
}

const stepNames = ['dA2', 'dZ2', 'dA1', 'dZ1'] as const
type Name = keyof Gradients | keyof Steps

/**
 * Holds gradients against central differences, with h = 10⁻⁵, each by itself.
 *
 * For dW1 an entry of W1 is nudged and the net run forward; for dZ2 an entry of Z2, and only the rest of the net is
 * run. So an error is charged where it shows: follow dA2, dZ2, dA1, dZ1 in this order, and the first that is large is
 * the line to look at. A right gradient has an error of about 10⁻⁷ or less (more at the kink of relu).
 *
 * @param parameters W1 (nh×nx), B1 (nh×1), W2 (ny×nh), B2 (ny×1)
 * @param X inputs, nx×M
 * @param Y labels, ny×M
 * @param gradients what a backward pass returned; dA2, dZ2, dA1, dZ1 are looked at when they are there
 * @returns for each ‖g − n‖/(‖g‖ + ‖n‖), with g given and n numerical; 0 where neither can be told from 0;
 *   Infinity if g has the wrong shape or holds NaN or ±Infinity, or n is beyond computing (dA2 of a cross-entropy
 *   where a prediction is 0 or 1 to the last digit, and wrong)
 * @throws TypeError if one of dW1, dB1, dW2, dB2 is missing or no matrix; what `forward` and `cost` throw
 */
export function checkGradients(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  gradients: Gradients & Partial<Steps>,
  options: NetworkOptions = {},
): GradientErrors {
  const call = 'checkGradients(parameters, X, Y, gradients, options)'
  const { cost, hiddenActivation, outputActivation } = requireTraining(call, parameters, X, Y, options)
  const given: unknown = gradients // a cell may have passed anything
  if (typeof given !== 'object' || given === null)
    throw new TypeError(
      `${call}: expected gradients to be a record { dW1, dB1, dW2, dB2 }, received ${received(given)}.`,
    )

  const cache = forward(parameters, X, options)
  // The cost as a function of one matrix, everything before it held fixed.
  const { W2, B2 } = parameters
  const ofA2 = (A2: Matrix): number => costOf(cost, { Z2: cache.Z2, A2 }, Y)
  const ofZ2 = (Z2: Matrix): number => costOf(cost, { Z2, A2: outputOf(outputActivation, Z2) }, Y)
  const ofA1 = (A1: Matrix): number => ofZ2(add(matmul(W2, A1), B2))
  const ofZ1 = (Z1: Matrix): number => ofA1(activationFunctions[hiddenActivation].f(Z1))
  const ofParameters = (changed: Partial<Parameters>): number =>
    costOf(cost, forward({ ...parameters, ...changed }, X, options), Y)

  const numerical: { readonly [name in Name]: () => Matrix | undefined } = {
    dW1: () => numericalGradient((W1: Matrix) => ofParameters({ W1 }), parameters.W1),
    dB1: () => numericalGradient((B1: Matrix) => ofParameters({ B1 }), parameters.B1),
    dW2: () => numericalGradient((W2: Matrix) => ofParameters({ W2 }), parameters.W2),
    dB2: () => numericalGradient((B2: Matrix) => ofParameters({ B2 }), parameters.B2),
    dA2: () =>
      cost === 'meanSquaredError'
        ? numericalGradient(ofA2, cache.A2)
        : crossEntropyDifferences(cost, cache.A2, Y),
    dZ2: () => numericalGradient(ofZ2, cache.Z2),
    dA1: () => numericalGradient(ofA1, cache.A1),
    dZ1: () => numericalGradient(ofZ1, cache.Z1),
  }
  const J = costOf(cost, cache, Y)
  const error = (name: Name): number => {
    const g = requireMatrix(call, `gradients.${name}`, gradients[name])
    const n = numerical[name]()
    if (n === undefined || g.rows !== n.rows || g.columns !== n.columns || firstNotFinite(g.values) >= 0)
      return Number.POSITIVE_INFINITY
    return relativeDifference(g, n, J)
  }

  const steps: Partial<Record<keyof Steps, number>> = {}
  for (const name of stepNames) if (gradients[name] !== undefined) steps[name] = error(name)
  return Object.freeze({
    dW1: error('dW1'),
    dB1: error('dB1'),
    dW2: error('dW2'),
    dB2: error('dB2'),
    ...steps,
  })
}
