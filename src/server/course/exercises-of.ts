import { exercises, hunts } from '../../exercises/index.js'
import type { ListedExercise } from './chapter-progress.js'

/** What the course asks in a chapter: its exercises and bug hunts. Predictions are not marked, so they do not count. */
export function exercisesOf(chapter: number): readonly ListedExercise[] {
  const own = `${String(chapter).padStart(2, '0')}-`
  return [...exercises, ...hunts]
    .filter(({ id }) => id.startsWith(own))
    .map(({ id, title }) => ({ id, title }))
}
