/** The checkers of chapter 6, as its cells import them. */

export { checkFallingCost } from './falling-cost.js'
export { checkFourGradients } from './four-gradients.js'
export { checkHiddenDelta } from './hidden-delta.js'
export { checkOutputDelta } from './output-delta.js'
export { checkOutputError } from './output-error.js'
export { checkShapeOfHiddenError } from './shape-of-hidden-error.js'
