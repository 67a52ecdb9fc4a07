import type { ChapterContent } from '../../chapter-content.js'
import { huntsOf02 } from './hunts.js'
import { checkLearningRate } from './learning-rate.js'
import { checkLimit } from './limit.js'
import { predictionsOf02 } from './predictions.js'
import { checkSlowFall } from './slow-fall.js'
import { checkStep } from './step.js'
import { checkWalk } from './walk.js'

/** What chapter 2 asks, in order. */
export const chapter02: ChapterContent = {
  exercises: [checkStep, checkWalk, checkLearningRate, checkLimit, checkSlowFall],
  predictions: predictionsOf02,
  hunts: huntsOf02,
}
