import { escapeXml } from '../../figures/text/escape-xml.js'
import { accessibleHtml, typeset } from '../../tex/index.js'

/** A formula as HTML with MathML for the ear; what is no LaTeX is shown as it was written, with the reason. */
export function drawFormula(latex: string, display: boolean): string {
  try {
    return accessibleHtml(typeset(latex, { display }))
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason)
    return `<code class="bp-NoFormula" title="${escapeXml(why)}">${escapeXml(latex)}</code>`
  }
}
