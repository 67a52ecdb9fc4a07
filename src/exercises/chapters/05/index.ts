/** The checkers of chapter 5, as its cells import them. */
export { checkBorder } from './border.js'
export { checkEqualStart } from './equal-start.js'
export { checkForwardPass } from './forward-pass.js'
export { checkHiddenLayer } from './hidden-layer.js'
export { checkShapes } from './shapes.js'
export { checkStartSize } from './start-size.js'
