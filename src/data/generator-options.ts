import { requireKnownKeys } from '../math/known.js'
import { requireNotNegative, requireWhole } from '../math/number-argument.js'

/** What every generator of samples takes. */
export interface GeneratorOptions {
  /** The number of samples M, 1 or more. */
  readonly samples?: number
  /** Standard deviation of the normal noise, 0 or above. */
  readonly noise?: number
  /** Decides the random numbers: the same seed gives the same samples, everywhere. */
  readonly seed?: number
}

/** The options with their defaults filled in. @throws TypeError or RangeError for a wrong one */
export function generatorOptions(
  call: string,
  options: GeneratorOptions,
  defaults: Required<GeneratorOptions>,
  more: readonly string[] = [],
): Required<GeneratorOptions> {
  requireKnownKeys(call, 'options', options, ['samples', 'noise', 'seed', ...more])
  const { samples = defaults.samples, noise = defaults.noise, seed = defaults.seed } = options
  requireWhole(call, 'samples', samples, 1)
  requireNotNegative(call, 'noise', noise)
  requireWhole(call, 'seed', seed, -Number.MAX_SAFE_INTEGER)
  return { samples, noise, seed }
}
