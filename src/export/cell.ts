import { escapeXml } from '../figures/text/escape-xml.js'
import type { CodeCell } from '../jupyter/notebook/notebook.js'
import { highlight } from './highlight.js'
import { outputs, type PageContext } from './output.js'

/**
 * A code cell: its number (a link to itself), its code, what it showed.
 *
 * @param number which code cell of the chapter it is, from 1
 */
export function codeCell(cell: CodeCell, number: number, page: PageContext): string {
  const id = escapeXml(page.id(`cell-${cell.id}`))
  const shown = outputs(cell.outputs, cell.id, page)
  return `<div class="cell" id="${id}" role="group" aria-label="Cell ${number}">
<div class="input"><a class="number" href="#${id}" aria-label="Link to cell ${number}">${number}</a><pre class="code"><code>${highlight(cell.source)}</code></pre></div>
${shown === '' ? '' : `<div class="outputs">\n${shown}</div>\n`}</div>
`
}
