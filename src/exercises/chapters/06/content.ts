import type { ChapterContent } from '../../chapter-content.js'
import { checkFallingCost } from './falling-cost.js'
import { checkFourGradients } from './four-gradients.js'
import { checkHiddenDelta } from './hidden-delta.js'
import { huntsOf06 } from './hunts.js'
import { checkOutputDelta } from './output-delta.js'
import { checkOutputError } from './output-error.js'
import { predictionsOf06 } from './predictions.js'
import { checkShapeOfHiddenError } from './shape-of-hidden-error.js'

/** What chapter 6 asks, in order. */
export const chapter06: ChapterContent = {
  exercises: [
    checkOutputError,
    checkShapeOfHiddenError,
    checkOutputDelta,
    checkHiddenDelta,
    checkFourGradients,
    checkFallingCost,
  ],
  predictions: predictionsOf06,
  hunts: huntsOf06,
}
