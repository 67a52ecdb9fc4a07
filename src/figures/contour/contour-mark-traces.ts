import type { Trace } from '../base/figure.js'
import { rounded } from '../base/values.js'
import { palette } from '../colour/palette.js'
import type { Arrow, MarkedPoint, Path } from './contour-marks.js'

/** How paths follow one another: none is blue, as the depth below them is. */
const looks = [
  { colour: palette.vermillion, dash: 'solid', symbol: 'circle' },
  { colour: palette.sky, dash: 'dash', symbol: 'square' },
  { colour: palette.purple, dash: 'dot', symbol: 'diamond' },
  { colour: palette.pink, dash: 'dashdot', symbol: 'triangle-up' },
  { colour: palette.gold, dash: 'longdash', symbol: 'cross' },
  { colour: palette.green, dash: 'longdashdot', symbol: 'x' },
]
/**
 * A path as a line with a mark at each step, and its two ends: the start open, the end filled.
 *
 * @param heights the value at each point, when it is known
 */
export function pathTraces(path: Path, index: number, value: string, heights?: readonly number[]): Trace[] {
  const look = looks[index % looks.length]
  const [color, symbol] = [look?.colour ?? palette.vermillion, look?.symbol ?? 'circle']
  const count = path.points.length
  const along = (k: 0 | 1, points: readonly (readonly number[])[]) =>
    points.map((point) => rounded(point[k] ?? 0))
  const ends = count === 1 ? [0] : [0, count - 1]
  const steps: Trace = {
    type: 'scatter',
    mode: count <= 60 ? 'lines+markers' : 'lines',
    name: path.name,
    legendgroup: path.name,
    x: along(0, path.points),
    y: along(1, path.points),
    line: { color, width: 2, dash: look?.dash ?? 'solid' },
    ...(count <= 60 ? { marker: { color, symbol, size: 5 } } : {}),
    ...(heights === undefined ? {} : { customdata: heights.map((height) => Number(height.toPrecision(4))) }),
    hovertemplate: `step %{pointNumber}${heights === undefined ? '' : `: ${value} = %{customdata:.4~g}`}<br>(%{x:.4~g}, %{y:.4~g})<extra>%{fullData.name}</extra>`,
  }
  const endPoints = ends.map((k) => path.points[k] ?? [])
  const marks: Trace = {
    type: 'scatter',
    mode: 'markers',
    name: path.name,
    legendgroup: path.name,
    showlegend: false,
    x: along(0, endPoints),
    y: along(1, endPoints),
    marker: {
      color,
      size: ends.map((k) => (k === 0 ? 11 : 10)),
      symbol: ends.map((k) => (k === 0 && count > 1 ? `${symbol}-open` : symbol)),
      line: { width: ends.map((k) => (k === 0 && count > 1 ? 2 : 0)), color },
      opacity: 1,
    },
    hoverinfo: 'skip',
  }
  return [steps, marks]
}

/**
 * Marked points, their names beside them.
 *
 * @param sides where each name stands, as Plotly's `textposition`; by default above at the right
 */
export function pointsTrace(points: readonly MarkedPoint[], sides?: readonly string[]): Trace {
  return {
    type: 'scatter',
    mode: points.some(({ name }) => name !== '') ? 'markers+text' : 'markers',
    name: 'points',
    showlegend: false,
    x: points.map(({ at }) => rounded(at[0] ?? 0)),
    y: points.map(({ at }) => rounded(at[1] ?? 0)),
    text: points.map(({ name }) => name),
    textposition: sides ?? 'top right',
    marker: { color: palette.purple, size: 10, symbol: 'diamond' },
    cliponaxis: false,
    hovertemplate: '%{text} (%{x:.4~g}, %{y:.4~g})<extra></extra>',
  }
}

/** One trace for each named arrow, and one for all that have no name. */
export function arrowTraces(arrows: readonly Arrow[], taken: number): Trace[] {
  const named = arrows.filter(({ name }) => name !== '')
  const others = arrows.filter(({ name }) => name === '')
  return [
    ...(others.length === 0 ? [] : [arrowTrace('arrows', others, palette.vermillion, false)]),
    ...named.map((arrow, k) => {
      const look = looks[(k + taken) % looks.length]
      return arrowTrace(arrow.name, [arrow], look?.colour ?? palette.vermillion, true)
    }),
  ]
}

/** Lines whose last mark is an arrowhead that turns with the line, at every zoom. */
function arrowTrace(name: string, arrows: readonly Arrow[], color: string, legend: boolean): Trace {
  const along = (k: 0 | 1) =>
    arrows.flatMap(({ from, to }) => [rounded(from[k] ?? 0), rounded(to[k] ?? 0), null])
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name,
    showlegend: legend,
    x: along(0).slice(0, -1),
    y: along(1).slice(0, -1),
    line: { color, width: arrows.length > 6 ? 1.8 : 2.6 },
    marker: {
      color,
      symbol: 'arrow',
      angleref: 'previous',
      opacity: 1,
      size: arrows.flatMap(() => [0, arrows.length > 6 ? 9 : 13, 0]).slice(0, -1),
      line: { width: 0 },
    },
    cliponaxis: false,
    hovertemplate: legend
      ? `%{fullData.name}: (%{x:.4~g}, %{y:.4~g})<extra></extra>`
      : '(%{x:.4~g}, %{y:.4~g})<extra></extra>',
  }
}
