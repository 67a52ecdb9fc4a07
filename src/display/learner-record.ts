import type { BugHuntSheet, Hint, LabCase, Prediction, Solution, Verdict } from '../exercises/index.js'

/** One line of the learner's log. */
export interface LearnerRecord {
  /** ISO 8601, in UTC. */
  readonly time: string
  /** `06` */
  readonly chapter: string
  /** `06-3`, `06-p1`, `06-h1`, `06-lab-3` */
  readonly exercise: string
  readonly event: 'verdict' | 'hint' | 'solution' | 'prediction'
  /** Of a verdict. */
  readonly status?: string
  readonly mistake?: string
  /** Of a hint. */
  readonly level?: number
  /** Of a prediction. */
  readonly choice?: string
  /** Of a solution: opened after a pass, or given up. */
  readonly how?: 'passed' | 'given up'
}

/** Something that is worth remembering when it is shown. */
export type Remembered = Verdict | Hint | Solution | Prediction | BugHuntSheet | LabCase

type Line = Omit<LearnerRecord, 'time'>

/** What to write down of something shown; nothing for what is open. */
export function recordsOf(item: Remembered, passed: boolean): readonly Line[] {
  if (item.kind === 'hunt') return []
  if (item.kind === 'prediction') return predictionRecords(item)
  if (item.kind === 'lab') return labRecords(item)
  const record = recordOf(item, passed)
  return record === undefined ? [] : [record]
}

function predictionRecords({ id, choice }: Pick<Prediction, 'id' | 'choice'>): Line[] {
  return choice === '' ? [] : [{ chapter: id.slice(0, 2), exercise: id, event: 'prediction', choice }]
}

/** A case of the Bug Lab holds a prediction, and a verdict or the solution. */
function labRecords(item: LabCase): Line[] {
  const verdict = item.verdict === undefined ? undefined : recordOf(item.verdict, false)
  const common = { chapter: item.id.slice(0, 2), exercise: item.id }
  return [
    ...predictionRecords(item),
    ...(verdict === undefined ? [] : [verdict]),
    ...(item.solution === undefined
      ? []
      : [{ ...common, event: 'solution' as const, how: 'given up' as const }]),
  ]
}

function recordOf(item: Verdict | Hint | Solution, passed: boolean): Line | undefined {
  const common = { chapter: item.exercise.slice(0, 2), exercise: item.exercise }
  if (item.kind === 'hint') return { ...common, event: 'hint', level: item.level }
  if (item.kind === 'solution') {
    if (!passed && item.giveUp === 'no') return undefined
    return { ...common, event: 'solution', how: passed ? 'passed' : 'given up' }
  }
  if (item.status === 'open') return undefined
  return {
    ...common,
    event: 'verdict',
    status: item.status,
    ...(item.mistake !== undefined && { mistake: item.mistake }),
  }
}

const kinds = ['verdict', 'hint', 'solution', 'prediction', 'hunt', 'lab']

/** Whether it is something that is worth remembering. */
export function isRemembered(item: unknown): item is Remembered {
  if (typeof item !== 'object' || item === null || !('kind' in item)) return false
  const { kind } = item
  const named = kind === 'prediction' || kind === 'hunt' || kind === 'lab' ? 'id' : 'exercise'
  return typeof kind === 'string' && kinds.includes(kind) && named in item
}
