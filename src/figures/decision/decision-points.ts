import { requireKnownKeys } from '../../math/known.js'
import type { Matrix } from '../../math/matrix.js'
import { requireFiniteMatrix } from '../../math/matrix-argument.js'
import { requireWhole } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { ShapeError } from '../../math/shape-error.js'
import { shapeOf } from '../../math/shape-of.js'
import type { Trace } from '../base/figure.js'
import { extent, requireRange } from '../base/values.js'
import type { Plane } from './decision-grid.js'
import { type ClassGroup, type ClassLabels, classGroups } from './decision-labels.js'

/** What a picture of decisions can be told about its plane and its samples. */
export interface DecisionOptions {
  /** From where to where. Default: what the samples need. */
  readonly x?: readonly number[]
  readonly y?: readonly number[]
  /** Samples to draw, 2×M. */
  readonly X?: Matrix
  /** Their classes. */
  readonly labels?: ClassLabels
  /** Names of the classes, class 0 first. */
  readonly classes?: readonly string[]
  /** Cells along each axis. */
  readonly steps?: number
  /** Titles of the two axes. Default ['x₁', 'x₂']. */
  readonly names?: readonly string[]
  /** What the output is called. Default 'A2'. */
  readonly value?: string
  readonly title?: string
  readonly summary?: string
}

export const decisionKeys = [
  'x',
  'y',
  'X',
  'labels',
  'classes',
  'steps',
  'names',
  'value',
  'title',
  'summary',
]

/** The options, checked, with the plane chosen. */
export interface DecisionScene {
  readonly plane: Plane
  readonly X: Matrix | undefined
  readonly groups: readonly ClassGroup[]
  readonly names: readonly [string, string]
  readonly value: string
}

/** @throws TypeError, RangeError or ShapeError naming the option that is wrong */
export function readScene(
  call: string,
  options: DecisionOptions,
  moreKeys: readonly string[],
  steps: number,
): DecisionScene {
  requireKnownKeys(call, 'options', options, [...decisionKeys, ...moreKeys])
  const X = options.X === undefined ? undefined : requireFiniteMatrix(call, 'X', options.X)
  if (X !== undefined && X.rows !== 2)
    throw new ShapeError(`${call}: expected X to be 2×M, a row for each axis, received ${shapeOf(X)}.`)
  const { classes } = options
  if (classes !== undefined && !(Array.isArray(classes) && classes.every((name) => typeof name === 'string')))
    throw new TypeError(`${call}: expected classes to be a list of names, received ${received(classes)}.`)
  if (options.labels !== undefined && X === undefined)
    throw new TypeError(`${call}: labels came without X. Expected X, 2×M, whose columns they belong to.`)
  const [first = 'x₁', second = 'x₂'] = options.names ?? []
  return {
    plane: {
      x: rangeOf(call, 'x', options.x, X, 0),
      y: rangeOf(call, 'y', options.y, X, 1),
      steps: requireWhole(call, 'steps', options.steps ?? steps, 2, 120),
    },
    X,
    groups: X === undefined ? [] : classGroups(call, options.labels, classes, X.columns),
    names: [first, second],
    value: options.value ?? 'A2',
  }
}

function rangeOf(
  call: string,
  name: string,
  given: unknown,
  X: Matrix | undefined,
  row: number,
): [number, number] {
  if (given !== undefined) return requireRange(call, name, given)
  if (X === undefined)
    throw new TypeError(`${call}: expected ${name} to be [from, to], or samples X, received neither.`)
  const [low, high] = extent(X.values.slice(row * X.columns, (row + 1) * X.columns))
  const spare = 0.15 * (high - low || 1)
  const round = (value: number) => Number(value.toPrecision(3))
  return [round(low - spare), round(high + spare)]
}

/** The samples by class, each with its colour and its symbol. */
export function sampleTraces({ X, groups, names }: DecisionScene): Trace[] {
  if (X === undefined) return []
  const most = Math.max(...groups.map((group) => group.members.length))
  return groups.map(({ name, colour, symbol, members }) => ({
    type: 'scatter',
    mode: 'markers',
    name,
    x: members.map((m) => Number((X.values[m] ?? 0).toPrecision(4))),
    y: members.map((m) => Number((X.values[X.columns + m] ?? 0).toPrecision(4))),
    marker: {
      color: colour,
      symbol,
      size: most > 60 ? 7 : 10,
      line: { color: '#ffffff', width: most > 60 ? 0.8 : 1.4 },
    },
    hovertemplate: `${name}<br>${names[0]} = %{x}<br>${names[1]} = %{y}<extra></extra>`,
  }))
}

/** How many samples lie on their side: of one output above 0.5 for class 1, of several the greatest. */
export function rightSide(answer: Matrix, groups: readonly ClassGroup[]): number {
  const { rows, columns, values } = answer
  const decided = (m: number): number => {
    if (rows === 1) return (values[m] ?? 0) > 0.5 ? 1 : 0
    const column = Array.from({ length: rows }, (_, k) => values[k * columns + m] ?? 0)
    return column.indexOf(Math.max(...column))
  }
  return groups.reduce((sum, { members }, k) => sum + members.filter((m) => decided(m) === k).length, 0)
}

/** Height of a figure with equal axes: the plane neither too flat nor higher than a page. */
export function sceneHeight({ x, y }: Plane): number {
  const ratio = (y[1] - y[0]) / (x[1] - x[0])
  return Math.round(Math.min(400, Math.max(220, 460 * ratio)))
}
