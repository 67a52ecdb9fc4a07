import { type GeneratorOptions, generatorOptions } from './generator-options.js'
import { onCircle } from './on-circle.js'
import { points } from './points.js'
import type { LabelledSamples } from './samples.js'

/**
 * Two half circles of radius 1 that reach into one another: the upper about (0, 0) is class 0, the lower about
 * (1, 0.5) is class 1. Samples take turns, the first is of class 0.
 *
 * @param options samples 200, noise 0.1, seed 1
 * @returns X 2×M, Y 1×M of 0 and 1
 * @throws TypeError or RangeError for a wrong option
 */
export function twoMoons(options: GeneratorOptions = {}): LabelledSamples {
  const call = 'twoMoons(options)'
  const settings = generatorOptions(call, options, { samples: 200, noise: 0.1, seed: 1 })
  return points(call, settings, ['upper moon', 'lower moon'], (i, random) => {
    const { x, y } = onCircle(random)
    return i % 2 === 0
      ? { x, y: Math.abs(y), target: 0 } //
      : { x: 1 + x, y: 0.5 - Math.abs(y), target: 1 }
  })
}
