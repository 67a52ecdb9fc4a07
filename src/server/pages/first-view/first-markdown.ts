import { markdownRenderer } from '../../../export/markdown.js'
import { typesetFormula } from '../../../export/typeset-formula.js'
import { escapeXml } from '../../../figures/text/escape-xml.js'

/** Formulas of all notebooks: the first of a chapter costs as much as all others of it. */
const formulas = new Map<string, string>()
const mostFormulas = 4000

/** Longer text is left to the page's script: setting it would hold up the server. */
const mostCharacters = 50_000

/** Renders Markdown as JupyterLab shows it; undefined where it is very long, or HTML stands in it, which is not let through. */
export function firstMarkdown(): (source: string) => string | undefined {
  const renderer = markdownRenderer({
    id: (wanted) => wanted,
    pageOf: () => undefined,
    typeset,
    asWritten: true,
  })
  return (source) =>
    source.length > mostCharacters || /<[a-z!/]/i.test(source) ? undefined : renderer.render(source, 1).html
}

/** With its LaTeX, by which the page's script finds it again. */
function typeset(latex: string, display: 'inline' | 'block'): string {
  const key = `${display} ${latex}`
  let html = formulas.get(key)
  if (html === undefined) {
    if (formulas.size >= mostFormulas) formulas.clear()
    html = typesetFormula(latex, display)
    formulas.set(key, html)
  }
  return `<span class="bp-Formula" data-latex="${escapeXml(latex)}" data-display="${display === 'block'}">${html}</span>`
}
