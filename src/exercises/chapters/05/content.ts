import type { ChapterContent } from '../../chapter-content.js'
import { checkBorder } from './border.js'
import { checkEqualStart } from './equal-start.js'
import { checkForwardPass } from './forward-pass.js'
import { checkHiddenLayer } from './hidden-layer.js'
import { huntsOf05 } from './hunts.js'
import { predictionsOf05 } from './predictions.js'
import { checkShapes } from './shapes.js'
import { checkStartSize } from './start-size.js'

/** What chapter 5 asks, in order. */
export const chapter05: ChapterContent = {
  exercises: [checkShapes, checkHiddenLayer, checkBorder, checkForwardPass, checkStartSize, checkEqualStart],
  predictions: predictionsOf05,
  hunts: huntsOf05,
}
