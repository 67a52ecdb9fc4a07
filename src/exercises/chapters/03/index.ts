/** The checkers of chapter 3, as its cells import them. */
export { checkHuber } from './huber.js'
export { checkLineGradient } from './line-gradient.js'
export { checkMeanSquare } from './mean-square.js'
export { checkSlippedDigit } from './slipped-digit.js'
export { checkSquaresOfFour } from './squares-of-four.js'
