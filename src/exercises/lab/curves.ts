import type { BugName } from '../../network/index.js'
import data from './curves.json' with { type: 'json' }

/** How a training with a backward pass went. */
export interface LabCurve {
  /** 'refused': a shape did not fit. 'diverged': the numbers grew without end. */
  readonly status: 'finished' | 'refused' | 'diverged'
  /** The cost of every fifth epoch, from 0; of a training that stopped, of those that it reached. */
  readonly costs: readonly number[]
}

/** What becomes of the cost, in the word that a learner predicts with. */
export type LabOutcome = 'falls' | 'falters' | 'rises' | 'stops'

/** What each word means. */
export const outcomes: Readonly<Record<LabOutcome, string>> = {
  falls: 'It falls, to less than 30 % of its start.',
  falters: 'It comes down, but not that far.',
  rises: 'It ends no lower than it began.',
  stops: 'The training stops: a shape does not fit, or the numbers grow without end.',
}

/**
 * The cost of the lab's square net, trained with each bug and without one. Training takes a tenth of a second each,
 * which is too long for an answer: the curves are kept, and a test holds them against the training.
 */
export function curveOf(name: BugName | 'no bug'): LabCurve {
  // The file has an entry for every name, which the test proves.
  return (data as Record<string, unknown>)[name] as LabCurve
}

/** The cost at the end, in percent of its start; nothing where the training stopped. */
export function costLeft(name: BugName | 'no bug'): number | undefined {
  const { status, costs } = curveOf(name)
  const [first = 1, last = 1] = [costs[0], costs.at(-1)]
  return status === 'finished' ? (100 * last) / first : undefined
}

export function outcomeOf(name: BugName): LabOutcome {
  const left = costLeft(name)
  if (left === undefined) return 'stops'
  return left < 30 ? 'falls' : left < 100 ? 'falters' : 'rises'
}
