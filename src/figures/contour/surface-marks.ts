import type { Trace } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { rounded } from '../base/values.js'
import { palette } from '../colour/palette.js'
import { numberText } from '../text/number-text.js'
import type { MarkedPoint, Path } from './contour-marks.js'

interface Box {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly z: readonly number[]
}

const pathColours = [palette.vermillion, palette.pink, palette.purple, palette.grey]
const pathSymbols = ['circle', 'square', 'diamond', 'cross']
const pathDashes = ['solid', 'dash', 'dot', 'dashdot']

/** Paths and points on a surface, just above it. What leaves the box is left out: 3-D axes would stretch to it. */
export function surfaceMarks(
  paths: readonly Path[],
  points: readonly MarkedPoint[],
  box: Box,
  value: string,
  heightOf: ((point: readonly number[]) => number) | undefined,
): Trace[] {
  if (heightOf === undefined) return []
  const [bottom = 0, top = 1] = box.z
  const lift = (part: number) => (point: readonly number[]) =>
    rounded(Math.min(top, heightOf(point) + part * (top - bottom)))
  return [
    ...paths.map((path, k) => pathTrace(path, k, box, value, heightOf, lift(0.018))),
    // A point's lower half would be under the slope before it.
    ...(points.length === 0 ? [] : [pointsTrace(points, value, heightOf, lift(0.05))]),
  ]
}

function pathTrace(
  { name, points }: Path,
  index: number,
  box: Box,
  value: string,
  heightOf: (point: readonly number[]) => number,
  lift: (point: readonly number[]) => number,
): Trace {
  const seen = points.map((point) => within(point[0] ?? 0, box.x) && within(point[1] ?? 0, box.y))
  const colour = pathColours[index % pathColours.length] ?? palette.vermillion
  return {
    type: 'scatter3d',
    mode: 'lines+markers',
    name,
    x: points.map(([x = 0], k) => (seen[k] ? rounded(x) : null)),
    y: points.map(([, y = 0], k) => (seen[k] ? rounded(y) : null)),
    z: points.map((point, k) => (seen[k] ? lift(point) : null)),
    line: { color: colour, width: 5, dash: pathDashes[index % pathDashes.length] ?? 'solid' },
    marker: {
      color: colour,
      size: points.map((_, k) => (k === 0 || k === points.length - 1 ? 6 : points.length > 60 ? 0 : 3)),
      symbol: pathSymbols[index % pathSymbols.length] ?? 'circle',
      line: { width: 0 },
    },
    customdata: points.map((point) => Number(heightOf(point).toPrecision(4))),
    hovertemplate: `step %{pointNumber}: ${value} = %{customdata:.4~g}<br>(%{x:.4~g}, %{y:.4~g})<extra>%{fullData.name}</extra>`,
  }
}

function pointsTrace(
  points: readonly MarkedPoint[],
  value: string,
  heightOf: (point: readonly number[]) => number,
  lift: (point: readonly number[]) => number,
): Trace {
  return {
    type: 'scatter3d',
    mode: 'markers',
    name: 'points',
    showlegend: false,
    x: points.map(({ at }) => rounded(at[0] ?? 0)),
    y: points.map(({ at }) => rounded(at[1] ?? 0)),
    z: points.map(({ at }) => lift(at)),
    text: points.map(({ name }) => name),
    customdata: points.map(({ at }) => numberText(heightOf(at), 4)),
    marker: { color: palette.vermillion, size: 6, symbol: 'diamond', line: { width: 0 } },
    hovertemplate: `%{text} (%{x:.4~g}, %{y:.4~g})<br>${value} = %{customdata}<extra></extra>`,
  }
}

/** The names of points as labels with a ground of their own, as there is no telling what stands behind them. */
export function nameChips(
  points: readonly MarkedPoint[],
  heightOf: ((point: readonly number[]) => number) | undefined,
): JsonRecord[] {
  return points.flatMap(({ at, name }) =>
    name === '' || heightOf === undefined
      ? []
      : {
          text: name,
          x: rounded(at[0] ?? 0),
          y: rounded(at[1] ?? 0),
          z: rounded(heightOf(at)),
          ax: 0,
          ay: -34,
          arrowwidth: 1.2,
          arrowhead: 0,
          arrowcolor: palette.vermillion,
          font: { color: '#24292f', size: 12 },
          bgcolor: 'rgba(255, 255, 255, 0.88)',
          borderpad: 2,
        },
  )
}

function within(value: number, [low = 0, high = 1]: readonly number[]): boolean {
  return value >= low && value <= high
}
