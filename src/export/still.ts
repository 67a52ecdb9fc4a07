import { type PlotlyFigure, stillPicture } from '../figures/index.js'
import { isObject } from '../jupyter/notebook/is-object.js'
import { chartHeight, equalAxes } from './chart-size.js'
import type { FigureJson } from './mime-bundle.js'
import { sanitise } from './sanitise.js'

/** Width over height of a still picture. It is scaled to its place, so the shape is what matters. */
const shape = 1.5

/**
 * The still picture that stands where a chart will be drawn: what is seen without a script, and on paper where the
 * chart was not drawn yet. Empty where the figure is none that can be drawn still.
 *
 * @param figure untrusted
 * @param height in CSS pixels
 * @param idPrefix put before ids
 */
export function still(figure: FigureJson, height: number, idPrefix: string): string {
  const { title: _title, ...layout } = figure.layout
  return picture({ data: figure.data, layout }, Math.round(height * shape), height, idPrefix)
}

/**
 * A figure as a small picture for the index: its lines and colours alone, or a drawing (of a net, say) as a whole.
 * Empty where the figure is three-dimensional or cannot be drawn still.
 *
 * @param figure untrusted
 * @param idPrefix put before ids
 */
export function thumbnail(figure: FigureJson, idPrefix: string): string {
  const { title: _title, ...layout } = figure.layout
  if (layout['scene'] !== undefined) return ''
  const axes = Object.entries(layout).flatMap(([key, axis]) =>
    /^[xy]axis\d*$/.test(key) && isObject(axis) ? [[key, axis] as const] : [],
  )
  const isDrawing = axes.length > 0 && axes.every(([, axis]) => axis['visible'] === false)
  if (isDrawing)
    return still({ ...figure, layout: { ...layout, showlegend: false } }, chartHeight(figure), idPrefix)
  const hidden = axes.map(([key, axis]) => [key, { ...axis, visible: false }])
  const { shapes = [] } = layout
  const data = figure.data.map((trace) => ({ ...trace, showscale: false }))
  const bare = { data, layout: { ...Object.fromEntries(hidden), shapes, showlegend: false } }
  const width = Math.min(Math.max(150 / (equalAxes(figure)?.shape ?? 0.625), 120), 300)
  return picture(bare, Math.round(width), 150, idPrefix)
}

function picture(figure: PlotlyFigure, width: number, height: number, idPrefix: string): string {
  try {
    const svg = stillPicture(figure, { width, height })
    // Where it stands it has a name already, or needs none: a picture in a picture would be read twice. Its size is
    // its place's.
    return sanitise(svg, idPrefix)
      .replace(/ role="img" aria-label="[^"]*"/, ' aria-hidden="true"')
      .replace(/^(<svg [^>]*?) style="max-width:[^"]*"/, '$1')
  } catch {
    return ''
  }
}
