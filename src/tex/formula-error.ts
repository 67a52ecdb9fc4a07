/** A formula that is no LaTeX, or has a value in it that cannot be shown. */
export class FormulaError extends SyntaxError {
  override readonly name = 'FormulaError'
}
