import type { LiteDocument } from 'mathjax-full/js/adaptors/lite/Document.js'
import type { LiteElement } from 'mathjax-full/js/adaptors/lite/Element.js'
import type { LiteText } from 'mathjax-full/js/adaptors/lite/Text.js'
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js'
import { SerializedMmlVisitor } from 'mathjax-full/js/core/MmlTree/SerializedMmlVisitor.js'
import { HTMLDocument } from 'mathjax-full/js/handlers/html/HTMLDocument.js'
import { HTMLMathItem } from 'mathjax-full/js/handlers/html/HTMLMathItem.js'
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js'
import 'mathjax-full/js/input/tex/base/BaseConfiguration.js'
import 'mathjax-full/js/input/tex/boldsymbol/BoldsymbolConfiguration.js'
import 'mathjax-full/js/input/tex/cancel/CancelConfiguration.js'
import 'mathjax-full/js/input/tex/color/ColorConfiguration.js'
import 'mathjax-full/js/input/tex/newcommand/NewcommandConfiguration.js'
import 'mathjax-full/js/input/tex/textmacros/TextMacrosConfiguration.js'
import { TeX } from 'mathjax-full/js/input/tex.js'
import { SVG } from 'mathjax-full/js/output/svg.js'
import { FormulaError } from './formula-error.js'
import type { MathTree } from './speech/math-tree.js'
import { readTree } from './speech/read-tree.js'

/** What stock Jupyter's MathJax knows as well, so that a formula that shows here shows there. */
const packages = ['base', 'ams', 'boldsymbol', 'cancel', 'color', 'newcommand', 'textmacros']

/** A formula as MathJax made it. */
export interface Typeset {
  readonly svg: string
  readonly mathml: string
  readonly tree: MathTree
}

/**
 * LaTeX through MathJax. Macros and labels of one formula are not seen by the next.
 *
 * @throws FormulaError with MathJax's reason if it is no LaTeX that it knows
 */
export function mathjax(latex: string, display: boolean): Typeset {
  engine ??= start()
  return engine(latex, display)
}

let engine: ((latex: string, display: boolean) => Typeset) | undefined

/** Made with the first formula: it costs more than all formulas of a chapter. */
function start(): (latex: string, display: boolean) => Typeset {
  const adaptor = liteAdaptor()
  const output = new SVG({ fontCache: 'none' })
  const visitor = new SerializedMmlVisitor()
  const document = new HTMLDocument<LiteElement, LiteText, LiteDocument>(
    adaptor.parse('', 'text/html'),
    adaptor,
    { OutputJax: output },
  )
  return (latex, display) => {
    const input = new TeX<LiteElement, LiteText, LiteDocument>({
      packages,
      formatError(_input: unknown, error: { message: string }) {
        throw new FormulaError(
          `tex: this is not LaTeX that can be shown: ${error.message}. The formula: ${latex}`,
        )
      },
    })
    document.options['InputJax'] = input
    input.setAdaptor(adaptor)
    input.setMmlFactory(document.mmlFactory)
    const item = new HTMLMathItem<LiteElement, LiteText, LiteDocument>(latex, input, display)
    item.start = { node: adaptor.body(document.document), n: 0, delim: '' }
    item.end = item.start
    item.setMetrics(16, 8, 80 * 16, 1e5, 1)
    item.compile(document)
    item.typeset(document)
    return {
      svg: adaptor.innerHTML(item.typesetRoot),
      mathml: visitor.visitTree(item.root),
      tree: readTree(item.root),
    }
  }
}
