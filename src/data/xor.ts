import { type GeneratorOptions, generatorOptions } from './generator-options.js'
import { points } from './points.js'
import type { LabelledSamples } from './samples.js'

/**
 * Exclusive or: 1 when the two inputs differ. Sample i stands at corner i mod 4 of (0,0), (0,1), (1,0), (1,1); with
 * 4 samples and no noise (the defaults) it is the truth table.
 *
 * @returns X 2×M, Y 1×M of 0 and 1
 * @throws TypeError or RangeError for a wrong option
 */
export function xor(options: GeneratorOptions = {}): LabelledSamples {
  const call = 'xor(options)'
  const settings = generatorOptions(call, options, { samples: 4, noise: 0, seed: 1 })
  return points(call, settings, ['equal', 'different'], (i) => {
    const x = Math.floor(i / 2) % 2
    const y = i % 2
    return { x, y, target: x === y ? 0 : 1 }
  })
}
