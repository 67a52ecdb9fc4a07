import { requireKnownKeys, requireKnownValue } from '../../math/known.js'

export type Activation = 'sigmoid' | 'tanh' | 'relu' | 'identity'
export type OutputActivation = Activation | 'softmax'
export type Cost = 'meanSquaredError' | 'binaryCrossEntropy' | 'crossEntropy'

/** What kind of net it is. The same record goes to `forward`, `backward`, `cost` and `train`. */
export interface NetworkOptions {
  /** A1 = this of Z1. Default 'sigmoid'. */
  readonly hiddenActivation?: Activation
  /** A2 = this of Z2. Default 'sigmoid'; 'softmax' when the cost is 'crossEntropy'. */
  readonly outputActivation?: OutputActivation
  /** Default 'meanSquaredError'. 'binaryCrossEntropy' goes with 'sigmoid' only, 'crossEntropy' with 'softmax' only. */
  readonly cost?: Cost
}

/** The same with every default filled in, and only combinations that belong together. */
export type ResolvedOptions = { readonly hiddenActivation: Activation } & (
  | { readonly cost: 'meanSquaredError'; readonly outputActivation: Activation }
  | { readonly cost: 'binaryCrossEntropy'; readonly outputActivation: 'sigmoid' }
  | { readonly cost: 'crossEntropy'; readonly outputActivation: 'softmax' }
)

export const networkOptionKeys = ['hiddenActivation', 'outputActivation', 'cost'] as const
const activations = ['sigmoid', 'tanh', 'relu', 'identity'] as const
const outputActivations = [...activations, 'softmax'] as const
const costs = ['meanSquaredError', 'binaryCrossEntropy', 'crossEntropy'] as const

/**
 * Fills in the defaults, and refuses unknown keys, unknown values and combinations that have no gradient here.
 *
 * @param call the caller as the reader knows it, for messages
 * @param moreKeys keys that the caller reads itself
 * @throws TypeError for an unknown key, RangeError for an unknown value or combination
 */
export function resolveOptions(
  call: string,
  options: NetworkOptions,
  moreKeys: readonly string[] = [],
): ResolvedOptions {
  requireKnownKeys(call, 'options', options, [...networkOptionKeys, ...moreKeys])
  const known = <T extends string>(name: keyof NetworkOptions, values: readonly T[], otherwise: T): T =>
    options[name] === undefined ? otherwise : requireKnownValue(call, name, options[name], values)

  const cost = known('cost', costs, 'meanSquaredError')
  const hiddenActivation = known('hiddenActivation', activations, 'sigmoid')
  const usual = cost === 'crossEntropy' ? 'softmax' : 'sigmoid'
  const outputActivation = known('outputActivation', outputActivations, usual)

  if (cost === 'crossEntropy') {
    if (outputActivation === 'softmax') return { hiddenActivation, cost, outputActivation }
    throw refused(call, cost, outputActivation, "Expected outputActivation 'softmax' with this cost.")
  }
  if (outputActivation === 'softmax')
    throw refused(call, cost, outputActivation, "Expected cost 'crossEntropy' with this output activation.")
  if (cost === 'meanSquaredError') return { hiddenActivation, cost, outputActivation }
  if (outputActivation === 'sigmoid') return { hiddenActivation, cost, outputActivation }
  throw refused(call, cost, outputActivation, "Expected outputActivation 'sigmoid' with this cost.")
}

function refused(call: string, cost: Cost, outputActivation: OutputActivation, expected: string): RangeError {
  return new RangeError(
    `${call}: the cost '${cost}' does not go with the outputActivation '${outputActivation}'. ${expected}`,
  )
}
