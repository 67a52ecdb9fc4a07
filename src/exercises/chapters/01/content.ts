import type { ChapterContent } from '../../chapter-content.js'
import { checkGradient } from './gradient.js'
import { huntsOf01 } from './hunts.js'
import { predictionsOf01 } from './predictions.js'

/** What chapter 1 asks, in order. */
export const chapter01: ChapterContent = {
  exercises: [checkGradient],
  predictions: predictionsOf01,
  hunts: huntsOf01,
}
