import type { ChapterContent } from '../../chapter-content.js'
import { checkEpochWords } from './epoch-words.js'
import { huntsOf07 } from './hunts.js'
import { checkIterationCount } from './iteration-count.js'
import { checkNetUpdate } from './net-update.js'
import { predictionsOf07 } from './predictions.js'
import { checkTrainingLoop } from './training-loop.js'
import { checkTrainingRate } from './training-rate.js'
import { checkTrainingStep } from './training-step.js'

/** What chapter 7 asks, in order. */
export const chapter07: ChapterContent = {
  exercises: [
    checkNetUpdate,
    checkTrainingStep,
    checkTrainingRate,
    checkTrainingLoop,
    checkIterationCount,
    checkEpochWords,
  ],
  predictions: predictionsOf07,
  hunts: huntsOf07,
}
