import type { BugHuntSheet, Hint, Prediction, Solution, Verdict } from '../exercises/index.js'

/** One line of the learner's log. */
export interface LearnerRecord {
  /** ISO 8601, in UTC. */
  readonly time: string
  /** `06` */
  readonly chapter: string
  /** `06-3`, `06-p1`, `06-h1` */
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
export type Remembered = Verdict | Hint | Solution | Prediction | BugHuntSheet

/** What to write down of something shown; nothing for what is open. */
export function recordOf(item: Remembered, passed: boolean): Omit<LearnerRecord, 'time'> | undefined {
  if (item.kind === 'hunt') return undefined
  if (item.kind === 'prediction') {
    if (item.choice === '') return undefined
    return { chapter: item.id.slice(0, 2), exercise: item.id, event: 'prediction', choice: item.choice }
  }
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

const kinds = ['verdict', 'hint', 'solution', 'prediction', 'hunt']

/** Whether it is something that is worth remembering. */
export function isRemembered(item: unknown): item is Remembered {
  if (typeof item !== 'object' || item === null || !('kind' in item)) return false
  const { kind } = item
  const named = kind === 'prediction' || kind === 'hunt' ? 'id' : 'exercise'
  return typeof kind === 'string' && kinds.includes(kind) && named in item
}
