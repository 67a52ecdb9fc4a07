import { requireKnownKeys } from '../../math/known.js'
import { requireWhole } from '../../math/number-argument.js'
import { type Figure, figure, type Trace } from '../base/figure.js'
import { rounded } from '../base/values.js'
import { sequential } from '../colour/colour-scales.js'
import { numberText } from '../text/number-text.js'
import { extremes, type FunctionOfTwo, type Grid, gridOf, valueAt } from './contour-grid.js'
import { linearLevels } from './contour-levels.js'
import { type NamedPaths, type PointOption, readPaths, readPoints } from './contour-marks.js'
import { surfaceSummary } from './contour-summary.js'
import { nameChips, surfaceMarks } from './surface-marks.js'

/** Everything that `surface` reads. */
export interface SurfaceOptions {
  /** From where to where. Needed with a function; a grid brings its own. */
  readonly x?: readonly number[]
  readonly y?: readonly number[]
  /** How many cells along each axis. Default 40. */
  readonly steps?: number
  /** A path on the surface, such as that of gradient descent. Needs a function. */
  readonly path?: readonly (readonly number[])[]
  readonly paths?: NamedPaths
  readonly points?: readonly PointOption[]
  /** Titles of the two axes on the ground. Default ['θ₁', 'θ₂']. */
  readonly names?: readonly string[]
  /** What the function's value is called. Default 'J'. */
  readonly value?: string
  readonly title?: string
  readonly summary?: string
  readonly height?: number
}

const known = [
  ...['x', 'y', 'steps', 'path', 'paths', 'points', 'names', 'value', 'title', 'summary', 'height'],
]

/**
 * A function of two numbers as a surface that can be turned, with its contour lines on it and below it.
 *
 * @param f a function of [x, y], or its values on a grid { x, y, z } with `z[row]` for `y[row]`
 * @throws RangeError where f gives NaN; TypeError for an unknown option or a point that is none
 */
export function surface(f: FunctionOfTwo | Grid, options: SurfaceOptions = {}): Figure {
  const call = 'surface(f, options)'
  requireKnownKeys(call, 'options', options, known)
  const { value = 'J', steps = 40 } = options
  const [nameX = 'θ₁', nameY = 'θ₂'] = options.names ?? []
  const names = [nameX, nameY] as const
  const grid = gridOf(call, f, options.x, options.y, requireWhole(call, 'steps', steps, 4, 200))
  const paths = readPaths(call, options.path, options.paths)
  const points = readPoints(call, options.points)
  if (typeof f !== 'function' && paths.length + points.length > 0)
    throw new TypeError(
      `${call}: a path or point needs the function's height there, but a grid came. Give the function itself.`,
    )
  const heightOf = typeof f === 'function' ? (point: readonly number[]) => valueAt(call, f, point) : undefined
  const { low, high } = extremes(grid)
  const box = {
    x: [grid.x[0] ?? 0, grid.x.at(-1) ?? 1],
    y: [grid.y[0] ?? 0, grid.y.at(-1) ?? 1],
    // A little above the surface, so that a path on it is not half sunk.
    z: low === high ? [low - 1, high + 1] : [low, high + 0.02 * (high - low)],
  }
  return figure({
    title: options.title ?? `${value} as a surface`,
    summary: options.summary ?? surfaceSummary({ grid, names, value, paths, points, heightOf }),
    x: { title: nameX, range: box.x, ticks: ticks(box.x) },
    y: { title: nameY, range: box.y, ticks: ticks(box.y) },
    z: { title: value, range: box.z, ticks: ticks(box.z) },
    height: options.height ?? 480,
    data: [surfaceTrace(grid, names, value), ...surfaceMarks(paths, points, box, value, heightOf)],
    layout: {
      scene: {
        aspectmode: 'manual',
        aspectratio: proportions(box),
        camera,
        annotations: nameChips(points, heightOf),
      },
    },
  })
}

/** A few round numbers, none at the corners, where those of two axes would stand in one another. */
function ticks([low = 0, high = 1]: readonly number[]): { values: number[]; labels: string[] } {
  const margin = 0.04 * (high - low)
  const values = linearLevels(low + margin, high - margin, 4)
  return { values, labels: values.map((value) => numberText(value)) }
}

/** From the front, a little from the right and from above, near enough to fill a narrow page. */
const camera = { eye: { x: 1.04, y: -1.72, z: 1.52 }, center: { x: -0.05, y: -0.03, z: -0.13 } }

function surfaceTrace(grid: Grid, names: readonly [string, string], value: string): Trace {
  return {
    type: 'surface',
    name: value,
    showscale: false,
    showlegend: false,
    x: grid.x.map(rounded),
    y: grid.y.map(rounded),
    z: grid.z.map((row) => row.map((each) => Number(each.toPrecision(5)))),
    colorscale: sequential,
    opacity: 0.96,
    contours: {
      z: { show: true, usecolormap: false, color: 'rgba(255, 255, 255, 0.55)', width: 1, highlight: false },
    },
    lighting: { ambient: 0.85, diffuse: 0.4, specular: 0.05, roughness: 0.9 },
    hovertemplate: `${names[0]} = %{x:.3~g}<br>${names[1]} = %{y:.3~g}<br>${value} = %{z:.4~g}<extra></extra>`,
  }
}

/** The ground in its own proportions, not flatter than 1 : 2.5, and a height that shows the shape. */
function proportions({ x, y }: { x: readonly number[]; y: readonly number[] }): {
  x: number
  y: number
  z: number
} {
  const [width, depth] = [x, y].map(([low = 0, high = 1]) => high - low)
  const ratio = Math.min(2.5, Math.max(0.4, (depth ?? 1) / (width ?? 1)))
  const longest = Math.max(1, ratio)
  return { x: rounded(1.15 / longest), y: rounded((1.15 * ratio) / longest), z: 0.62 }
}
