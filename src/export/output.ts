import { stripVTControlCharacters } from 'node:util'
import { boxHtml } from '../display/box-html.js'
import { escapeXml } from '../figures/text/escape-xml.js'
import type { MimeBundle, Output } from '../jupyter/notebook/notebook.js'
import { chart } from './chart.js'
import type { MarkdownRenderer } from './markdown.js'
import type { TypesetFormula } from './markdown-math.js'
import { figureOf, rowOf, stackOf, textOf } from './mime-bundle.js'
import { isPicture } from './safe-attribute.js'
import { sanitise } from './sanitise.js'

/** What rendering a page's cells needs to know of the page. */
export interface PageContext {
  readonly id: (wanted: string) => string
  readonly markdown: MarkdownRenderer
  readonly typeset: TypesetFormula
}

/** The outputs of a cell as HTML, each in the richest form that the page can show. Outputs are untrusted. */
export function outputs(list: readonly Output[], cellId: string, page: PageContext): string {
  return joinStreams(list)
    .map((output) => `<div class="output">${renderOutput(output, cellId, page)}</div>\n`)
    .join('')
}

function renderOutput(output: Output, cellId: string, page: PageContext): string {
  if (output.output_type === 'stream') {
    const kind = output.name === 'stderr' ? 'stderr' : 'stdout'
    return pre(`stream ${kind}`, output.text)
  }
  if (output.output_type === 'error') {
    const trace = output.traceback.join('\n')
    return pre(
      'error',
      trace.includes(output.evalue) && trace !== '' ? trace : `${output.ename}: ${output.evalue}\n${trace}`,
    )
  }
  return bundleHtml(output.data, cellId, page)
}

function bundleHtml(bundle: MimeBundle, cellId: string, page: PageContext): string {
  const row = rowOf(bundle)
  if (row !== undefined) {
    const items = row.map((item) => `<div class="item">${bundleHtml(item, cellId, page)}</div>`)
    return `<div class="row">${items.join('')}</div>`
  }
  const stack = stackOf(bundle)
  if (stack !== undefined) {
    const items = stack.items.map((item) => bundleHtml(item, cellId, page)).join('')
    return stack.box === undefined ? items : boxHtml(stack.box, items)
  }
  const text = (type: string) => textOf(bundle, type)
  const figure = figureOf(bundle)
  if (figure !== undefined) return chart(figure, text('text/plain'), page.id(`chart-${cellId}`))
  const html = text('text/html')
  if (html !== undefined)
    return `<div class="html">${sanitise(html, `${page.id(`output-${cellId}`)}-`)}</div>`
  const picture = pictureHtml(bundle)
  if (picture !== undefined) return picture
  const markdown = text('text/markdown')
  if (markdown !== undefined) return `<div class="prose">${page.markdown.render(markdown).html}</div>`
  const latex = text('text/latex')
  if (latex !== undefined) return page.typeset(latex.replace(/^\s*\$+|\$+\s*$/g, ''), 'block')
  const json = bundle['application/json']
  return pre('plain', text('text/plain') ?? JSON.stringify(json ?? Object.keys(bundle), null, 2))
}

function pictureHtml(bundle: MimeBundle): string | undefined {
  const alt = escapeXml(textOf(bundle, 'text/plain') ?? 'Picture')
  for (const type of ['image/png', 'image/jpeg', 'image/gif', 'image/webp']) {
    const address = `data:${type};base64,${textOf(bundle, type)?.replace(/\s/g, '')}`
    if (textOf(bundle, type) !== undefined && isPicture(address)) return `<img src="${address}" alt="${alt}">`
  }
  const svg = textOf(bundle, 'image/svg+xml')
  if (svg === undefined) return undefined
  return `<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}" alt="${alt}">`
}

function pre(kind: string, text: string): string {
  return `<pre class="${kind}">${escapeXml(stripVTControlCharacters(text).replace(/\n$/, ''))}</pre>`
}

/** A kernel may send one printed text in several messages: neighbours of one stream are one output. */
function joinStreams(list: readonly Output[]): Output[] {
  const joined: Output[] = []
  for (const output of list) {
    const last = joined.at(-1)
    if (output.output_type === 'stream' && last?.output_type === 'stream' && last.name === output.name) {
      joined[joined.length - 1] = { ...last, text: last.text + output.text }
    } else {
      joined.push(output)
    }
  }
  return joined
}
