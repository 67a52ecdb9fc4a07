import type { Trace } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { rounded } from '../base/values.js'
import { depthAt } from '../colour/colour-scales.js'
import { palette, translucent } from '../colour/palette.js'
import type { PixelScale } from './contour-gap.js'
import { extremes, type FunctionOfTwo, type Grid } from './contour-grid.js'
import { labelLines } from './contour-labels.js'
import { levelTexts } from './contour-levels.js'
import { contourLines, type Point, type Polyline } from './contour-lines.js'

/** What the map of a function is made of. */
interface MapOptions {
  readonly grid: Grid
  /** The function itself makes smoother lines than its grid. */
  readonly f: FunctionOfTwo | undefined
  readonly levels: readonly number[]
  readonly box: { readonly x: readonly number[]; readonly y: readonly number[] }
  readonly scale: PixelScale
  readonly equalAxes: boolean
  readonly obstacles: readonly Point[]
  readonly names: readonly [string, string]
  readonly value: string
}

/** The ground of a contour figure: the depth as a tint, a line for each level, and the labels on the lines. */
export function contourMap(options: MapOptions): { traces: Trace[]; annotations: JsonRecord[] } {
  const { grid, f, levels, box, scale, equalAxes, obstacles, names, value } = options
  const texts = levelTexts(levels)
  const { lines, labels } = labelLines(
    levels.map((level, k) => ({ text: texts[k] ?? '', lines: contourLines(grid, level, f) })),
    { box, scale, obstacles, turned: equalAxes },
  )
  return {
    traces: [
      tint(grid, levels, names, value),
      ...texts.map((text, k) => lineTrace(`${value} = ${text}`, lines[k] ?? [], scale)),
    ],
    annotations: labels.map(({ text, at, angle }) => ({
      text,
      x: rounded(at[0]),
      y: rounded(at[1]),
      textangle: angle,
      showarrow: false,
      font: { size: 11 },
    })),
  }
}

/** All lines of one level as one trace, parted by gaps. */
function lineTrace(name: string, lines: readonly Polyline[], scale: PixelScale): Trace {
  const points = lines.flatMap((line, k) => [...(k === 0 ? [] : [null]), ...simplified(line, scale)])
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    showlegend: false,
    hoverinfo: 'skip',
    x: points.map((point) => (point === null ? null : fine(point[0], scale.x))),
    y: points.map((point) => (point === null ? null : fine(point[1], scale.y))),
    line: { color: translucent(palette.blue, 0.75), width: 1.2 },
  }
}

/** The grid as a smooth tint, each step between two levels a shade; it is what the pointer reads values from. */
function tint(grid: Grid, levels: readonly number[], names: readonly [string, string], value: string): Trace {
  const { low, high } = extremes(grid)
  const inner = levels.filter((level) => level > low && level < high)
  const stops = [low, ...inner, high]
  // Every second line and column is enough for a tint.
  const thin = <T>(list: readonly T[]) => (list.length < 50 ? [...list] : list.filter((_, k) => k % 2 === 0))
  return {
    type: 'contour',
    name: value,
    showlegend: false,
    showscale: false,
    x: thin(grid.x).map(rounded),
    y: thin(grid.y).map(rounded),
    z: thin(grid.z).map((row) => thin(row).map((each) => Number(each.toPrecision(4)))),
    zmin: low,
    zmax: high > low ? high : low + 1,
    contours: { coloring: 'heatmap', showlines: false },
    line: { width: 0 },
    colorscale: stops.map((stop, k) => [
      high > low ? (stop - low) / (high - low) : k,
      depthAt(k / Math.max(1, stops.length - 1)),
    ]),
    hovertemplate: `${names[0]} = %{x:.3~g}<br>${names[1]} = %{y:.3~g}<br>${value} = %{z:.4~g}<extra></extra>`,
  }
}

/** To a twentieth of a pixel, or what stands for it before the picture has a size. */
function fine(value: number, scale: number): number {
  const digits = Math.max(0, Math.ceil(Math.log10(20 * scale)))
  return digits > 15 ? value : Number(value.toFixed(digits))
}

/** Leaves out points that are less than a twentieth of a pixel from the line through the others. */
function simplified(line: Polyline, scale: PixelScale): Polyline {
  const keep = new Set([0, line.length - 1])
  const spans: [number, number][] = [[0, line.length - 1]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span
    let [worst, index] = [0.05, -1]
    for (let k = from + 1; k < to; k++) {
      const away = offLine(line[k], line[from], line[to], scale)
      if (away > worst) [worst, index] = [away, k]
    }
    if (index < 0) continue
    keep.add(index)
    spans.push([from, index], [index, to])
  }
  return line.filter((_, k) => keep.has(k))
}

/** Pixels between a point and the line from a to b. */
function offLine(p: Point = [0, 0], a: Point = [0, 0], b: Point = [0, 0], scale: PixelScale): number {
  const [ux, uy] = [(b[0] - a[0]) * scale.x, (b[1] - a[1]) * scale.y]
  const [vx, vy] = [(p[0] - a[0]) * scale.x, (p[1] - a[1]) * scale.y]
  const length = Math.hypot(ux, uy)
  return length === 0 ? Math.hypot(vx, vy) : Math.abs(ux * vy - uy * vx) / length
}
