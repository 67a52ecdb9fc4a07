/** A formula in every form that a page or a voice needs. Made by `tex` and `typeset`. */
export interface Formula {
  readonly kind: 'formula'
  /** Standard LaTeX, without dollars: any MathJax shows it. */
  readonly latex: string
  /** On a line of its own, or in the line of a text. */
  readonly display: boolean
  /** A whole SVG that stands alone: no ids, no style sheet, in the colour of the text around it. */
  readonly svg: string
  /** MathML for screen readers and Braille, its `alttext` the label. */
  readonly mathml: string
  /** The formula in plain words. */
  readonly label: string
}
