// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { RandomGenerator } from '../../math/random.js'
import { type Sizes, windowsOn } from '../training/parameter-vector.js'

/**
 * A random direction in parameter space, each neuron's share of it as long as the neuron's own weights and bias.
 *
 * So a step of 1 changes each neuron by as much as there is of it, and landscapes of different nets compare:
 * Li, Xu, Taylor, Studer, Goldstein, Visualizing the Loss Landscape of Neural Nets, 2018 ("filter normalisation").
 */
export function randomDirection(theta: Float64Array, sizes: Sizes, random: RandomGenerator): Float64Array {
  const direction = theta.map(() => random.normal())
  const [W1, B1, W2, B2] = windowsOn(theta, sizes)
  const [dW1, dB1, dW2, dB2] = windowsOn(direction, sizes)
  normalise(dW1, dB1, W1, B1)
  normalise(dW2, dB2, W2, B2)
  return direction
}

/** Scales each row of [dW dB] to the length of the same row of [W B]; to 1 where that is 0. */
function normalise(dW: Float64Array, dB: Float64Array, W: Float64Array, B: Float64Array): void {
  const columns = W.length / B.length
  for (let i = 0; i < B.length; i++) {
    const row = (w: Float64Array): Float64Array => w.subarray(i * columns, (i + 1) * columns)
    const factor = (Math.hypot(...row(W), B[i] as number) || 1) / Math.hypot(...row(dW), dB[i] as number)
    row(dW).forEach((value, j, weights) => {
      weights[j] = value * factor
    })
    dB[i] = (dB[i] as number) * factor
  }
}
