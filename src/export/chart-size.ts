import type { JsonObject, JsonValue } from '../jupyter/notebook.js'
import { type FigureJson, isObject } from './mime-bundle.js'

/** Plotly's own height when a figure names none. */
const usualHeight = 450

/**
 * The height in CSS pixels that is kept free, so that nothing moves when the chart is drawn: the figure's own,
 * without the room for the title.
 */
export function chartHeight({ layout }: FigureJson): number {
  const { height, margin } = layout
  const above = isObject(margin) && layout['title'] !== undefined ? margin['t'] : undefined
  const saved = typeof above === 'number' ? Math.max(0, above - 20) : 0
  const whole = typeof height === 'number' && Number.isFinite(height) ? height : usualHeight
  return Math.round(Math.min(Math.max(whole - saved, 120), 1200))
}

/**
 * How wide a chart with equal axes can use to be, in CSS pixels: its data's own shape, with room for numbers and
 * colour bar. Wider, the plot would stand in the middle of nothing. Undefined where any width will do.
 */
export function chartWidth(figure: FigureJson): number | undefined {
  const { xaxis, yaxis } = figure.layout
  if (!isObject(xaxis) || !isObject(yaxis) || yaxis['scaleanchor'] !== 'x') return undefined
  const across = extent(
    xaxis,
    figure.data.map((trace) => trace['x']),
  )
  const up = extent(
    yaxis,
    figure.data.map((trace) => trace['y']),
  )
  if (across === undefined || up === undefined) return undefined
  const inner = chartHeight(figure) - 90
  return Math.round(Math.max(420, (inner * across) / up + 190))
}

/** How far an axis reaches: its range, else its data. */
function extent(axis: JsonObject, values: readonly (JsonValue | undefined)[]): number | undefined {
  const { range } = axis
  const numbers = (Array.isArray(range) ? range : values.flat(2)).filter((value) => typeof value === 'number')
  if (numbers.length < 2) return undefined
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of numbers) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return high > low ? high - low : undefined
}
