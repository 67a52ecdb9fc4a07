import { requireKnownKeys, requireKnownValue } from '../../math/known.js'
import { requireNotNegative, requirePositive } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { linesOf, wrapText } from '../text/wrap-text.js'
import { flatAxes, sceneAxes } from './axes-layout.js'
import type { AxisOptions } from './axis.js'
import { type Json, type JsonRecord, merge, toJson } from './json.js'
import { defaultLegend, legendLayout } from './legend.js'
import { theme } from './theme.js'

/** One trace of Plotly: its type and attributes, plain data only. */
export interface Trace extends JsonRecord {
  readonly type: string
}

/**
 * Plotly's layout, with what every figure of the course has.
 *
 * `meta.leastWidth` (in pixels) and `meta.keepsHeight` (true) tell a page how small the figure must not become.
 */
export interface Layout extends JsonRecord {
  readonly title: { readonly text: string; readonly [attribute: string]: Json | undefined }
  readonly meta: { readonly summary: string; readonly [key: string]: Json | undefined }
  readonly height: number
}

/** A picture as Plotly's JSON. Nothing here displays it. */
export interface Figure {
  readonly data: readonly Trace[]
  readonly layout: Layout
  readonly config: JsonRecord
}

/** Everything that `figure` reads. */
export interface FigureOptions {
  readonly title: string
  /** What the picture shows, in plain sentences with its numbers. Needed. */
  readonly summary: string
  readonly data: readonly Trace[]
  /** Both needed, but for figures without axes (then give neither). */
  readonly x?: AxisOptions
  readonly y?: AxisOptions
  /** A third axis makes the figure three-dimensional. */
  readonly z?: AxisOptions
  /** One unit of x as long as one of y, so that squares are square. Default false. */
  readonly equalAxes?: boolean
  /** Where names are explained. Default 'below' when two traces or more have a name, else 'none'. */
  readonly legend?: 'below' | 'right' | 'none'
  /** In pixels; the width follows the page. Default 450. */
  readonly height?: number
  /** Pixels above the plot for what stands there. Default 0. */
  readonly headroom?: number
  /** What a pointer finds: the nearest mark, all marks at its x, or nothing. Default 'closest'. */
  readonly hover?: 'closest' | 'x' | 'none'
  readonly shapes?: readonly JsonRecord[]
  readonly annotations?: readonly JsonRecord[]
  /** Laid over the layout last: sliders, further axes, what has no option here. */
  readonly layout?: JsonRecord
}

const known = [
  ...['title', 'summary', 'data', 'x', 'y', 'z', 'equalAxes', 'legend', 'height', 'headroom', 'hover'],
  ...['shapes', 'annotations', 'layout'],
]

/**
 * The one place that makes a layout: title, axes, legend beside the data and never over it, margins, colours that are
 * read on light and dark pages, and the text summary in `layout.meta.summary`.
 *
 * @throws TypeError if title, summary or an axis title is absent, or an option is unknown; RangeError for NaN in data
 */
export function figure(options: FigureOptions): Figure {
  const call = 'figure(options)'
  requireKnownKeys(call, 'options', options, known)
  const { x, y, z, equalAxes = false, shapes, annotations, height = 450, headroom = 0 } = options
  const title = wrapText(requireText(call, 'title', options.title), 48)
  const summary = requireText(call, 'summary', options.summary)
  if (!Array.isArray(options.data))
    throw new TypeError(`${call}: expected data to be a list of traces, received ${received(options.data)}.`)
  const data = options.data.map((trace, i) => toTrace(trace, `data[${i}]`))
  const legend =
    options.legend === undefined
      ? defaultLegend(data)
      : requireKnownValue(call, 'legend', options.legend, ['below', 'right', 'none'])
  const hover = requireKnownValue(call, 'hover', options.hover ?? 'closest', ['closest', 'x', 'none'])
  const base: JsonRecord = {
    title: {
      text: title,
      x: 0,
      xref: 'container',
      xanchor: 'left',
      // Plotly sets the first of several lines higher than a single one.
      y: 1 - (14 + (linesOf(title) > 1 ? 0.7 * theme.titleSize : 0)) / height,
      yref: 'container',
      yanchor: 'top',
      pad: { l: 12 },
      font: { size: theme.titleSize, color: theme.neutral },
    },
    meta: { summary },
    autosize: true,
    height: requirePositive(call, 'height', height),
    margin: {
      ...(z === undefined ? { l: 60, r: 24, b: 56 } : { l: 4, r: 4, b: 8 }),
      t: 28 + 21 * linesOf(title) + requireNotNegative(call, 'headroom', headroom),
    },
    paper_bgcolor: theme.transparent,
    plot_bgcolor: theme.transparent,
    font: { family: theme.font, size: theme.fontSize, color: theme.neutral },
    hovermode: hover === 'none' ? false : hover,
    showlegend: legend !== 'none',
    ...(legend === 'none' ? {} : { legend: legendLayout(legend) }),
    ...(z === undefined ? flatAxes(x, y, equalAxes) : { scene: sceneAxes(x, y, z, equalAxes) }),
    ...(shapes === undefined ? {} : { shapes }),
    ...(annotations === undefined ? {} : { annotations: annotations.map(annotation) }),
  }
  const layout = toJson(merge(base, options.layout ?? {}), 'layout')
  return {
    data,
    // toJson keeps the keys, and title, meta and height are set above.
    layout: layout as Layout,
    config: { responsive: true, displaylogo: false },
  }
}

function requireText(call: string, name: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new TypeError(
    `${call}: expected ${name} to be a text, received ${received(value)}. Every figure has one.`,
  )
}

function toTrace(trace: unknown, path: string): Trace {
  const copy = toJson(trace, path)
  if (typeof copy === 'object' && copy !== null && 'type' in copy && typeof copy.type === 'string')
    // A record with a type is a trace; which attributes it has is Plotly's business. One without a name would be
    // called 'trace 0' in a legend.
    return ('name' in copy ? copy : { ...copy, showlegend: false }) as Trace
  throw new TypeError(
    `figure(options): ${path} has no type. Expected a trace such as { type: 'scatter', x, y }.`,
  )
}

/** Plotly's own arrows are dark; texts take the figure's neutral colour by themselves. */
function annotation(each: JsonRecord): JsonRecord {
  return { arrowcolor: theme.neutral, ...each }
}
