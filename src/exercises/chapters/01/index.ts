/** The checkers of chapter 1, as its cells import them. */
export { checkCentralDifference } from './central-difference.js'
export { checkFlat } from './flat.js'
export { checkGradient } from './gradient.js'
export { checkSlope } from './slope-in-direction.js'
export { checkSteepness } from './steepness.js'
