import { randomGenerator } from '../../math/index.js'
import type { BugName } from '../../network/index.js'
import { seedOf } from '../seed-of.js'

export type LabLevel = 1 | 2 | 3

/**
 * The thirty bugs by how hard they are to name. 1: they stop, or miss by a factor or a whole matrix, and every line is
 * checked. 2: the numbers have to be compared. 3: only the four gradients of the parameters are seen, as in a program
 * of one's own, and bugs of one line resemble each other.
 */
const levels: readonly (readonly [LabLevel, readonly BugName[]])[] = [
  [
    1,
    [
      'no-1/M',
      'no-2',
      'double-1/M',
      'sign',
      'no-sigmaPrime-output',
      'no-sigmaPrime-hidden',
      'matmul-for-hadamard',
      'dW2-transposed',
      'bias-unsummed',
      'bias-wrong-axis',
    ],
  ],
  [
    2,
    [
      '1/(M+1)',
      'mean-over-outputs',
      'absolute',
      'source',
      'dW2-from-Z1',
      'dW2-from-X',
      'dW1-from-A1',
      'bias-mean',
      'W2-untransposed',
      'W1ᵀ-for-W2ᵀ',
    ],
  ],
  [
    3,
    [
      'sigmaPrime-of-A2',
      'sigmaPrime-of-A1',
      'sigmaPrime-of-both',
      'A2-for-sigmaPrime',
      'Z(1−Z)',
      'sigmaPrime-of-Z2-in-hidden',
      'dW2-from-A2',
      'W2-updated-first',
      'dW2ᵀ-for-W2ᵀ',
      'dA2-for-dZ2',
    ],
  ],
]

/** One of the thirty, in its place. */
export interface LabPlace {
  /** From 1. */
  readonly number: number
  readonly level: LabLevel
  readonly bug: BugName
}

/** Easy to hard, and within a level in an order that is the same every time. */
export const labOrder: readonly LabPlace[] = levels
  .flatMap(([level, names]) => shuffled(names, seedOf(`06-lab-${level}`)).map((bug) => ({ level, bug })))
  .map((place, i) => ({ ...place, number: i + 1 }))

/** A list in another order, which follows from the seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = randomGenerator(seed)
  const keyed = list.map((item) => ({ item, key: random.uniform() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}

/** The id under which a case is kept in the learner's log: `06-lab-3`. */
export function labId(number: number): string {
  return `06-lab-${number}`
}
