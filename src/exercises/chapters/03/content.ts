import type { ChapterContent } from '../../chapter-content.js'
import { checkHuber } from './huber.js'
import { huntsOf03 } from './hunts.js'
import { checkLineGradient } from './line-gradient.js'
import { checkMeanSquare } from './mean-square.js'
import { predictionsOf03 } from './predictions.js'
import { checkSlippedDigit } from './slipped-digit.js'
import { checkSquaresOfFour } from './squares-of-four.js'

/** What chapter 3 asks, in order. */
export const chapter03: ChapterContent = {
  exercises: [checkMeanSquare, checkSquaresOfFour, checkLineGradient, checkHuber, checkSlippedDigit],
  predictions: predictionsOf03,
  hunts: huntsOf03,
}
