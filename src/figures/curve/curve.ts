import { requireKnownKeys } from '../../math/known.js'
import { type AxisOptions, requireAxis } from '../base/axis.js'
import { type Figure, figure } from '../base/figure.js'
import { pointsTrace } from '../contour/contour-mark-traces.js'
import { type PointOption, readPoints } from '../contour/contour-marks.js'
import { along } from '../marks/label-room.js'
import { logTicks } from '../marks/log-ticks.js'
import { markLayout } from '../marks/mark-layout.js'
import { type Band, type Mark, readReferences } from '../marks/marks.js'
import { namePositions } from '../marks/name-positions.js'
import { hoverText } from '../text/hover-text.js'
import { sentenceCase } from '../text/number-text.js'
import { readSeries, type Series } from './curve-series.js'
import { curveSummary } from './curve-summary.js'
import { seriesTraces } from './curve-traces.js'

/** Everything that `curve` reads. */
export interface CurveOptions {
  /** Titles are needed; `log: true` makes an axis logarithmic. */
  readonly x: AxisOptions
  readonly y: AxisOptions
  /** Default '<y title> over <x title>'. */
  readonly title?: string
  readonly summary?: string
  /** Reference lines: { x, label } stands upright, { y, label } lies. */
  readonly marks?: readonly Mark[]
  /** Shaded ranges: { x: [from, to], label } or { y: [from, to], label }. */
  readonly bands?: readonly Band[]
  /** Points to mark: [x, y] or { at: [x, y], name }. */
  readonly points?: readonly PointOption[]
  readonly equalAxes?: boolean
  readonly legend?: 'below' | 'right' | 'none'
  readonly height?: number
}

const known = ['x', 'y', 'title', 'summary', 'marks', 'bands', 'points', 'equalAxes', 'legend', 'height']

/**
 * Lines over a common axis: one series { x, y, name } or several.
 *
 * Values of 0 or below have no place on a logarithmic axis: they become gaps, and the summary says how many.
 *
 * @throws TypeError for lists of different length or an unknown option; RangeError naming the entry that is NaN
 */
export function curve(series: Series | readonly Series[], options: CurveOptions): Figure {
  const call = 'curve(series, options)'
  requireKnownKeys(call, 'options', options, known)
  const axes = { x: requireAxis(call, 'x', options.x), y: requireAxis(call, 'y', options.y) }
  const log = { x: axes.x.log === true, y: axes.y.log === true }
  const lines = readSeries(call, series, log)
  const references = readReferences(call, options.marks, options.bands, log)
  const points = readPoints(call, options.points)
  const shown = lines.map(({ x, y, show }) => {
    const pairs = x.flatMap((at, k) => (at === null || y[k] === null ? [] : [[at, y[k] ?? 0] as const]))
    return { pairs, close: show === 'points' ? pairs : along(pairs) }
  })
  const all = shown.flatMap(({ pairs }) => pairs)
  const lineUp = shown.flatMap(({ close }) => close)
  const drawn = { x: all.map(([x]) => x), y: all.map(([, y]) => y), log }
  const { shapes, annotations, headroom } = markLayout(references, drawn)
  const { equalAxes, legend, height } = options
  return figure({
    title: options.title ?? sentenceCase(`${axes.y.title} over ${axes.x.title}`),
    summary: options.summary ?? curveSummary(lines, axes, references, points),
    ...axes,
    data: [
      ...lines.flatMap((line, k) => seriesTraces(line, k, hoverText(axes.x, axes.y))),
      ...(points.length === 0
        ? []
        : [
            pointsTrace(
              points,
              namePositions(points, { x: lineUp.map(([x]) => x), y: lineUp.map(([, y]) => y), log }),
            ),
          ]),
    ],
    shapes,
    annotations,
    headroom,
    layout: { xaxis: logTicks(drawn.x, log.x), yaxis: logTicks(drawn.y, log.y) },
    ...(equalAxes === undefined ? {} : { equalAxes }),
    ...(legend === undefined ? {} : { legend }),
    ...(height === undefined ? {} : { height }),
  })
}
