import { requireKnownKeys, requireKnownValue } from '../../math/known.js'
import { requireWhole } from '../../math/number-argument.js'
import { type Figure, figure } from '../base/figure.js'
import { requireRange } from '../base/values.js'
import { along } from '../marks/label-room.js'
import { namePositions } from '../marks/name-positions.js'
import type { PixelScale } from './contour-gap.js'
import { type FunctionOfTwo, type Grid, gridOf, valueAt } from './contour-grid.js'
import { chooseLevels, type LevelSpacing } from './contour-levels.js'
import type { Point } from './contour-lines.js'
import { contourMap } from './contour-map.js'
import { arrowTraces, pathTraces, pointsTrace } from './contour-mark-traces.js'
import {
  type Arrow,
  type ArrowOption,
  type MarkedPoint,
  type NamedPaths,
  type Path,
  type PointOption,
  readArrows,
  readPaths,
  readPoints,
} from './contour-marks.js'
import { contourSummary } from './contour-summary.js'

/** Everything that `contour` reads. */
export interface ContourOptions {
  /** From where to where. Needed with a function; a grid brings its own. */
  readonly x?: readonly number[]
  readonly y?: readonly number[]
  /** How many cells the function is looked at along each axis. Default 60. */
  readonly steps?: number
  /** About how many levels, or which. Default 8. */
  readonly levels?: number | readonly number[]
  /** Default 'auto': 'log' for values ≥ 0 whose highest is 20 times the lowest or more, so that a bowl shows its inside. */
  readonly spacing?: LevelSpacing
  /** A path, such as that of gradient descent: a list of points. */
  readonly path?: readonly (readonly number[])[]
  /** Several paths, by name. */
  readonly paths?: NamedPaths
  readonly points?: readonly PointOption[]
  readonly arrows?: readonly ArrowOption[]
  /** Titles of the two axes. Default ['θ₁', 'θ₂']. */
  readonly names?: readonly string[]
  /** What the function's value is called. Default 'J'. */
  readonly value?: string
  readonly title?: string
  readonly summary?: string
  /** Default true: right angles look right. */
  readonly equalAxes?: boolean
  readonly legend?: 'below' | 'right' | 'none'
  readonly height?: number
}

const known = [
  ...['x', 'y', 'steps', 'levels', 'spacing', 'path', 'paths', 'points', 'arrows', 'names', 'value'],
  ...['title', 'summary', 'equalAxes', 'legend', 'height'],
]

/**
 * A function of two numbers seen from above: lines of equal value with the value on them, the lower the bluer; and on
 * top of it paths, points and arrows.
 *
 * @param f a function of [x, y], or its values on a grid { x, y, z } with `z[row]` for `y[row]`
 * @throws RangeError where f gives NaN; TypeError for an unknown option or a point that is none
 */
export function contour(f: FunctionOfTwo | Grid, options: ContourOptions = {}): Figure {
  const call = 'contour(f, options)'
  requireKnownKeys(call, 'options', options, known)
  const { value = 'J', equalAxes = true, steps = 60, legend, spacing = 'auto' } = options
  const [nameX = 'θ₁', nameY = 'θ₂'] = options.names ?? []
  const names = [nameX, nameY] as const
  const grid = gridOf(call, f, options.x, options.y, requireWhole(call, 'steps', steps, 4, 400))
  const box = {
    x: options.x === undefined ? endsOf(grid.x) : requireRange(call, 'x', options.x),
    y: options.y === undefined ? endsOf(grid.y) : requireRange(call, 'y', options.y),
  }
  requireKnownValue(call, 'spacing', spacing, ['auto', 'linear', 'log'])
  const levels = chooseLevels(call, grid.z.flat(), options.levels ?? 8, spacing)
  const paths = readPaths(call, options.path, options.paths)
  const points = readPoints(call, options.points)
  const arrows = readArrows(call, options.arrows)
  const heightOf = typeof f === 'function' ? (point: readonly number[]) => valueAt(call, f, point) : undefined

  const size = plotSize(box, equalAxes)
  const scale = { x: size.width / (box.x[1] - box.x[0]), y: size.height / (box.y[1] - box.y[0]) }
  const taken = placesOf(paths, arrows)
  const sides = namePositions(points, {
    x: [...taken.map(([x]) => x), ...box.x],
    y: [...taken.map(([, y]) => y), ...box.y],
    log: { x: false, y: false },
  })
  const map = contourMap({
    ...{ grid, levels, box, equalAxes, names, value },
    f: typeof f === 'function' ? f : undefined,
    scale,
    obstacles: [...taken, ...points.flatMap((point, k) => aroundName(point, sides[k] ?? '', scale))],
  })
  return figure({
    title: options.title ?? `Contours of ${value}`,
    summary:
      options.summary ?? contourSummary({ grid, names, value, paths, points, arrows, heightOf }, levels),
    x: { title: nameX, range: box.x, grid: false },
    y: { title: nameY, range: box.y, grid: false },
    equalAxes,
    height: options.height ?? Math.round(size.height + 150),
    ...(legend === undefined ? {} : { legend }),
    data: [
      ...map.traces,
      ...paths.flatMap((path, k) => pathTraces(path, k, value, heightOf && path.points.map(heightOf))),
      ...arrowTraces(arrows, paths.length),
      ...(points.length === 0 ? [] : [pointsTrace(points, sides)]),
    ],
    annotations: map.annotations,
  })
}

/** The point and the room that its name takes on the given side. */
function aroundName({ at: [x = 0, y = 0], name }: MarkedPoint, side: string, scale: PixelScale): Point[] {
  const [right, up] = [side.includes('right') ? 1 : -1, side.includes('top') ? 1 : -1]
  const letters = Array.from(
    { length: name.length + 1 },
    (_, k): Point => [x + (right * (7.5 * k + 6)) / scale.x, y + (up * 12) / scale.y],
  )
  return [[x, y], ...(name === '' ? [] : letters)]
}

/** All that lies on the map, as points close to one another. */
function placesOf(paths: readonly Path[], arrows: readonly Arrow[]): Point[] {
  const point = ([x = 0, y = 0]: readonly number[]): Point => [x, y]
  return [
    ...paths.flatMap((path) => along(path.points.map(point))),
    ...arrows.flatMap(({ from, to }) => along([point(from), point(to)])),
  ]
}

function endsOf(values: readonly number[]): [number, number] {
  return [values[0] ?? 0, values.at(-1) ?? 1]
}

/** Room for the drawing, in pixels: as wide as a page has it, but not as high as to fill the screen. */
function plotSize(
  box: { x: [number, number]; y: [number, number] },
  equal: boolean,
): { width: number; height: number } {
  if (!equal) return { width: 640, height: 320 }
  const ratio = (box.y[1] - box.y[0]) / (box.x[1] - box.x[0])
  const height = Math.min(380, Math.max(200, 430 * ratio))
  return { width: height / ratio, height }
}
