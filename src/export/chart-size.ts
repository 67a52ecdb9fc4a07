import { isObject } from '../jupyter/notebook/is-object.js'
import type { JsonObject, JsonValue } from '../jupyter/notebook/notebook.js'
import type { FigureJson } from './mime-bundle.js'
import { sliderRoom } from './slider-room.js'
import { titleRoom } from './title-room.js'

/** Plotly's own height when a figure names none. */
const usualHeight = 450

/**
 * The height in CSS pixels that is kept free, so that nothing moves when the chart is drawn: the figure's own,
 * without the room for the title and for a slider, which both stand outside the plot.
 */
export function chartHeight({ layout }: FigureJson): number {
  const { height, margin, title, sliders } = layout
  const { t: top, b: bottom } = isObject(margin) ? margin : {}
  const text = isObject(title) ? title['text'] : title
  const saved = titleRoom(
    typeof text === 'string' ? text : undefined,
    typeof top === 'number' ? top : undefined,
  )
  const below = sliderRoom(sliders, typeof bottom === 'number' ? bottom : undefined)
  const whole = typeof height === 'number' && Number.isFinite(height) ? height : usualHeight
  return Math.round(Math.min(Math.max(whole - saved - below, 80), 1600))
}

/** What stands beside the data of a chart with equal axes, in CSS pixels: numbers, titles, a colour bar; a legend. */
const beside = 190
const around = 90

/**
 * A chart with equal axes keeps its data's shape, whatever its place: `shape` is that shape, height over width, and
 * `width` how wide the chart can use to be. Wider, the plot would stand in the middle of nothing. Undefined where the
 * axes are free.
 */
export function equalAxes(figure: FigureJson): { shape: number; width: number } | undefined {
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
  const shape = Math.min(Math.max(up / across, 0.1), 10)
  const width = Math.max(420, (chartHeight(figure) - around) / shape + beside)
  return { shape: Number(shape.toFixed(3)), width: Math.round(width) }
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

/**
 * How small the chart must not become, from its `layout.meta`: `width` in CSS pixels, below which it scrolls in its
 * place, and its whole `height`, also where the page is narrow.
 */
export function leastSize(figure: FigureJson): { width?: number; height?: number } {
  const { meta } = figure.layout
  if (!isObject(meta)) return {}
  const { leastWidth, keepsHeight } = meta
  const isWidth = typeof leastWidth === 'number' && leastWidth > 0 && leastWidth <= 2000
  return {
    ...(isWidth ? { width: Math.round(leastWidth) } : {}),
    ...(keepsHeight === true ? { height: chartHeight(figure) } : {}),
  }
}
