/** The checkers of chapter 2, as its cells import them. */
export { checkLearningRate } from './learning-rate.js'
export { checkLimit } from './limit.js'
export { checkSlowFall } from './slow-fall.js'
export { checkStep } from './step.js'
export { checkWalk } from './walk.js'
