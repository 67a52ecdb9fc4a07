import type { CodeCell, Notebook } from '../../jupyter/notebook/notebook.js'
import type { ProgressEvent } from './progress-log.js'

/** An exercise that a chapter has. */
export interface ListedExercise {
  /** `06-3`: it begins with the chapter's number. */
  readonly id: string
  readonly title: string
}

/** How an exercise stands: `untried` until its check ran, `solved` from the first pass on. */
export type ExerciseStatus = 'solved' | 'wrong' | 'open' | 'untried'

export interface ExerciseProgress extends ListedExercise {
  readonly status: ExerciseStatus
  /** When it last changed, as ISO 8601; null if nothing happened yet. */
  readonly time: string | null
}

/** How far a learner is: in exercises, or in cells that were run where a chapter has no exercises. */
export interface ChapterProgress {
  readonly of: 'exercises' | 'cells'
  readonly done: number
  readonly all: number
  /** Empty where cells are counted. */
  readonly exercises: readonly ExerciseProgress[]
}

/**
 * @param exercises those of this chapter
 * @param events the learner's log, in its order
 */
export function exerciseProgress(
  exercises: readonly ListedExercise[],
  events: readonly ProgressEvent[],
): ChapterProgress {
  const states = exercises.map(({ id, title }) => {
    const own = events.filter(({ exercise, event }) => exercise === id && event === 'verdict')
    return { id, title, status: statusOf(own), time: own.at(-1)?.time ?? null }
  })
  return {
    of: 'exercises',
    done: states.filter(({ status }) => status === 'solved').length,
    all: states.length,
    exercises: states,
  }
}

/** What was solved once stays solved: a learner who goes on trying things in the cell has not unlearned it. */
function statusOf(verdicts: readonly ProgressEvent[]): ExerciseStatus {
  if (verdicts.some((verdict) => verdict['status'] === 'pass')) return 'solved'
  const last = verdicts.at(-1)?.['status']
  return last === undefined ? 'untried' : last === 'open' ? 'open' : 'wrong'
}

/** Cells of code that were run, of those that have something to run. */
export function cellProgress(notebook: Notebook): ChapterProgress {
  const cells = codeCells(notebook)
  const done = cells.filter(({ execution_count: count }) => count !== null).length
  return { of: 'cells', done, all: cells.length, exercises: [] }
}

/** The cells that have something to run. */
export function codeCells({ cells }: Notebook): CodeCell[] {
  return cells.filter((cell) => cell.cell_type === 'code').filter(({ source }) => source.trim() !== '')
}
