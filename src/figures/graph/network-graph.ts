import { requireKnownKeys } from '../../math/known.js'
import { requireWhole } from '../../math/number-argument.js'
import type { Cache, Gradients, Steps } from '../../network/index.js'
import { type Figure, figure } from '../base/figure.js'
import { drawingMargin } from '../marks/drawing-margin.js'
import { toChoice } from '../matrix/heatmap-argument.js'
import { drawingAxes, label } from './graph-marks.js'
import {
  type NetOrSizes,
  type NeuronLabels,
  toCache,
  toGradients,
  toLabels,
  toNet,
} from './network-graph-argument.js'
import { arrowEdges, edgesOf, lineEdges } from './network-graph-edges.js'
import { headings, nodeTrace, outsideLabels, signKey } from './network-graph-marks.js'
import { type Ellipsis, layOut } from './network-graph-nodes.js'
import { weightPills } from './network-graph-pills.js'
import { networkSummary } from './network-graph-summary.js'

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
