import { requireKnownKeys } from '../../math/known.js'
import { received } from '../../math/received.js'
import { isTodo } from '../todo.js'
import type { Evidence, Verdict } from '../verdict.js'
import { costLeft, curveOf, type LabOutcome, outcomeOf, outcomes } from './curves.js'
import { labTraining } from './lab-nets.js'
import { type LabLevel, type LabPlace, labId, labOrder } from './lab-order.js'
import { labVerdict, lessonOf, linesOf } from './lab-verdict.js'
import { type Suspect, suspectsOf } from './suspects.js'
import { symptomsOf, trainingChart } from './symptoms.js'

/** One case of the lab to show: made by `bugLab(3)`. */
export interface LabCase {
  readonly kind: 'lab'
  /** `06-lab-3` */
  readonly id: string
  readonly number: number
  readonly level: LabLevel
  /** What one sees of the bug: shapes, the gradient check, heat maps; the training once it was predicted. */
  readonly evidence: readonly Evidence[]
  /** The words to predict with. */
  readonly outcomes: Readonly<Record<LabOutcome, string>>
  /** Empty as long as nothing is predicted. */
  readonly choice: LabOutcome | ''
  readonly outcome: LabOutcome
  /** What the cost did. */
  readonly result: string
  /** The bugs that it could be. */
  readonly suspects: readonly Suspect[]
  /** What the answer is; none as long as there is no answer. */
  readonly verdict?: Verdict
  /** The bug with its lines, for who gave up. */
  readonly solution?: { readonly text: string; readonly evidence: readonly Evidence[] }
}

/** The learner's score to show: made by `bugLab()`, or `bugLab({ summary: true })`. `show` counts it from what it remembers. */
export interface LabSummary {
  readonly kind: 'lab-summary'
}

/** What `bugLab` can be told of a case. `'?'` leaves it open. */
export interface LabOptions {
  /** What the cost will do: 'falls', 'falters', 'rises' or 'stops'. */
  readonly predict?: string
  /** The bug's name: 'no-2'. */
  readonly answer?: string
  /** Says which it is, and counts nothing. */
  readonly giveUp?: boolean
}

/**
 * The Bug Lab: thirty backward passes with one planted bug each, from easy to hard.
 *
 * `show(bugLab(3))` shows what one sees of case 3. `{ predict: 'falls' }` says beforehand what the cost will do, and
 * opens the training; `{ predict: 'falls', answer: 'no-2' }` names the bug. The same call says the same every time.
 * `show(bugLab())`, or `show(bugLab({ summary: true }))`, is the score so far.
 *
 * @param number 1 to 30; left out: the score
 * @throws RangeError for a case or a prediction that does not exist, TypeError for an unknown option; no answer throws
 */
export function bugLab(number: number, options?: LabOptions): LabCase
export function bugLab(options?: { readonly summary: true }): LabSummary
export function bugLab(
  number: number | { readonly summary: true } = { summary: true },
  options: LabOptions = {},
): LabCase | LabSummary {
  if (typeof number === 'object' && number !== null && !isTodo(number)) {
    requireKnownKeys('bugLab({ summary: true })', 'options', number, ['summary'])
    return { kind: 'lab-summary' }
  }
  const call = 'bugLab(number, options)'
  requireKnownKeys(call, 'options', options, ['predict', 'answer', 'giveUp'])
  const place = labOrder.find((each) => each.number === number)
  if (place === undefined)
    throw new RangeError(
      `${call}: expected the number of a case, from 1 to ${labOrder.length}, received ${received(number)}.`,
    )
  return labCase(place, choiceOf(call, options.predict), options)
}

function labCase(place: LabPlace, choice: LabOutcome | '', { answer, giveUp }: LabOptions): LabCase {
  const { bug, number, level } = place
  const answered = !isOpen(answer)
  const seen = choice !== '' || answered || giveUp === true
  return {
    kind: 'lab',
    id: labId(number),
    number,
    level,
    evidence: [
      ...symptomsOf(place),
      ...(seen ? [{ kind: 'chart' as const, figure: trainingChart(bug, number) }] : []),
    ],
    outcomes,
    choice,
    outcome: outcomeOf(bug),
    result: resultOf(place),
    suspects: suspectsOf(place),
    ...(answered && { verdict: labVerdict(place, answer) }),
    ...(giveUp === true &&
      !answered && { solution: { text: `It is \`${bug}\`. ${lessonOf(bug)}`, evidence: linesOf(bug) } }),
  }
}

function resultOf({ bug }: LabPlace): string {
  const left = costLeft(bug)
  if (left !== undefined)
    return `${outcomes[outcomeOf(bug)]} After ${labTraining.epochs} epochs it stands at ${left.toFixed(1)} % of its start.`
  return curveOf(bug).status === 'refused'
    ? 'It stops in the first step: a shape does not fit.'
    : 'It stops after a few epochs: the numbers grow without end.'
}

function isOpen(value: unknown): boolean {
  return value === undefined || value === '?' || value === '' || isTodo(value)
}

function choiceOf(call: string, predict: unknown): LabOutcome | '' {
  if (isOpen(predict)) return ''
  const word = String(predict).trim().toLowerCase()
  const found = Object.keys(outcomes).find((each) => each === word)
  if (found === undefined)
    throw new RangeError(
      `${call}: expected predict to be one of ${Object.keys(outcomes)
        .map((each) => `'${each}'`)
        .join(', ')}, or '?' to leave it open, received ${received(predict)}.`,
    )
  return found as LabOutcome // one of the keys of `outcomes`
}
