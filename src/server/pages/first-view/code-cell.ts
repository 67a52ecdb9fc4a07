import { highlight } from '../../../export/highlight.js'
import { figuresOf } from '../../../export/mime-bundle.js'
import { escapeXml } from '../../../figures/text/escape-xml.js'
import type { CodeCell, MimeBundle, Output } from '../../../jupyter/notebook/notebook.js'

/** Longer printed text is cut: nobody reads it before the page has started. */
const mostCharacters = 4000

/** Longer code stands without colours, and cut: it is read for a second, and colouring holds up the server. */
const mostColoured = 20_000

/** Plotly's own. */
const usualHeight = 450

/** The codes that a terminal takes for colours. */
const colours = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*[A-Za-z]`, 'g')

/** A code cell with what it showed when it was saved; a chart leaves its room. */
export function codeCell({ source, outputs, execution_count: count }: CodeCell): string {
  const shown = outputs.map(outputHtml).join('')
  const area =
    shown === ''
      ? ''
      : `<div class="lm-Panel jp-Cell-outputWrapper"><div class="jp-Collapser jp-OutputCollapser jp-Cell-outputCollapser"></div><div class="jp-OutputArea jp-Cell-outputArea">${shown}</div></div>`
  return `<div class="jp-Cell jp-CodeCell jp-Notebook-cell"><div class="lm-Panel jp-Cell-inputWrapper"><div class="jp-Collapser jp-InputCollapser jp-Cell-inputCollapser"></div><div class="jp-InputArea jp-Cell-inputArea"><div class="jp-InputPrompt jp-InputArea-prompt">[${count ?? ' '}]:</div><div class="jp-CodeMirrorEditor jp-Editor jp-InputArea-editor"><pre class="bp-FirstView-code">${code(source)}</pre></div></div></div>${area}</div>`
}

function code(source: string): string {
  return source.length > mostColoured ? escapeXml(source.slice(0, mostColoured)) : highlight(source)
}

function outputHtml(output: Output): string {
  if (output.output_type === 'stream') {
    const type = output.name === 'stderr' ? 'stderr' : 'stdout'
    return child(text(output.text), `application/vnd.jupyter.${type}`)
  }
  if (output.output_type === 'error')
    return child(text(output.traceback.join('\n')), 'application/vnd.jupyter.stderr')
  return bundleHtml(output.data)
}

function bundleHtml(bundle: MimeBundle): string {
  const height = heightOf(bundle)
  if (height !== undefined) return child(`<div style="height:${height}px"></div>`)
  const png = bundle['image/png']
  // Base64 alone may stand in the attribute.
  if (typeof png === 'string' && /^[\w+/=\s]+$/.test(png))
    return child(`<img src="data:image/png;base64,${png.replace(/\s/g, '')}" alt="">`)
  const plain = bundle['text/plain']
  const isText = Object.keys(bundle).every((type) => type === 'text/plain')
  return isText && typeof plain === 'string'
    ? child(text(plain))
    : child('<div class="bp-FirstView-gap"></div>')
}

/** The room of a chart, or of charts side by side, in pixels. */
function heightOf(bundle: MimeBundle): number | undefined {
  const heights = figuresOf(bundle).map(({ layout }) => layout['height'])
  const [height] = heights
  if (heights.length === 0) return undefined
  return typeof height === 'number' && height > 0 && height < 5000 ? Math.round(height) : usualHeight
}

function text(value: string): string {
  const cut = value.length > mostCharacters ? `${value.slice(0, mostCharacters)}…` : value
  return `<div class="jp-RenderedText jp-OutputArea-output"><pre>${escapeXml(cut.replace(colours, ''))}</pre></div>`
}

function child(html: string, type = 'text/plain'): string {
  return `<div class="lm-Panel jp-OutputArea-child"><div class="jp-OutputPrompt jp-OutputArea-prompt"></div><div class="bp-FirstView-output" data-mime-type="${type}">${html}</div></div>`
}
