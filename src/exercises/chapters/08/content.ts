import type { ChapterContent } from '../../chapter-content.js'
import { checkFoundShare } from './found-share.js'
import { huntsOf08 } from './hunts.js'
import { checkLinearOutput } from './linear-output.js'
import { checkOutputErrors } from './output-errors.js'
import { predictionsOf08 } from './predictions.js'
import { checkTestScale } from './test-scale.js'
import { checkTuningData } from './tuning-data.js'

/** What chapter 8 asks, in order. */
export const chapter08: ChapterContent = {
  exercises: [checkTestScale, checkLinearOutput, checkOutputErrors, checkFoundShare, checkTuningData],
  predictions: predictionsOf08,
  hunts: huntsOf08,
}
