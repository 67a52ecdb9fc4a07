import { type GeneratorOptions, generatorOptions } from './generator-options.js'
import { onCircle } from './on-circle.js'
import { points } from './points.js'
import type { LabelledSamples } from './samples.js'

/**
 * Two circles about the origin: the outer, of radius 2, is class 0, the inner, of radius 1, is class 1. Samples take
 * turns, the first is of class 0.
 *
 * @param options samples 200, noise 0.1, seed 1
 * @returns X 2×M, Y 1×M of 0 and 1
 * @throws TypeError or RangeError for a wrong option
 */
export function rings(options: GeneratorOptions = {}): LabelledSamples {
  const call = 'rings(options)'
  const settings = generatorOptions(call, options, { samples: 200, noise: 0.1, seed: 1 })
  return points(call, settings, ['outer ring', 'inner ring'], (i, random) => {
    const { x, y } = onCircle(random)
    return i % 2 === 0
      ? { x: 2 * x, y: 2 * y, target: 0 } //
      : { x, y, target: 1 }
  })
}
