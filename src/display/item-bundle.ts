import { describe, type Figure } from '../figures/index.js'
import { escapeXml } from '../figures/text/escape-xml.js'
import { numberText } from '../figures/text/number-text.js'
import type { Matrix } from '../math/index.js'
import { accessibleHtml, type Formula } from '../tex/index.js'
import { chartHtml } from './chart-html.js'
import type { MimeBundle } from './platform/platform.js'
import { matrixTable, type Table, tableHtml, tableText } from './table.js'

/** What `show` can show. */
export type Showable = Figure | Formula | Table | Matrix | string | number

/** Gives the library for a chart that has to carry it. */
export type LibraryFor = (figure: Figure) => string | undefined

/**
 * One item in every form that a client may want.
 *
 * @throws TypeError if it is nothing that can be shown
 */
export function itemBundle(item: Showable, libraryFor: LibraryFor): MimeBundle {
  if (typeof item === 'string') return { 'text/markdown': item, 'text/plain': item }
  if (typeof item === 'number') return { 'text/plain': numberText(item, 4) }
  if (isFigure(item)) {
    const { data, layout, config = {} } = item
    return {
      'application/vnd.plotly.v1+json': { data, layout, config },
      'text/html': chartHtml(item, libraryFor(item)),
      'text/plain': describe(item),
    }
  }
  if (isOf<Formula>(item, 'formula')) {
    return {
      'text/html': accessibleHtml(item),
      'text/latex': `$$${item.latex}$$`,
      'text/plain': item.label,
    }
  }
  if (isOf<Table>(item, 'table')) return { 'text/html': tableHtml(item), 'text/plain': tableText(item) }
  if (isMatrix(item)) return itemBundle(matrixTable(item), libraryFor)
  throw new TypeError(
    `show(${kindOf(item)}): show takes a figure, a formula, a table, a matrix, a text or a number. Call the function that makes one, such as contour(…), and show what it returns.`,
  )
}

/** Several items beside one another in one output; below one another where there is no room. */
export function rowBundle(items: readonly Showable[], libraryFor: LibraryFor): MimeBundle {
  const bundles = items.map((item) => itemBundle(item, libraryFor))
  const cells = bundles.map((bundle) => {
    const html = bundle['text/html'] ?? `<p>${escapeXml(String(bundle['text/plain']))}</p>`
    const basis = bundle['application/vnd.plotly.v1+json'] === undefined ? 'auto' : '340px'
    return `<div style="flex:1 1 ${basis};min-width:min(100%,${basis === 'auto' ? '0px' : basis})">${html}</div>`
  })
  return {
    'application/vnd.backprop.row+json': { items: bundles.map(withoutTwin) },
    'text/html': `<div style="display:flex;flex-wrap:wrap;gap:1em;align-items:flex-start">${cells.join('')}</div>`,
    'text/plain': bundles.map((bundle) => String(bundle['text/plain'])).join('\n\n'),
  }
}

/** A client that reads the row's data knows Plotly: it needs no HTML form of a chart. */
function withoutTwin(bundle: MimeBundle): MimeBundle {
  if (bundle['application/vnd.plotly.v1+json'] === undefined) return bundle
  const { 'text/html': _html, ...rest } = bundle
  return rest
}

function isOf<T extends { kind: string }>(item: object, kind: T['kind']): item is T {
  return 'kind' in item && item.kind === kind
}

function isFigure(item: unknown): item is Figure {
  return typeof item === 'object' && item !== null && 'data' in item && 'layout' in item
}

function isMatrix(item: unknown): item is Matrix {
  return typeof item === 'object' && item !== null && 'rows' in item && 'columns' in item && 'values' in item
}

function kindOf(item: unknown): string {
  if (item === null) return 'null'
  return Array.isArray(item) ? 'a list' : typeof item === 'object' ? 'an object' : typeof item
}
