import { escapeHtml } from '../display/escape-html.js'

/** A formula of Markdown as HTML. */
export function typesetFormula(latex: string, display: 'inline' | 'block'): string {
  return `<span class="formula-${display}">${escapeHtml(latex)}</span>`
}
