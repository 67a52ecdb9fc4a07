/** The checkers of chapter 6, as its cells import them. */
export { checkOutputError } from './output-error.js'
