import { requireKnownKeys } from '../../math/known.js'
import { requireFinite } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import type { AxisOptions } from '../base/axis.js'
import { type Figure, figure } from '../base/figure.js'
import { evenly, requireRange } from '../base/values.js'
import { toChoice } from '../matrix/heatmap-argument.js'
import { countText, numberText } from '../text/number-text.js'
import { areaTexts } from './squares-areas.js'
import { placeSquares, type Square } from './squares-sides.js'
import {
  errorTrace,
  lineTrace,
  meanText,
  meanTrace,
  pointTrace,
  type Squared,
  squareTrace,
} from './squares-traces.js'

/** A point, with a name for the pointer and the summary. */
export interface NamedPoint {
  readonly x: number
  readonly y: number
  readonly name?: string
}

/** What `squares` can be told. */
export interface SquaresOptions {
  /** The line: y = slope · x + intercept. */
  readonly slope: number
  readonly intercept: number
  /** The mean of the squares drawn beside them, as one square of area J. Default true. */
  readonly meanSquare?: boolean
  /**
   * Titles of the axes, which have the same unit length. Default 'x' and 'y'. Their ranges follow the squares; given
   * ones let several pictures be compared.
   */
  readonly x?: AxisOptions
  readonly y?: AxisOptions
  /** Default true. Without equal axes the squares are none, which a page may want to show. */
  readonly equalAxes?: boolean
  /** In pixels. Default: as the squares need it. */
  readonly height?: number
  readonly title?: string
  readonly summary?: string
}

/**
 * Points, a line, and on the error of each point a real square, whose area is the squared error; beside them one square
 * whose area is their mean, J. Equal axes, so that squares are square.
 *
 * @throws TypeError or RangeError for points or a line that are none, and for unknown options
 */
export function squares(points: readonly NamedPoint[], options: SquaresOptions): Figure {
  const call = 'squares(points, options)'
  requireKnownKeys(call, 'options', options, [
    'slope',
    'intercept',
    'meanSquare',
    'x',
    'y',
    'equalAxes',
    'height',
    'title',
    'summary',
  ])
  const slope = requireFinite(call, 'slope', options.slope)
  const intercept = requireFinite(call, 'intercept', options.intercept)
  const hasMean = toChoice(call, 'meanSquare', options.meanSquare) ?? true
  const equalAxes = toChoice(call, 'equalAxes', options.equalAxes) ?? true
  const { x: xAxis = { title: 'x' }, y: yAxis = { title: 'y' } } = options
  const given = {
    x: xAxis.range === undefined ? undefined : requireRange(call, 'x.range', xAxis.range),
    y: yAxis.range === undefined ? undefined : requireRange(call, 'y.range', yAxis.range),
  }
  const bars = readPoints(call, points).map(({ x, y, name }) => ({ x, y, name, fit: slope * x + intercept }))
  const placed = placeSquares(bars)
  const squared = bars.map(
    (bar, k): Squared => ({ ...bar, square: placed[k] ?? { x: bar.x, y: bar.y, side: 0 } }),
  )
  const J = squared.reduce((sum, { square }) => sum + square.side ** 2, 0) / squared.length

  const left = Math.min(...squared.map(({ x, square }) => Math.min(x, square.x)))
  const dataRight = Math.max(...squared.map(({ x, square }) => Math.max(x, square.x + square.side)))
  const ends = [left, dataRight].map((x) => slope * x + intercept)
  const ys = squared.flatMap(({ y, fit }) => [y, fit])
  const [low, high] = [Math.min(...ys, ...ends), Math.max(...ys, ...ends)]
  const spare = 0.06 * Math.max(dataRight - left, high - low) || 0.5
  const side = Math.sqrt(J)
  const mean: Square | undefined = hasMean
    ? {
        x: given.x === undefined ? dataRight + 2 * spare : given.x[1] - spare - side,
        y: given.y === undefined ? low : given.y[0] + spare,
        side,
      }
    : undefined
  const x = given.x ?? [left - spare, (mean === undefined ? dataRight : mean.x + mean.side) + spare]
  const y = given.y ?? [low - spare, Math.max(high, low + (mean?.side ?? 0)) + spare]
  const height = Math.min(460, Math.max(240, (600 * (y[1] - y[0])) / (x[1] - x[0])))
  // Pixels to a unit on a narrow page: which numbers find room.
  const unit = Math.min(height / (y[1] - y[0]), 400 / (x[1] - x[0]))
  return figure({
    title: options.title ?? 'The squared error of each point, drawn as a square',
    summary: options.summary ?? summaryOf(squared, slope, intercept, J),
    x: { ...xAxis, range: x },
    y: { ...yAxis, range: y },
    equalAxes,
    legend: 'below',
    height: options.height ?? Math.round(height + 150),
    data: [
      ...squared.map((each, k) => squareTrace(each, k === 0)),
      lineTrace(left - spare, dataRight + spare, slope, intercept),
      errorTrace(squared),
      pointTrace(squared),
      ...(mean === undefined ? [] : [meanTrace(mean, J)]),
    ],
    annotations: [
      ...areaTexts(
        squared.map((each) => each.square),
        [...points, ...alongLine(left, dataRight, slope, intercept)],
        unit,
      ),
      ...(mean === undefined ? [] : meanText(mean, J, unit)),
    ],
  })
}

/** Points close to each other on the line. */
function alongLine(from: number, to: number, slope: number, intercept: number): { x: number; y: number }[] {
  return evenly(from, to, 200).map((x) => ({ x, y: slope * x + intercept }))
}

function readPoints(call: string, points: readonly NamedPoint[]): Required<NamedPoint>[] {
  if (!Array.isArray(points) || points.length === 0)
    throw new TypeError(`${call}: expected points to be a list of { x, y }, received ${received(points)}.`)
  return points.map((point: NamedPoint, k) => {
    requireKnownKeys(call, `points[${k}]`, point, ['x', 'y', 'name'])
    return {
      x: requireFinite(call, `points[${k}].x`, point.x),
      y: requireFinite(call, `points[${k}].y`, point.y),
      name: point.name ?? `point ${k + 1}`,
    }
  })
}

function summaryOf(squared: readonly Squared[], slope: number, intercept: number, J: number): string {
  const sign = intercept < 0 ? '−' : '+'
  const areas = squared
    .slice(0, 20)
    .map(
      ({ name, y, fit, square }) =>
        `${name}, error ${numberText(fit - y)}, area ${numberText(square.side ** 2)}`,
    )
  const more = squared.length > 20 ? `; and ${squared.length - 20} more` : ''
  return `${countText(squared.length, 'point')} and the line y = ${numberText(slope)}·x ${sign} ${numberText(Math.abs(intercept))}. Squares on the errors: ${areas.join('; ')}${more}. Their mean is J = ${numberText(J, 4)}.`
}
