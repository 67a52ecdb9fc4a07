import { finiteResult } from '../math/finite-result.js'
import { requireFinite } from '../math/number-argument.js'
import { randomGenerator } from '../math/random.js'
import { type GeneratorOptions, generatorOptions } from './generator-options.js'
import type { Samples } from './samples.js'

export interface NoisyLineOptions extends GeneratorOptions {
  readonly slope?: number
  readonly intercept?: number
}

/**
 * Points about a line: y = slope·x + intercept + noise, x uniform from −2 to 2.
 *
 * @param options samples 50, slope 2, intercept 1, noise 0.5, seed 1
 * @returns X 1×M, Y 1×M
 * @throws TypeError or RangeError for a wrong option
 */
export function noisyLine(options: NoisyLineOptions = {}): Samples {
  const call = 'noisyLine(options)'
  const defaults = { samples: 50, noise: 0.5, seed: 1 }
  const { samples, noise, seed } = generatorOptions(call, options, defaults, ['slope', 'intercept'])
  const { slope = 2, intercept = 1 } = options
  requireFinite(call, 'slope', slope)
  requireFinite(call, 'intercept', intercept)
  const random = randomGenerator(seed)
  const xs = new Float64Array(samples)
  const ys = new Float64Array(samples)
  for (let i = 0; i < samples; i++) {
    const x = random.uniform(-2, 2)
    xs[i] = x
    ys[i] = slope * x + intercept + random.normal(0, noise)
  }
  return { X: finiteResult(call, 1, samples, xs), Y: finiteResult(call, 1, samples, ys) }
}
