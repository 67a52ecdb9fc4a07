import type { ThemeMode } from '../../figures/theme.js'
import { themeChanges, withChanges } from './chart-theme.js'
import { isJson, type Json, type PlotlyFigure } from './plotly.js'

/** Where a figure is about to be drawn. */
export interface Surroundings {
  readonly mode: ThemeMode
  /** The plot's width in CSS pixels. */
  readonly width: number
  /** Whether it is touched by a finger, which then must be able to scroll the page. */
  readonly touch: boolean
}

/** Below this width a chart has its legend under it, and thin margins. */
const narrow = 520

/** What is left above the plot when the title stands outside. */
const top = 20

/**
 * A figure as this page draws it: without the title (it stands above the plot) and without Plotly's own sliders,
 * menus and tool bar (the page has native ones, which a keyboard reaches), in the page's colours, as wide as its
 * place.
 */
export function prepareFigure(figure: PlotlyFigure, { mode, width, touch }: Surroundings): PlotlyFigure {
  const layout = withChanges(figure.layout, themeChanges(mode, figure.layout))
  for (const key of ['title', 'sliders', 'updatemenus', 'width', 'height']) delete layout[key]
  const small = width < narrow
  layout['autosize'] = true
  layout['margin'] =
    layout['scene'] !== undefined && layout['xaxis'] === undefined
      ? { l: 0, r: 0, t: 0, b: 0 }
      : margins(layout['margin'], figure.layout['title'] !== undefined, small)
  if (touch && layout['scene'] === undefined) layout['dragmode'] = false
  const legend = layout['legend']
  if (small && isJson(legend) && legend['orientation'] !== 'h') layout['legend'] = legendBelow(legend)
  return {
    data: small ? figure.data.map(withThinColourBar) : figure.data,
    layout,
    config: {
      ...figure.config,
      displayModeBar: false,
      displaylogo: false,
      responsive: false,
      scrollZoom: false,
      showTips: false,
    },
    ...(figure.frames === undefined ? {} : { frames: figure.frames }),
  }
}

function margins(margin: unknown, hadTitle: boolean, small: boolean): Json {
  const set = isJson(margin) ? margin : {}
  const side = (key: string, usual: number) => (typeof set[key] === 'number' ? Number(set[key]) : usual)
  return {
    ...set,
    t: hadTitle ? Math.min(side('t', 60), top) : side('t', top),
    r: small ? Math.min(side('r', 24), 12) : side('r', 24),
    l: small ? Math.min(side('l', 60), 48) : side('l', 60),
    b: side('b', 56),
  }
}

function legendBelow(legend: Json): Json {
  return { ...legend, orientation: 'h', x: 0, xanchor: 'left', y: 0, yref: 'container', yanchor: 'bottom' }
}

const coloured: ReadonlySet<unknown> = new Set(['contour', 'heatmap', 'surface', 'histogram2d', 'mesh3d'])

function withThinColourBar(trace: Json): Json {
  if (!coloured.has(trace['type'])) return trace
  const bar = isJson(trace['colorbar']) ? trace['colorbar'] : {}
  return { ...trace, colorbar: { ...bar, thickness: 10, xpad: 4 } }
}
