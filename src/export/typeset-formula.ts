import { escapeXml } from '../figures/text/escape-xml.js'
import { accessibleHtml, typeset } from '../tex/index.js'

/** A formula of Markdown as HTML; what is no LaTeX is shown as it was written, with the reason. */
export function typesetFormula(latex: string, display: 'inline' | 'block'): string {
  const [start, end] = display === 'block' ? ['<div class="formula">', '</div>\n'] : ['', '']
  try {
    return start + accessibleHtml(typeset(latex, { display: display === 'block' })) + end
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason)
    return `${start}<code class="no-formula" title="${escapeXml(why)}">${escapeXml(latex)}</code>${end}`
  }
}
