import { finiteResult } from '../math/finite-result.js'
import { fromValues } from '../math/matrix.js'
import { type RandomGenerator, randomGenerator } from '../math/random.js'
import type { GeneratorOptions } from './generator-options.js'
import type { LabelledSamples } from './samples.js'

export interface Point {
  readonly x: number
  readonly y: number
  readonly target: 0 | 1
}

/**
 * Samples of two classes in the plane: `place` puts sample i where it belongs, and noise moves it from there.
 * The draws do not depend on the noise, so more noise moves the same points farther in the same directions.
 */
export function points(
  call: string,
  { samples, noise, seed }: Required<GeneratorOptions>,
  classNames: readonly [string, string],
  place: (i: number, random: RandomGenerator) => Point,
): LabelledSamples {
  const random = randomGenerator(seed)
  const values = new Float64Array(2 * samples)
  const targets = new Float64Array(samples)
  const labels: string[] = []
  for (let i = 0; i < samples; i++) {
    const { x, y, target } = place(i, random)
    values[i] = x + random.normal(0, noise)
    values[samples + i] = y + random.normal(0, noise)
    targets[i] = target
    labels.push(classNames[target])
  }
  return {
    X: finiteResult(call, 2, samples, values),
    Y: fromValues(1, samples, targets),
    labels: Object.freeze(labels),
  }
}
