import { requireKnownKeys, requireKnownValue } from '../../math/known.js'
import { requireWhole } from '../../math/number-argument.js'
import type { Cache, NetworkOptions } from '../../network/index.js'
import { type Figure, figure, type Trace } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { palette } from '../colour/palette.js'
import { drawingMargin } from '../marks/drawing-margin.js'
import { toChoice } from '../matrix/heatmap-argument.js'
import { drawingAxes, graphArrow, label } from './graph-marks.js'
import { backwardSteps, forwardSteps, type MatrixNode, type Step } from './matrix-flow-steps.js'
import { type NetOrSizes, toCache, toNet } from './network-graph-argument.js'

/** What `matrixFlow` can be told: with the net's options its activations and its cost are written on the arrows. */
export interface MatrixFlowOptions extends NetworkOptions {
  /** How many columns X has. Default: those of `values`, else the letter M. */
  readonly samples?: number
  /** What `forward` returned, for the number of samples. */
  readonly values?: Cache
  /** Also the way back: dA2, dZ2, dW2, dB2, dA1, dZ1, dW1, dB1. Default false. */
  readonly backward?: boolean
  readonly title?: string
}

const known = ['samples', 'values', 'backward', 'title', 'hiddenActivation', 'outputActivation', 'cost']
const activations = ['sigmoid', 'tanh', 'relu', 'identity'] as const

/**
 * The net as matrices: X, Z1, A1, Z2, A2 and J in a row, on every arrow what it does, below every matrix its shape; and
 * under them, when asked, the gradients on their way back.
 *
 * @param net its parameters, or only its sizes [nx, nh, ny]
 * @throws TypeError, RangeError or ShapeError for what is no net, and for unknown options
 */
export function matrixFlow(net: NetOrSizes, options: MatrixFlowOptions = {}): Figure {
  const call = 'matrixFlow(net, options)'
  requireKnownKeys(call, 'options', options, known)
  const { sizes } = toNet(call, net)
  const cache = options.values === undefined ? undefined : toCache(call, options.values, sizes)
  const samples =
    options.samples === undefined ? undefined : requireWhole(call, 'samples', options.samples, 1)
  const backward = toChoice(call, 'backward', options.backward) ?? false
  const cost = requireKnownValue(call, 'cost', options.cost ?? 'meanSquaredError', [
    'meanSquaredError',
    'binaryCrossEntropy',
    'crossEntropy',
  ])
  const hidden = requireKnownValue(
    call,
    'hiddenActivation',
    options.hiddenActivation ?? 'sigmoid',
    activations,
  )
  const usual = cost === 'crossEntropy' ? 'softmax' : 'sigmoid'
  const output = requireKnownValue(call, 'outputActivation', options.outputActivation ?? usual, [
    ...activations,
    'softmax',
  ])
  const M = String(samples ?? cache?.X.columns ?? 'M')
  const forward = forwardSteps(sizes, M, hidden, output)
  const back = backward ? backwardSteps(sizes, M, hidden, output, cost) : { nodes: [], steps: [] }
  const nodes = [...forward.nodes, ...back.nodes]
  const steps = [...forward.steps, ...back.steps]
  const height = backward ? 368 : 140
  const title =
    options.title ?? (backward ? 'Forward, and the gradients back' : 'The forward pass as matrices')
  const margin = drawingMargin(title)
  return figure({
    title,
    summary: summaryOf(sizes, M, nodes, steps),
    data: [boxes(nodes)],
    annotations: [
      ...steps.map((step) => arrow(step, nodes)),
      ...steps.flatMap((step) => stepText(step, nodes)),
      ...nodes.map(({ x, y, shape, formula }) =>
        label({ x, y: y + 28 }, formula === undefined ? shape : `${shape}<br>${formula}`, {
          yanchor: 'top',
          yshift: 8,
          font: { size: 11 },
        }),
      ),
    ],
    height: margin.t + height + margin.b,
    legend: 'none',
    layout: { margin, ...drawingAxes([-0.45, 5.45], height) },
  })
}

/** Grey on the way forward, orange on the way back; the gradients that the update needs are blue. */
const fills = { forward: '#565b64', backward: '#b93c00', parameter: palette.blue } as const

function boxes(nodes: readonly MatrixNode[]): Trace {
  return {
    type: 'scatter',
    mode: 'markers+text',
    x: nodes.map((node) => node.x),
    y: nodes.map((node) => node.y),
    text: nodes.map((node) => `<b>${node.name}</b>`),
    textfont: { size: 13, color: '#ffffff' },
    marker: {
      symbol: 'square',
      size: 38,
      opacity: 1,
      color: nodes.map((node) => fills[node.kind]),
    },
    hovertext: nodes.map(({ name, shape, meaning }) => `${name}, ${shape}: ${meaning}`),
    hoverinfo: 'text',
    cliponaxis: false,
    showlegend: false,
  }
}

function placeOf(name: string, nodes: readonly MatrixNode[]): { x: number; y: number } {
  const { x = 0, y = 0 } = nodes.find((node) => node.name === name) ?? {}
  return { x, y }
}

function arrow({ from, to, kind }: Step, nodes: readonly MatrixNode[]): JsonRecord {
  const [start, end] = [placeOf(from, nodes), placeOf(to, nodes)]
  const isSlanted = start.x !== end.x && start.y !== end.y
  const below = end.y > start.y && !isSlanted ? 46 : 22
  return graphArrow({
    from: start,
    to: end,
    gap: isSlanted ? [26, 30] : [below, 22],
    width: 1.8,
    ...(kind === 'forward' ? {} : { colour: fills[kind] }),
  })
}

/** What the arrow does, above its middle. */
function stepText({ from, to, text }: Step, nodes: readonly MatrixNode[]): JsonRecord[] {
  if (text === '') return []
  const [start, end] = [placeOf(from, nodes), placeOf(to, nodes)]
  const at = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
  const isSlanted = start.x !== end.x && start.y !== end.y
  return [
    label(
      at,
      text,
      isSlanted
        ? { xanchor: 'left', xshift: 10, yshift: -6, font: { size: 11 } }
        : { yanchor: 'bottom', yshift: 20, font: { size: 11 } },
    ),
  ]
}

function summaryOf(
  [nx, nh, ny]: readonly number[],
  M: string,
  nodes: readonly MatrixNode[],
  steps: readonly Step[],
): string {
  const way = (kind: 'forward' | 'backward') =>
    nodes
      .filter((node) => node.kind === kind)
      .map(({ name, shape }) => `${name} (${shape})`)
      .join(', ')
  const back = way('backward')
  const parameters = nodes
    .filter((node) => node.kind === 'parameter')
    .map(({ name, shape, meaning }) => `${name} (${shape}) = ${meaning}`)
  const forward = `A net of ${nx}–${nh}–${ny} with ${M} samples as matrices. Forward: ${way('forward')}, by ${steps
    .filter((step) => step.kind === 'forward' && step.plain !== '')
    .map((step) => step.plain)
    .join(', ')}.`
  return back === '' ? forward : `${forward} Backward: ${back}; for the update ${parameters.join(', ')}.`
}
