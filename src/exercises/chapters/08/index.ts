/** The checkers of chapter 8, as its cells import them. */
export { checkFoundShare } from './found-share.js'
export { checkLinearOutput } from './linear-output.js'
export { checkOutputErrors } from './output-errors.js'
export { checkTestScale } from './test-scale.js'
export { checkTuningData } from './tuning-data.js'
