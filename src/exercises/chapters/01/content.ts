import type { ChapterContent } from '../../chapter-content.js'
import { checkCentralDifference } from './central-difference.js'
import { checkFlat } from './flat.js'
import { checkGradient } from './gradient.js'
import { huntsOf01 } from './hunts.js'
import { predictionsOf01 } from './predictions.js'
import { checkSlope } from './slope-in-direction.js'
import { checkSteepness } from './steepness.js'

/** What chapter 1 asks, in order. */
export const chapter01: ChapterContent = {
  exercises: [checkGradient, checkSteepness, checkCentralDifference, checkSlope, checkFlat],
  predictions: predictionsOf01,
  hunts: huntsOf01,
}
