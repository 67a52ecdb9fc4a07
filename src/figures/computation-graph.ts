import { requireKnownKeys } from '../math/known.js'
import { type Computation, type ComputationEdge, readComputation } from './computation-graph-argument.js'
import { derivativesOf, pathsFrom } from './computation-graph-derivatives.js'
import { layersOf, rowsOf } from './computation-graph-layers.js'
import { drawingMargin } from './drawing-margin.js'
import { type Figure, figure, type Trace } from './figure.js'
import { drawingAxes, graphArrow, label, type Place, pill } from './graph-marks.js'
import { toChoice } from './heatmap-argument.js'
import type { JsonRecord } from './json.js'
import { listText, numberText } from './number-text.js'
import { textWidth } from './still-picture-text.js'

/** What `computationGraph` can be told. */
export interface ComputationGraphOptions {
  /** Also the way back: derivatives below the nodes, arrows reversed, the products below the graph. Default false. */
  readonly backward?: boolean
  /** For which nodes the product of the derivatives on the way is written out. Default: those given from outside. */
  readonly products?: readonly string[]
  readonly title?: string
}

/** A node in its place. */
interface PlacedNode extends Place {
  readonly id: string
  readonly text: string
  readonly value: number | undefined
  readonly derivative: number | undefined
}

const radius = 23
const rowHeight = 112
const orange = '#b93c00'
const slate = '#565b64'

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
    summary: summaryOf(placed, edges, lines, backward, end),
    data: [circles(placed, end)],
    annotations: [
      ...edges.flatMap((edge) => edgeMarks(edge, placed, backward)),
      ...placed.flatMap((node) => nodeTexts(node, end)),
      ...lines.map((line, k) =>
        label({ x: 0, y: body + k * 24 }, line, {
          xref: 'paper',
          xanchor: 'left',
          yanchor: 'top',
          font: { size: 13 },
        }),
      ),
    ],
    height: Math.round(margin.t + height + margin.b),
    legend: 'none',
    layout: { margin, ...drawingAxes([-0.3, last + 0.3], height) },
  })
}

function circles(nodes: readonly PlacedNode[], end: string): Trace {
  return {
    type: 'scatter',
    mode: 'markers+text',
    x: nodes.map((node) => node.x),
    y: nodes.map((node) => node.y),
    text: nodes.map((node) => node.text),
    textfont: {
      color: '#ffffff',
      size: nodes.map(({ text }) => [17, 14, 12, 10].find((size) => textWidth(text, size) < 38) ?? 9),
    },
    marker: { size: 2 * radius, color: slate, opacity: 1 },
    hovertext: nodes.map(({ id, text, value, derivative }) =>
      [
        value === undefined ? text : `${text} = ${numberText(value, 6)}`,
        ...(derivative === undefined ? [] : [`∂${end}/∂${id} = ${numberText(derivative, 6)}`]),
      ].join('<br>'),
    ),
    hoverinfo: 'text',
    cliponaxis: false,
    showlegend: false,
  }
}

/** The value above the circle, the derivative below it. */
function nodeTexts({ id, x, y, value, derivative }: PlacedNode, end: string): JsonRecord[] {
  return [
    ...(value === undefined
      ? []
      : [
          label({ x, y }, numberText(value, 4), {
            yanchor: 'bottom',
            yshift: radius + 1,
            font: { size: 14 },
          }),
        ]),
    ...(derivative === undefined
      ? []
      : [
          label({ x, y }, `∂${end}/∂${id}<br><b>${numberText(derivative, 4)}</b>`, {
            yanchor: 'top',
            yshift: -radius - 1,
            font: { size: 12, color: '#d54500' },
          }),
        ]),
  ]
}

/** The arrow, and its local derivative on it. */
function edgeMarks(edge: ComputationEdge, nodes: readonly PlacedNode[], backward: boolean): JsonRecord[] {
  const find = (id: string): PlacedNode | undefined => nodes.find((node) => node.id === id)
  const [from, to] = [find(edge.from), find(edge.to)]
  if (from === undefined || to === undefined) return []
  // What has no local derivative, such as a label y, takes no part in the way back.
  const isBack = backward && edge.label !== undefined
  const [start, tip] = isBack ? [to, from] : [from, to]
  const arrow = graphArrow({
    from: { x: start.x, y: start.y },
    to: { x: tip.x, y: tip.y },
    gap: radius + 3,
    width: 1.8,
    ...(isBack ? { colour: '#d54500' } : {}),
  })
  const text = edgeText(edge)
  if (text === '') return [arrow]
  const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  return [arrow, pill(at, text, isBack ? orange : slate)]
}

/** '∂z/∂w' above its number, in two lines to be narrow. */
function edgeText({ from, to, label: given, name }: ComputationEdge): string {
  if (given === undefined) return name ?? ''
  const called = name ?? `∂${to}/∂${from}`
  if (typeof given === 'string')
    return name === undefined ? given.replace(' = ', '<br>= ') : `${name}<br>${given}`
  return `${called.replace(' = ', '<br>= ')}<br>= ${numberText(given, 3)}`
}

/** '∂J/∂w = ∂J/∂a · ∂a/∂z · ∂z/∂w = (−0.6) · 0.24 · 0.7 = −0.1', with a sum where there are several ways. */
function productLines(
  call: string,
  { nodes, edges }: Computation,
  wanted: readonly string[] | undefined,
  derivatives: ReadonlyMap<string, number>,
  end: string,
): string[] {
  for (const id of wanted ?? [])
    if (!nodes.some((node) => node.id === id))
      throw new RangeError(
        `${call}: products names '${id}', which no node has as its id. Expected some of ${nodes.map((node) => node.id).join(', ')}.`,
      )
  const outer = nodes.map((node) => node.id).filter((id) => !edges.some((edge) => edge.to === id))
  const factor = (value: number) => (value < 0 ? `(${numberText(value, 3)})` : numberText(value, 3))
  return (wanted ?? outer).flatMap((id) => {
    const ways = pathsFrom(id, edges).map((way) => [...way].reverse())
    const total = derivatives.get(id)
    if (total === undefined || ways.length === 0 || ways.length > 3 || ways.some((way) => way.length < 2))
      return []
    const numbers = ways.map((way) => way.map((edge) => factor(Number(edge.label))).join(' · '))
    const names = ways.map((way) => way.map((edge) => `∂${edge.to}/∂${edge.from}`).join(' · '))
    const named = ways.length === 1 ? `${names.join(' + ')} = ` : ''
    return [`∂${end}/∂${id} = ${named}${numbers.join(' + ')} = <b>${numberText(total, 4)}</b>`]
  })
}

function summaryOf(
  nodes: readonly PlacedNode[],
  edges: readonly ComputationEdge[],
  lines: readonly string[],
  backward: boolean,
  end: string,
): string {
  const values = nodes.map(({ text: name, value }) =>
    value === undefined ? name : `${name} = ${numberText(value, 4)}`,
  )
  const arrows = edges.map(
    ({ from, to, label: given }) =>
      `${from} to ${to}${given === undefined ? '' : ` (∂${to}/∂${from} = ${typeof given === 'number' ? numberText(given, 4) : given})`}`,
  )
  const forward = `A computation from left to right: ${listText(values)}. Arrows: ${arrows.join('; ')}.`
  if (!backward) return forward
  const derivatives = nodes.flatMap(({ id, derivative }) =>
    derivative === undefined ? [] : [`∂${end}/∂${id} = ${numberText(derivative, 4)}`],
  )
  const products = lines.map((line) => `${line.replace(/<\/?b>/g, '')}.`)
  return [forward, `Derivatives, from the end back: ${listText(derivatives)}.`, ...products].join(' ')
}
