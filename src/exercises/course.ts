import type { BugHunt } from './bug-hunt.js'
import { chapter01 } from './chapters/01/content.js'
import { chapter02 } from './chapters/02/content.js'
import { chapter03 } from './chapters/03/content.js'
import { chapter04 } from './chapters/04/content.js'
import { chapter05 } from './chapters/05/content.js'
import { chapter06 } from './chapters/06/content.js'
import { chapter07 } from './chapters/07/content.js'
import { chapter08 } from './chapters/08/content.js'
import type { Exercise } from './exercise.js'
import type { PredictionText } from './prediction-text.js'

const chapters = [chapter01, chapter02, chapter03, chapter04, chapter05, chapter06, chapter07, chapter08]

/** Every exercise of the course, in order. */
export const exercises: readonly Exercise[] = chapters.flatMap((chapter) =>
  chapter.exercises.map(({ exercise }) => exercise),
)

/** Every prediction of the course, in order. */
export const predictions: readonly PredictionText[] = chapters.flatMap((chapter) => chapter.predictions)

/** Every bug hunt of the course, in order. */
export const hunts: readonly BugHunt[] = chapters.flatMap((chapter) => chapter.hunts)

/** Chapter, kind and number of an id: `06-3`, `06-p1`, `06-h1`. */
export function chapterOf(id: string): string {
  return id.slice(0, 2)
}
