import { escapeXml } from '../figures/text/escape-xml.js'
import { requireBoolean } from '../math/boolean-argument.js'
import { requireKnownKeys } from '../math/known.js'
import { received } from '../math/received.js'
import type { Formula } from './formula.js'
import { FormulaError } from './formula-error.js'
import { mathjax } from './mathjax.js'
import { speak } from './speech/speak.js'
import { standalone } from './standalone.js'

/** How `typeset` sets a formula. */
export interface TypesetOptions {
  /** On a line of its own (default), or in the line of a text. */
  readonly display?: boolean
  /** Plain words for the formula; made from it when not given. */
  readonly label?: string
}

/**
 * LaTeX as a formula to show.
 *
 * @param latex standard LaTeX without dollars, as in `\frac{\partial J}{\partial W_1}`
 * @throws FormulaError if it is empty or no LaTeX, with the reason; TypeError for an option that is none
 */
export function typeset(latex: string, options: TypesetOptions = {}): Formula {
  const call = 'typeset(latex, options)'
  requireKnownKeys(call, 'options', options, ['display', 'label'])
  const { display = true, label } = options
  requireBoolean(call, 'display', display)
  if (label !== undefined && (typeof label !== 'string' || label.trim() === ''))
    throw new TypeError(`${call}: expected label to be the formula in words, received ${received(label)}.`)
  if (typeof latex !== 'string')
    throw new TypeError(
      `${call}: expected latex to be text such as '\\\\theta_1', received ${received(latex)}.`,
    )
  if (latex.trim() === '')
    throw new FormulaError('tex: the formula is empty. Expected LaTeX such as \\theta_1.')
  const { svg, mathml, tree } = mathjax(latex, display)
  const words = label ?? speak(tree)
  return {
    kind: 'formula',
    latex,
    display,
    svg: standalone(svg),
    mathml: mathml
      .replace(/ data-mjx-[a-z]+="[^"]*"/g, '')
      .replace(/>\s+</g, '><')
      .replace('<math ', `<math alttext="${escapeXml(words)}" `),
    label: words,
  }
}
