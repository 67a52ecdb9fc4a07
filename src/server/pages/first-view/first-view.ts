import { escapeXml } from '../../../figures/text/escape-xml.js'
import type { Cell, Notebook } from '../../../jupyter/notebook/notebook.js'
import { codeCell } from './code-cell.js'
import { firstMarkdown } from './first-markdown.js'

/** More than two tall windows hold, and it is read for a second. */
const mostCells = 24

/**
 * The beginning of a notebook as the page will show it, in JupyterLab's own classes: to be read until the page's
 * script has started, and taken away then.
 *
 * It ends where a cell holds what would look otherwise in JupyterLab, such as HTML in Markdown.
 */
export function firstView({ cells }: Notebook, title: string): string {
  const markdown = firstMarkdown()
  const shown: string[] = []
  for (const cell of cells.slice(0, mostCells)) {
    const html = cellHtml(cell, markdown)
    if (html === undefined) break
    shown.push(html)
  }
  return `<div id="bp-first-view" class="bp-FirstView" aria-busy="true">
<div class="bp-FirstView-title">${escapeXml(title)}</div>
<div class="bp-FirstView-menu"></div>
<div class="bp-FirstView-toolbar"></div>
<div class="bp-FirstView-outer jp-Notebook jp-WindowedPanel-outer"><main class="bp-FirstView-cells jp-WindowedPanel-inner">
${shown.join('\n')}
</main></div>
</div>`
}

function cellHtml(cell: Cell, markdown: (source: string) => string | undefined): string | undefined {
  if (cell.cell_type === 'code') return codeCell(cell)
  if (cell.cell_type !== 'markdown' || Object.keys(cell.attachments ?? {}).length > 0) return undefined
  const html = markdown(cell.source)
  return html === undefined
    ? undefined
    : `<div class="jp-Cell jp-MarkdownCell jp-Notebook-cell jp-mod-rendered"><div class="lm-Panel jp-Cell-inputWrapper"><div class="jp-Collapser jp-InputCollapser jp-Cell-inputCollapser"></div><div class="jp-InputArea jp-Cell-inputArea"><div class="jp-InputPrompt jp-InputArea-prompt"></div><div class="jp-RenderedHTMLCommon jp-RenderedMarkdown jp-MarkdownOutput">${html}</div></div></div></div>`
}
