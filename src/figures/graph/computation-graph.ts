import { requireKnownKeys } from '../../math/known.js'
import { type Figure, figure } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { drawingMargin } from '../marks/drawing-margin.js'
import { toChoice } from '../matrix/heatmap-argument.js'
import { textWidth } from '../still/still-picture-text.js'
import { type Computation, readComputation } from './computation-graph-argument.js'
import { derivativesOf } from './computation-graph-derivatives.js'
import { layersOf, rowsOf } from './computation-graph-layers.js'
import { circles, edgeMarks, nodeTexts, type PlacedNode } from './computation-graph-marks.js'
import { computationSummary, productLines } from './computation-graph-words.js'
import { drawingAxes, label } from './graph-marks.js'

/** What `computationGraph` can be told. */
export interface ComputationGraphOptions {
  /** Also the way back: derivatives below the nodes, arrows reversed, the products below the graph. Default false. */
  readonly backward?: boolean
  /** For which nodes the product of the derivatives on the way is written out. Default: those given from outside. */
  readonly products?: readonly string[]
  readonly title?: string
}

/** Pixels from one row of nodes to the next. */
const rowHeight = 112
/** The narrowest page, less its margins, in pixels. */
const narrow = 366

/**
 * A computation as a graph from left to right: each quantity a circle with its number above it, each arrow with its
 * local derivative; and backward with ∂J/∂ of each below it, and the products of local derivatives that give them.
 *
 * @param graph nodes `{ id, label, value }` and edges `{ from, to, label }`, where a number as label is ∂to/∂from
 * @throws TypeError or RangeError for an unknown id, a number that is none, a circle, unknown options
 */
export function computationGraph(graph: Computation, options: ComputationGraphOptions = {}): Figure {
  const call = 'computationGraph(graph, options)'
  requireKnownKeys(call, 'options', options, ['backward', 'products', 'title'])
  const { nodes, edges } = readComputation(call, graph)
  const backward = toChoice(call, 'backward', options.backward) ?? false
  const layers = layersOf(call, graph)
  const rows = rowsOf(graph, layers)
  const lowest = Math.min(...rows.values())
  const derivatives = derivativesOf(graph)
  const placed = nodes.map(
    ({ id, label: text = id, value }): PlacedNode => ({
      ...{ id, text, value },
      x: layers.get(id) ?? 0,
      y: 50 + ((rows.get(id) ?? 0) - lowest) * rowHeight,
      derivative: backward ? derivatives.get(id) : undefined,
    }),
  )
  const last = Math.max(...layers.values())
  const end = placed.find((node) => node.x === last)?.id ?? 'J'
  const lines = backward ? productLines(call, graph, options.products, derivatives, end) : []
  const body = 50 + (Math.max(...rows.values()) - lowest) * rowHeight + (backward ? 68 : 44)
  const height = body + lines.length * 24
  const title =
    options.title ?? (backward ? 'Forward values, and derivatives back' : 'The computation, step by step')
  const margin = drawingMargin(title)
  return figure({
    title,
    summary: computationSummary(placed, edges, lines, backward, end),
    data: [circles(placed, end)],
    annotations: [
      ...edges.flatMap((edge) => edgeMarks(edge, placed, backward)),
      ...placed.flatMap((node) => nodeTexts(node, end)),
      ...lines.map((line, k) =>
        label({ x: 0, y: body + k * 24 }, line, {
          xref: 'paper',
          xanchor: 'left',
          yanchor: 'top',
          font: { size: 12 },
        }),
      ),
    ],
    height: Math.round(margin.t + height + margin.b),
    legend: 'none',
    layout: {
      meta: leastWidth(last, lines),
      margin,
      ...drawingAxes([-0.3, last + 0.3], height),
    },
  })
}

/** How wide a drawing with many steps has to be, so that they do not lie on one another: for pages that are narrower. */
function leastWidth(last: number, lines: readonly string[]): JsonRecord {
  const needed = Math.max((last + 0.6) * 100, ...lines.map((line) => textWidth(line, 12) + 26))
  return needed <= narrow ? {} : { leastWidth: Math.ceil(needed), keepsHeight: true }
}
