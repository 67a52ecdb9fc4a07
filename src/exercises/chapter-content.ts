import type { BugHunt } from './bug-hunt.js'
import type { Checker } from './exercise.js'
import type { PredictionText } from './prediction-text.js'

/** All that a chapter asks of a learner. */
export interface ChapterContent {
  /** In the order of the notebook. Which answers they want is of no interest here, so that any checker fits. */
  readonly exercises: readonly Pick<Checker, 'exercise'>[]
  readonly predictions: readonly PredictionText[]
  readonly hunts: readonly BugHunt[]
}
