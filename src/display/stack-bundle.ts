import type { Evidence } from '../exercises/index.js'
import { describe } from '../figures/index.js'
import type { Box } from './box-html.js'
import type { MimeBundle } from './platform/platform.js'
import { paragraphsHtml } from './prose-html.js'
import { evidenceHtml, evidenceText } from './verdict-bundle.js'

/** Text or evidence, one after the other. */
export type Piece = string | Evidence

/**
 * The form of a box with charts for clients that draw charts themselves: its pieces one below the other, each chart
 * as Plotly's JSON. In the HTML form a chart is a still picture until the notebook's library draws it. Empty where
 * there is no chart, since then the HTML form does as well.
 */
export function stackForm(box: Box, pieces: readonly Piece[]): MimeBundle {
  if (!pieces.some(isChart)) return {}
  return { 'application/vnd.backprop.stack+json': { box, items: itemsOf(pieces) } }
}

/** Bundles one below the other, without a box around them. */
export function stackOfBundles(items: readonly MimeBundle[]): MimeBundle {
  return { 'application/vnd.backprop.stack+json': { items } }
}

/** What stands between two charts is one piece of HTML. */
function itemsOf(pieces: readonly Piece[]): MimeBundle[] {
  const items: MimeBundle[] = []
  let between: Piece[] = []
  const flush = () => {
    if (between.length > 0) items.push(proseBundle(between))
    between = []
  }
  for (const piece of pieces) {
    if (!isChart(piece)) {
      between.push(piece)
      continue
    }
    flush()
    const { data, layout, config = {} } = piece.figure
    items.push({
      'application/vnd.plotly.v1+json': { data, layout, config },
      'text/plain': describe(piece.figure),
    })
  }
  flush()
  return items
}

function proseBundle(pieces: readonly Piece[]): MimeBundle {
  return { 'text/html': piecesHtml(pieces, () => ''), 'text/plain': piecesText(pieces).join('\n') }
}

function isChart(piece: Piece): piece is Evidence & { kind: 'chart' } {
  return typeof piece !== 'string' && piece.kind === 'chart'
}

/** The pieces as HTML, their charts by `chart`. */
export function piecesHtml(pieces: readonly Piece[], chart: Parameters<typeof evidenceHtml>[1]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? paragraphsHtml(piece) : evidenceHtml(piece, chart)))
    .join('')
}

/** The pieces as text. */
export function piecesText(pieces: readonly Piece[]): string[] {
  return pieces.map((piece) => (typeof piece === 'string' ? piece.replaceAll('**', '') : evidenceText(piece)))
}
