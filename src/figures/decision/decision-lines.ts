import { requireKnownKeys } from '../../math/known.js'
import type { Matrix } from '../../math/matrix.js'
import { requireFiniteMatrix } from '../../math/matrix-argument.js'
import { requireFinite } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { ShapeError } from '../../math/shape-error.js'
import { shapeOf } from '../../math/shape-of.js'
import type { Trace } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { requirePoint } from '../base/values.js'
import { graphArrow, label } from '../graph/graph-marks.js'
import { neuronName } from '../graph/network-graph-nodes.js'
import type { Plane } from './decision-grid.js'

/** The line weights · x + bias = 0 of one neuron. */
export interface NeuronLine {
  readonly weights: readonly number[]
  readonly bias: number
  readonly name?: string
}

/** Lines of neurons, or the parameters whose hidden neurons have them. */
export type NeuronLines = readonly NeuronLine[] | { readonly W1: Matrix; readonly B1: Matrix }

/** A line with its ends on the frame. */
export interface ClippedLine {
  readonly name: string
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  /** Towards where the neuron's z is above 0, of length 1. */
  readonly normal: readonly [number, number]
}

/** The lines that cross the plane. @throws TypeError, RangeError or ShapeError for what is no line */
export function neuronLines(call: string, value: NeuronLines | undefined, plane: Plane): ClippedLine[] {
  if (value === undefined) return []
  const list = isList(value)
    ? value.map((line, i) => checkedLine(call, line, i))
    : fromParameters(call, value)
  return list.flatMap((line, k) => {
    const [w1 = 0, w2 = 0] = line.weights
    const ends = crossings(w1, w2, line.bias, plane)
    const [from, to] = ends
    const length = Math.hypot(w1, w2)
    if (from === undefined || to === undefined || length === 0) return []
    const name = line.name ?? neuronName(1, k, list.length)
    return [{ name, from, to, normal: [w1 / length, w2 / length] as const }]
  })
}

function checkedLine(call: string, line: NeuronLine, i: number): NeuronLine {
  requireKnownKeys(call, `lines[${i}]`, line, ['weights', 'bias', 'name'])
  requirePoint(call, `lines[${i}].weights`, line.weights)
  requireFinite(call, `lines[${i}].bias`, line.bias)
  return line
}

function fromParameters(call: string, value: { readonly W1: Matrix; readonly B1: Matrix }): NeuronLine[] {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(
      `${call}: expected lines to be parameters with W1 and B1, or a list of { weights, bias }, received ${received(value)}.`,
    )
  const W1 = requireFiniteMatrix(call, 'lines.W1', value.W1)
  const B1 = requireFiniteMatrix(call, 'lines.B1', value.B1)
  if (W1.columns !== 2)
    throw new ShapeError(
      `${call}: expected lines.W1 to have 2 columns, one for each axis, received ${shapeOf(W1)}.`,
    )
  if (B1.rows !== W1.rows || B1.columns !== 1)
    throw new ShapeError(`${call}: expected lines.B1 to be ${W1.rows}×1, received ${shapeOf(B1)}.`)
  return Array.from({ length: W1.rows }, (_, k) => ({
    weights: [W1.values[2 * k] ?? 0, W1.values[2 * k + 1] ?? 0],
    bias: B1.values[k] ?? 0,
  }))
}

/** Where w1·x + w2·y + b = 0 meets the frame. */
function crossings(w1: number, w2: number, b: number, { x, y }: Plane): (readonly [number, number])[] {
  const inside = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high
  const found: (readonly [number, number])[] = []
  const add = (point: readonly [number, number]) => {
    const near = (other: readonly [number, number]) =>
      Math.abs(other[0] - point[0]) + Math.abs(other[1] - point[1]) < 1e-9 * (x[1] - x[0] + y[1] - y[0])
    if (!found.some(near)) found.push(point)
  }
  if (w2 !== 0)
    for (const px of x) {
      const py = -(w1 * px + b) / w2
      if (inside(py, y)) add([px, py])
    }
  if (w1 !== 0)
    for (const py of y) {
      const px = -(w2 * py + b) / w1
      if (inside(px, x)) add([px, py])
    }
  return found
}

const fine = (value: number) => Number(value.toPrecision(5))

/** The lines as traces, with one name in the legend for all. */
export function lineTraces(lines: readonly ClippedLine[]): Trace[] {
  return lines.map(({ name, from, to }, k) => ({
    type: 'scatter',
    mode: 'lines',
    name: 'z = 0 of a hidden neuron',
    legendgroup: 'neurons',
    showlegend: k === 0,
    x: [fine(from[0]), fine(to[0])],
    y: [fine(from[1]), fine(to[1])],
    line: { color: '#8a8f98', width: 1.8, dash: 'dash' },
    text: `${name}: z = 0`,
    hoverinfo: 'text',
  }))
}

/** An arrow from each line to the side where its neuron is above 0, with the neuron's name. */
export function sideArrows(lines: readonly ClippedLine[], { x, y }: Plane): JsonRecord[] {
  const reach = 0.07 * Math.max(x[1] - x[0], y[1] - y[0])
  return lines.flatMap(({ name, from, to, normal }, k) => {
    // Not all in the middle, where lines cross.
    const t = [0.3, 0.7, 0.5, 0.2, 0.8][k % 5] ?? 0.5
    const foot = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])] as const
    const place = (far: number) => ({
      x: fine(foot[0] + far * reach * normal[0]),
      y: fine(foot[1] + far * reach * normal[1]),
    })
    return [
      graphArrow({ from: place(0), to: place(1), width: 1.6 }),
      label(place(1.45), name, { font: { size: 12 } }),
    ]
  })
}

function isList(value: NeuronLines): value is readonly NeuronLine[] {
  return Array.isArray(value)
}
