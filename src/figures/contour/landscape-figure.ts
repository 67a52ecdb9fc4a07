import { requireKnownKeys } from '../../math/known.js'
import { requireFinite } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import type { Landscape } from '../../network/index.js'
import type { Figure } from '../base/figure.js'
import { extent, requireNumbers } from '../base/values.js'
import { toChoice } from '../matrix/heatmap-argument.js'
import { countText, numberText } from '../text/number-text.js'
import { contour } from './contour.js'
import { requireGrid } from './contour-grid.js'
import { surface } from './surface.js'

/** What `landscapeFigure` can be told. */
export interface LandscapeFigureOptions {
  /** As a surface that can be turned, in place of contours. Default false. */
  readonly surface?: boolean
  /** About how many contour levels, or which. Default 8. */
  readonly levels?: number | readonly number[]
  /** What the cost is called. Default 'J'. */
  readonly value?: string
  readonly title?: string
  readonly summary?: string
}

/**
 * The cost of a net on a plane through its parameters, as `landscape` returns it: contours by powers, and the path of
 * training with its start and its end.
 *
 * @throws TypeError or RangeError for what is no landscape, and for unknown options
 */
export function landscapeFigure(landscape: Landscape, options: LandscapeFigureOptions = {}): Figure {
  const call = 'landscapeFigure(landscape, options)'
  requireKnownKeys(call, 'options', options, ['surface', 'levels', 'value', 'title', 'summary'])
  const { x, y, cost, path, explained } = checkedLandscape(call, landscape)
  const { value = 'J' } = options
  const share = (k: number) => {
    const part = explained?.[k]
    return part === undefined ? '' : `, ${numberText(100 * part, 2)} % of the path`
  }
  const names = [`direction 1${share(0)}`, `direction 2${share(1)}`]
  const points = path.map((point) => [point.x, point.y])
  const [start, end] = [points[0], points.at(-1)]
  const marked =
    start === undefined || end === undefined
      ? []
      : [
          { at: start, name: 'start' },
          { at: end, name: 'end' },
        ]
  const title =
    options.title ?? `The landscape of ${value}${path.length === 0 ? '' : ', and the path of training'}`
  const summary = options.summary ?? summaryOf({ x, y, cost, path, explained }, value)
  const walked = points.length > 1 ? { paths: { training: points } } : {}
  const shared = { ...walked, points: marked, names, value, title, summary }
  if (toChoice(call, 'surface', options.surface) ?? false) {
    const f = between(x, y, cost)
    return surface(f, {
      ...shared,
      names: ['direction 1', 'direction 2'],
      x: ends(x),
      y: ends(y),
      steps: Math.max(4, x.length - 1),
    })
  }
  const [wide, high] = [x, y].map((list) => (list.at(-1) ?? 1) - (list[0] ?? 0))
  const ratio = (wide ?? 1) / (high ?? 1)
  return contour(
    { x, y, z: cost },
    { ...shared, spacing: 'log', levels: options.levels ?? 8, equalAxes: ratio > 1 / 3 && ratio < 3 },
  )
}

interface CheckedLandscape {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly cost: readonly (readonly number[])[]
  readonly path: NonNullable<Landscape['path']>
  readonly explained: readonly number[] | undefined
}

/** The landscape, looked at: a cell may have passed anything. */
function checkedLandscape(call: string, given: unknown): CheckedLandscape {
  if (typeof given !== 'object' || given === null || !('cost' in given) || !('x' in given) || !('y' in given))
    throw new TypeError(
      `${call}: expected landscape to be what landscape(parameters, X, Y) returned, received ${received(given)}.`,
    )
  const names = { x: 'landscape.x', y: 'landscape.y', z: 'landscape.cost' }
  const { x, y, z } = requireGrid(call, { x: given.x, y: given.y, z: given.cost }, names)
  const path: unknown = 'path' in given ? (given.path ?? []) : []
  if (!Array.isArray(path))
    throw new TypeError(
      `${call}: expected landscape.path to be a list of { x, y, cost }, received ${received(path)}.`,
    )
  const explained = 'explained' in given ? given.explained : undefined
  return {
    ...{ x, y, cost: z },
    path: path.map((point: unknown, k) => {
      const given = new Map<string, unknown>(Object.entries(Object(point)))
      const entry = (name: string) => requireFinite(call, `landscape.path[${k}].${name}`, given.get(name))
      return { x: entry('x'), y: entry('y'), cost: entry('cost') }
    }),
    explained: explained === undefined ? undefined : requireNumbers(call, 'landscape.explained', explained),
  }
}

/** The cost between the points of the grid, by interpolation; outside, that of the nearest point. */
function between(
  x: readonly number[],
  y: readonly number[],
  cost: readonly (readonly number[])[],
): (point: readonly number[]) => number {
  const locate = (list: readonly number[], value: number) => {
    const [low, high] = ends(list)
    const place = Math.max(0, Math.min(list.length - 1, ((value - low) / (high - low)) * (list.length - 1)))
    const k = Math.min(list.length - 2, Math.floor(place))
    return { k, t: place - k }
  }
  return ([px = 0, py = 0]) => {
    const [column, row] = [locate(x, px), locate(y, py)]
    const at = (i: number, j: number) => cost[row.k + i]?.[column.k + j] ?? 0
    const lower = at(0, 0) + column.t * (at(0, 1) - at(0, 0))
    const upper = at(1, 0) + column.t * (at(1, 1) - at(1, 0))
    return lower + row.t * (upper - lower)
  }
}

function ends(list: readonly number[]): [number, number] {
  return [list[0] ?? 0, list.at(-1) ?? 1]
}

function summaryOf({ x, y, cost, path, explained }: CheckedLandscape, value: string): string {
  const [low, high] = extent(cost.flat())
  const row = cost.findIndex((line) => line.includes(low))
  const column = cost[row]?.indexOf(low) ?? 0
  const where = `(${numberText(x[column] ?? 0)}, ${numberText(y[row] ?? 0)})`
  const plane = `${value} of the net on a plane through its parameters, ${x.length} by ${y.length} points: lowest ${numberText(low)} at ${where}, highest ${numberText(high)}.`
  const [start, end] = [path[0], path.at(-1)]
  if (start === undefined || end === undefined) return plane
  const point = (each: { x: number; y: number; cost: number }) =>
    `(${numberText(each.x)}, ${numberText(each.y)}) with ${value} = ${numberText(each.cost)}`
  const held =
    explained === undefined
      ? ''
      : ` The two directions hold ${explained.map((part) => `${numberText(100 * part, 2)} %`).join(' and ')} of it.`
  return `${plane} The path of training, ${countText(path.length, 'point')}, runs from ${point(start)} to ${point(end)}.${held}`
}
