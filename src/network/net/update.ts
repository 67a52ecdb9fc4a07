import { scale, subtract } from '../../math/elementwise.js'
import type { Matrix } from '../../math/matrix.js'
import { requireFiniteMatrix } from '../../math/matrix-argument.js'
import { requireNotNegative } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { ShapeError } from '../../math/shape-error.js'
import { shapeOf } from '../../math/shape-of.js'
import { type Gradients, gradientOf, type Parameters, requireParameters } from './parameters.js'

/**
 * One step of gradient descent: θ − α ∂J/∂θ for each parameter. The given parameters stay as they are.
 *
 * @param learningRate α, 0 or above; with 0 nothing moves
 * @throws ShapeError if a gradient is not of its parameter's shape; TypeError or RangeError if the learning rate is
 *   absent, negative or not finite, or the step leads to numbers that are not finite
 */
export function update(parameters: Parameters, gradients: Gradients, learningRate: number): Parameters {
  const call = 'update(parameters, gradients, learningRate)'
  requireParameters(call, 'parameters', parameters)
  if (typeof gradients !== 'object' || gradients === null)
    throw new TypeError(
      `${call}: expected gradients to be a record { dW1, dB1, dW2, dB2 }, received ${received(gradients)}.`,
    )
  requireNotNegative(call, 'learningRate', learningRate)

  const step = (name: keyof typeof gradientOf): Matrix => {
    const [theta, gradient] = [parameters[name], gradients[gradientOf[name]]]
    requireFiniteMatrix(call, `gradients.${gradientOf[name]}`, gradient)
    if (gradient.rows !== theta.rows || gradient.columns !== theta.columns)
      throw new ShapeError(
        `${call}: ${gradientOf[name]} is ${shapeOf(gradient)}, but ${name} is ${shapeOf(theta)}. Expected a gradient in its parameter's shape.`,
      )
    return subtract(theta, scale(gradient, learningRate))
  }
  return Object.freeze({ W1: step('W1'), B1: step('B1'), W2: step('W2'), B2: step('B2') })
}
