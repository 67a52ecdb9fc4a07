import { requireKnownKeys } from '../math/known.js'
import { requireWhole } from '../math/number-argument.js'
import { received } from '../math/received.js'
import type { Formula } from './formula.js'
import { interpolate, type TexValue } from './interpolate.js'
import { typeset } from './typeset.js'

/** How `tex` writes a formula. */
export interface TexOptions {
  /** Plain words for the formula, for screen readers; made from it when not given. */
  readonly label?: string
  /** Significant digits of the numbers in `${…}`, 1 to 15, default 4. */
  readonly digits?: number
  /** On a line of its own (default), or in the line of a text. */
  readonly display?: boolean
}

/** A template of LaTeX with values in it, made into a formula. */
export type TexTemplate = (strings: TemplateStringsArray, ...values: readonly TexValue[]) => Formula

/** What `tex` is: a template, a function, and `with` for a template with options. */
export interface Tex {
  (strings: TemplateStringsArray, ...values: readonly TexValue[]): Formula
  (latex: string, options?: TexOptions): Formula
  readonly with: (options: TexOptions) => TexTemplate
}

/**
 * A formula with the cell's numbers in it.
 *
 * @example
 * tex`J = \frac{1}{${M}} (${a} - ${y})^2 = ${J}`
 * tex.with({ digits: 2, label: 'the learned line' })`y = ${w} x + ${b}`
 * tex('\\theta := \\theta - \\alpha \\nabla J')
 *
 * How values are written is told at `interpolate`.
 *
 * @throws FormulaError for LaTeX that MathJax does not know, and for a value that is undefined or not finite
 */
export const tex: Tex = Object.assign(
  (first: TemplateStringsArray | string, ...rest: readonly unknown[]): Formula => {
    if (typeof first === 'string') {
      const [options = {}] = rest
      return written('tex(latex, options)', [first], [], options)
    }
    if (!Array.isArray(first?.raw))
      throw new TypeError(`tex: expected a template or text with LaTeX, received ${received(first)}.`)
    // What the template holds is looked at, value by value, by `interpolate`.
    return written('tex', first.raw, rest as readonly TexValue[], {})
  },
  {
    with: (options: TexOptions): TexTemplate => {
      settings('tex.with(options)', options)
      return (strings, ...values) => {
        if (!Array.isArray(strings?.raw))
          throw new TypeError(
            `tex.with(options): expected a template after it, as in tex.with({ digits: 2 })\`x = \${x}\`, received ${received(strings)}. For text with LaTeX write tex(latex, options).`,
          )
        return written('tex.with(options)', strings.raw, values, options)
      }
    },
  },
)

function written(
  call: string,
  strings: readonly string[],
  values: readonly TexValue[],
  options: unknown,
): Formula {
  const { digits = 4, ...rest } = settings(call, options)
  return typeset(interpolate(strings, values, digits), rest)
}

function settings(call: string, options: unknown): TexOptions {
  requireKnownKeys(call, 'options', options, ['label', 'digits', 'display'])
  // A record with known keys; `typeset` looks at the label and at display.
  const known = options as TexOptions
  if (known.digits !== undefined) requireWhole(call, 'digits', known.digits, 1, 15)
  return known
}
