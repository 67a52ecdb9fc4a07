import { NotebookError } from '../../jupyter/notebook/notebook-error.js'
import { readNotebook } from '../../jupyter/notebook/read-notebook.js'
import { contentHash } from './chapter-facts.js'
import { cellProgress, exerciseProgress, type ListedExercise } from './chapter-progress.js'
import type { CopiesRecord } from './copies-record.js'
import type { ChapterState } from './course-service.js'
import type { Original } from './originals.js'
import type { ProgressEvent } from './progress-log.js'
import { readWhenChanged } from './read-when-changed.js'

export interface ChapterStatesOptions {
  /** Where a chapter's copy is, or will be. */
  readonly fileOf: (name: string) => string
  /** Its path in the contents API. */
  readonly pathOf: (name: string) => string
  readonly exercisesOf: (chapter: number) => readonly ListedExercise[]
}

/** How a chapter stands, by what is known of its copy and by the learner's log. */
export type StateOf = (
  original: Original,
  record: CopiesRecord,
  events: readonly ProgressEvent[],
) => Promise<ChapterState>

/** Reads how chapters stand from the learner's copies, each anew when it has changed. */
export function chapterStates({ fileOf, pathOf, exercisesOf }: ChapterStatesOptions): StateOf {
  const copy = readWhenChanged((file) =>
    readNotebook(file).then(
      (notebook) => ({ hash: contentHash(notebook), progress: cellProgress(notebook), problem: null }),
      (error: unknown) => ({
        hash: null,
        progress: null,
        problem: error instanceof NotebookError ? error.reason : String(error),
      }),
    ),
  )
  return async ({ name, number, title, minutes, cells, hash }, record, events) => {
    const found = await copy(fileOf(name))
    const known = record.copies[name]
    const isOutdated =
      known !== undefined && hash !== (known.answered ?? known.origin) && hash !== found?.hash
    const exercises = exercisesOf(number)
    const run = found?.progress ?? { of: 'cells', done: 0, all: cells, exercises: [] }
    return {
      name,
      number,
      title,
      minutes,
      path: pathOf(name),
      copy: found === undefined ? 'none' : isOutdated ? 'outdated' : 'there',
      progress: exercises.length > 0 ? exerciseProgress(exercises, events) : run,
      problem: found?.problem ?? null,
    }
  }
}
