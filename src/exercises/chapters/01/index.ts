/** The checkers of chapter 1, as its cells import them. */
export { checkGradient } from './gradient.js'
