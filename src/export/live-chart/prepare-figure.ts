import type { ThemeMode } from '../../figures/base/theme.js'
import { wrapText } from '../../figures/text/wrap-text.js'
import { sliderRoom } from '../slider-room.js'
import { titleRoom } from '../title-room.js'
import { themeChanges, withChanges } from './chart-theme.js'
import { isJson, type Json, type PlotlyFigure } from './plotly.js'

/** Where a figure is about to be drawn. */
export interface Surroundings {
  readonly mode: ThemeMode
  /** The plot's width in CSS pixels. */
  readonly width: number
  /** Its height. */
  readonly height: number
  /** Whether it is touched by a finger, which then must be able to scroll the page. */
  readonly touch: boolean
}

/** Below this width a chart has its legend under it, and thin margins. */
const narrow = 520

/**
 * A figure as this page draws it: without the title (it stands above the plot) and without Plotly's own sliders,
 * menus and tool bar (the page has native ones, which a keyboard reaches), in the page's colours, as wide as its
 * place.
 */
export function prepareFigure(
  figure: PlotlyFigure,
  { mode, width, height, touch }: Surroundings,
): PlotlyFigure {
  const layout = withChanges(figure.layout, themeChanges(mode, figure.layout))
  for (const key of ['title', 'sliders', 'updatemenus', 'width', 'height']) delete layout[key]
  const small = width < narrow
  for (const key of Object.keys(layout))
    if (/^yaxis\d*$/.test(key)) layout[key] = withFittingTitle(layout[key], height)
  layout['autosize'] = true
  layout['margin'] =
    layout['scene'] !== undefined && layout['xaxis'] === undefined
      ? { l: 0, r: 0, t: 0, b: 0 }
      : margins(figure.layout, small)
  if (small)
    for (const key of Object.keys(layout)) if (/^scene\d*$/.test(key)) layout[key] = fromFurther(layout[key])
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

function margins(layout: Json, small: boolean): Json {
  const set = isJson(layout['margin']) ? layout['margin'] : {}
  const title = isJson(layout['title']) ? layout['title']['text'] : layout['title']
  const side = (key: string, usual: number) => (typeof set[key] === 'number' ? Number(set[key]) : usual)
  const top = side('t', 60)
  const bottom = side('b', 56)
  return {
    ...set,
    t: top - titleRoom(typeof title === 'string' ? title : undefined, top),
    r: small ? Math.min(side('r', 24), 12) : side('r', 24),
    l: small ? Math.min(side('l', 60), 48) : side('l', 60),
    b: bottom - sliderRoom(layout['sliders'], bottom),
  }
}

/** About three fifths of the height are the axis's own, and a letter of its title takes 7 pixels of it. */
function withFittingTitle(axis: unknown, height: number): unknown {
  if (!isJson(axis) || !isJson(axis['title']) || typeof axis['title']['text'] !== 'string') return axis
  const text = wrapText(axis['title']['text'], Math.max(8, Math.floor((0.6 * height) / 7)))
  return { ...axis, title: { ...axis['title'], text } }
}

/** A narrow scene is seen from further away, so that the numbers at its sides are not cut off. */
function fromFurther(scene: unknown): unknown {
  if (!isJson(scene)) return scene
  const camera = isJson(scene['camera']) ? scene['camera'] : {}
  const eye = isJson(camera['eye']) ? camera['eye'] : { x: 1.25, y: 1.25, z: 1.25 }
  const further = Object.entries(eye).map(([axis, at]) => [axis, typeof at === 'number' ? at * 1.2 : at])
  return { ...scene, camera: { ...camera, eye: Object.fromEntries(further) } }
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
