import type { Matrix } from '../../math/matrix.js'
import { requireNotNegative } from '../../math/number-argument.js'
import type { NetworkOptions } from '../net/options.js'
import type { Parameters } from '../net/parameters.js'
import { batchPass } from './batch-pass.js'
import { parameterVector } from './parameter-vector.js'
import { requireTraining } from './training-argument.js'

/** A net in training on one batch of samples. It changes with each step; what it gives out are copies. */
export interface Trainer {
  /**
   * Forward, backward and update, once, over all samples.
   *
   * @param learningRate α, 0 or above
   * @returns the cost before the step
   * @throws RangeError if numbers have grown beyond what is finite; the parameters are then those before the step
   */
  step(learningRate: number): number
  /** The parameters as they are now. */
  parameters(): Parameters
}

/**
 * The fast path of training: the numbers of `forward`, `backward` and `update`, computed in arrays made once.
 *
 * @param parameters to start from; they stay as they are
 * @param X inputs, nx×M: samples are columns
 * @param Y labels, ny×M
 * @throws what `forward` and `cost` throw for the same arguments
 */
export function trainer(parameters: Parameters, X: Matrix, Y: Matrix, options: NetworkOptions = {}): Trainer {
  const net = requireTraining('trainer(parameters, X, Y, options)', parameters, X, Y, options)
  const [inputs, labels] = [Float64Array.from(X.values), Float64Array.from(Y.values)]
  const vector = parameterVector(parameters)
  const pass = batchPass(vector, X.columns, net)

  function step(learningRate: number): number {
    const call = 'trainer.step(learningRate)'
    requireNotNegative(call, 'learningRate', learningRate)
    const J = pass.evaluate(inputs, labels)
    if (!Number.isFinite(J))
      throw new RangeError(
        `${call}: the cost is ${J}: the numbers have grown too large. Use a smaller learning rate.`,
      )
    if (!vector.descend(pass.gradient, learningRate)) {
      vector.undo()
      throw new RangeError(
        `${call}: a step with learning rate ${learningRate} leads to parameters that are not finite. Use a smaller one.`,
      )
    }
    return J
  }

  return Object.freeze({ step, parameters: vector.parameters })
}
