/** The checkers of chapter 7, as its cells import them. */
export { checkEpochWords } from './epoch-words.js'
export { checkIterationCount } from './iteration-count.js'
export { checkNetUpdate } from './net-update.js'
export { checkTrainingLoop } from './training-loop.js'
export { checkTrainingRate } from './training-rate.js'
export { checkTrainingStep } from './training-step.js'
