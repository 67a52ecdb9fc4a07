import { requireKnownKeys } from '../math/known.js'
import { fromValues } from '../math/matrix.js'
import { requireWhole } from '../math/number-argument.js'
import type { Cache, Gradients, Steps } from '../network/index.js'
import { drawingMargin } from './drawing-margin.js'
import { type Figure, figure, type Trace } from './figure.js'
import { drawingAxes, graphArrow, label } from './graph-marks.js'
import { toChoice } from './heatmap-argument.js'
import { colourOf, heatmapScale } from './heatmap-scale.js'
import { inkOn, inks } from './ink.js'
import type { JsonRecord } from './json.js'
import {
  type NetOrSizes,
  type NeuronLabels,
  toCache,
  toGradients,
  toLabels,
  toNet,
} from './network-graph-argument.js'
import { arrowEdges, edgesOf, lineEdges, negative, positive } from './network-graph-edges.js'
import {
  biasRadius,
  type Ellipsis,
  type GraphNode,
  layOut,
  radius,
  shortNumber,
} from './network-graph-nodes.js'
import { weightPills } from './network-graph-pills.js'
import { networkSummary } from './network-graph-summary.js'
import { numberText } from './number-text.js'
import { palette } from './palette.js'
import { wrapText } from './wrap-text.js'

/** What `networkGraph` can be told. */
export interface NetworkGraphOptions {
  /** What `forward` returned: the activations of one of its samples are written in the nodes. */
  readonly values?: Cache
  /** Which sample, counted from 0. Default 0. */
  readonly sample?: number
  /** What `backward` returned: arrows run back and carry ∂J/∂W and ∂J/∂B; with `steps`, dZ1 and dZ2 stand in the nodes. */
  readonly gradients?: Gradients & Partial<Steps>
  /** Names for x₁, h₁, ŷ₁, … */
  readonly labels?: NeuronLabels
  /** The shape of each matrix above the drawing. Default true. */
  readonly shapes?: boolean
  readonly title?: string
}

const known = ['values', 'sample', 'gradients', 'labels', 'shapes', 'title']

/**
 * A net of two layers as a picture: inputs, hidden neurons, outputs, and every weight and bias as an arrow, blue where
 * positive and orange where negative, the wider the larger. Numbers stand on the arrows of a small net.
 *
 * @param net its parameters, or only its sizes [nx, nh, ny]
 * @throws TypeError, RangeError or ShapeError for parameters, values or gradients that are none or do not fit
 */
export function networkGraph(net: NetOrSizes, options: NetworkGraphOptions = {}): Figure {
  const call = 'networkGraph(net, options)'
  requireKnownKeys(call, 'options', options, known)
  const { sizes, parameters } = toNet(call, net)
  const cache = options.values === undefined ? undefined : toCache(call, options.values, sizes)
  const M = cache?.X.columns
  const gradients =
    options.gradients === undefined ? undefined : toGradients(call, options.gradients, sizes, M)
  const samples = M ?? gradients?.dZ1?.columns ?? 1
  const sample = requireWhole(call, 'sample', options.sample ?? 0, 0, samples - 1)
  const shapes = toChoice(call, 'shapes', options.shapes) ?? true
  const labels = toLabels(call, options.labels, sizes)

  const backward = gradients !== undefined
  const values = backward ? [undefined, gradients.dZ1, gradients.dZ2] : [cache?.X, cache?.A1, cache?.A2]
  const [W1, B1, W2, B2] = backward
    ? [gradients.dW1, gradients.dB1, gradients.dW2, gradients.dB2]
    : [parameters?.W1, parameters?.B1, parameters?.W2, parameters?.B2]
  const head = shapes ? headings(sizes, samplesText(M), backward) : []
  const { nodes, ellipses, height } = layOut(sizes, labels, values, sample, shapes ? 62 : 4)
  const edges = edgesOf(nodes, [W1, W2], [B1, B2], backward ? 'd' : '')
  const largest = Math.max(0, ...edges.map((edge) => Math.abs(edge.value ?? 0)))
  const isSmall = sizes.every((size) => size <= 4)
  const outer = [labels[0], labels[2]].map((names) => (names === undefined ? 0.33 : 0.8))
  const columns: [number, number] = [-(outer[0] ?? 0), 2 + (outer[1] ?? 0)]
  const title =
    options.title ?? defaultTitle(sizes, backward, values.some((m) => m !== undefined) ? sample : undefined)
  const margin = drawingMargin(title)
  const hasSigns = edges.some((edge) => edge.value !== undefined)
  const key = hasSigns ? signKey(backward, !isSmall) : []
  return figure({
    title,
    summary: networkSummary({ sizes, edges, nodes, backward, sample, samples }),
    data: [...(isSmall ? [] : lineEdges(edges, largest)), nodeTrace(nodes, backward), ...key],
    annotations: [
      ...head,
      ...(isSmall ? arrowEdges(edges, largest, backward) : []),
      ...(isSmall ? weightPills(edges, nodes, columns[1] - columns[0]) : []),
      ...outsideLabels(nodes),
      ...ellipses.map(({ x, y, hidden }: Ellipsis) => label({ x, y }, `⋮<br>${hidden} more`)),
    ],
    height: Math.round(margin.t + height + margin.b + (hasSigns ? 30 : 0)),
    legend: hasSigns ? 'below' : 'none',
    layout: { margin: { ...margin, b: margin.b + (hasSigns ? 30 : 0) }, ...drawingAxes(columns, height) },
  })
}

function samplesText(M: number | undefined): string {
  return M === undefined ? 'M' : String(M)
}

function defaultTitle(
  [nx, nh, ny]: readonly number[],
  backward: boolean,
  sample: number | undefined,
): string {
  const which = sample === undefined ? '' : `, sample ${sample + 1}`
  return `${backward ? 'Backward through a' : 'A'} net of ${nx}–${nh}–${ny}${which}`
}

/** Above the columns what they hold, and between them the matrices on the arrows, each with its shape. */
function headings(
  [nx, nh, ny]: readonly [number, number, number],
  M: string,
  backward: boolean,
): JsonRecord[] {
  const d = backward ? 'd' : ''
  const over = (x: number, name: string, rows: number) => label({ x, y: 10 }, `<b>${name}</b> ${rows}×${M}`)
  const between = (layer: number, rows: number, columns: number): JsonRecord[] => [
    label(
      { x: layer - 0.5, y: 32 },
      `<b>${d}W${layer}</b> ${rows}×${columns}, <b>${d}B${layer}</b> ${rows}×1`,
      { font: { size: 11.5 } },
    ),
    graphArrow({
      from: { x: layer - (backward ? 0.12 : 0.88), y: 47 },
      to: { x: layer - (backward ? 0.88 : 0.12), y: 47 },
    }),
  ]
  return [
    over(0, 'X', nx),
    over(1, backward ? 'dZ1' : 'A1', nh),
    over(2, backward ? 'dZ2' : 'A2', ny),
    ...between(1, nh, nx),
    ...between(2, ny, nh),
  ]
}

/** Circles with their names, and their values coloured as in a heat map. */
function nodeTrace(nodes: readonly GraphNode[], backward: boolean): Trace {
  const numbers = nodes.map((node) => node.value).filter((value) => value !== undefined)
  const scale =
    numbers.length === 0
      ? undefined
      : heatmapScale([fromValues(1, numbers.length, numbers)], backward ? true : undefined)
  const fills = nodes.map(({ index, value }) =>
    index < 0
      ? palette.grey
      : value === undefined || scale === undefined
        ? '#565b64'
        : colourOf(scale, value),
  )
  const texts = nodes.map(({ name, value }) =>
    value === undefined ? name : `${name}<br>${shortNumber(value)}`,
  )
  const what = backward ? ['X', 'dZ1', 'dZ2'] : ['X', 'A1', 'A2']
  return {
    type: 'scatter',
    mode: 'markers+text',
    x: nodes.map((node) => node.x),
    y: nodes.map((node) => Number(node.y.toFixed(1))),
    text: texts,
    textfont: {
      size: texts.map((text) => (!text.includes('<br>') ? 14 : text.length > 11 ? 10 : 12)),
      color: fills.map((colour) => inks[inkOn(colour)]),
    },
    marker: {
      size: nodes.map((node) => 2 * (node.index < 0 ? biasRadius : radius)),
      color: fills,
      opacity: 1,
      line: { color: palette.grey, width: 1 },
    },
    hovertext: nodes.map(({ index, layer, name, label: own, value }) =>
      index < 0
        ? 'bias: always 1'
        : `${own ?? name}${value === undefined ? '' : `: ${what[layer]} = ${numberText(value, 4)}`}`,
    ),
    hoverinfo: 'text',
    cliponaxis: false,
    showlegend: false,
  }
}

/** Names of their own: left of inputs, right of outputs, above hidden neurons. */
function outsideLabels(nodes: readonly GraphNode[]): JsonRecord[] {
  return nodes.flatMap(({ x, y, layer, label: own }) => {
    if (own === undefined) return []
    const text = wrapText(own, 12)
    if (layer === 1) return [label({ x, y }, text, { yshift: radius + 8, font: { size: 11 } })]
    const isLeft = layer === 0
    return [
      label({ x, y }, text, {
        xanchor: isLeft ? 'right' : 'left',
        xshift: (radius + 5) * (isLeft ? -1 : 1),
        align: isLeft ? 'right' : 'left',
        font: { size: 11 },
      }),
    ]
  })
}

/** Names of the two colours, as traces that draw nothing. */
function signKey(backward: boolean, dashed: boolean): Trace[] {
  const what = backward ? 'gradient' : 'weight'
  return [
    { name: `${what} above 0`, color: positive, dash: 'solid' },
    { name: `${what} below 0`, color: negative, dash: dashed ? 'dash' : 'solid' },
  ].map(({ name, color, dash }) => ({
    type: 'scatter',
    mode: 'lines',
    name,
    x: [null],
    y: [null],
    line: { color, dash, width: 3 },
    hoverinfo: 'skip',
  }))
}
