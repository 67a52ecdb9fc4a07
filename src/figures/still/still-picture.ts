import { requireKnownKeys } from '../../math/known.js'
import { requirePositive } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { escapeXml } from '../text/escape-xml.js'
import { annotationMarks } from './still-picture-annotations.js'
import { barMarks } from './still-picture-bars.js'
import { cellMarks } from './still-picture-cells.js'
import { contourMarks, surfaceMarks, tintMarks } from './still-picture-contour.js'
import { axisTexts, clipped, gridMarks, outsideRoom } from './still-picture-frame.js'
import { type Json, list, number, record, string, titleText } from './still-picture-json.js'
import { colourBar, colourBarTrace, legendMarks, legendRows } from './still-picture-key.js'
import { type Box, type Panel, placePanels, readRanges } from './still-picture-panels.js'
import { type Drawn, scatterMarks } from './still-picture-scatter.js'
import { shapeMarks } from './still-picture-shapes.js'
import { plainLines, short, svgText } from './still-picture-text.js'
import { isGrid, readTraces, type StillTrace } from './still-picture-trace.js'

/** A figure as Plotly's JSON, from this course or elsewhere. */
export interface PlotlyFigure {
  readonly data: readonly unknown[]
  readonly layout: object
}

/** The size of the picture's own coordinates, in pixels; on the page it is as wide as there is room, up to that. */
export interface StillPictureOptions {
  /** Default 1.4 times the height, but at least 600. */
  readonly width?: number
  /** Default the figure's own height, else 450. */
  readonly height?: number
}

/**
 * A small static SVG of a Plotly figure, made without Plotly: for readers whose page runs no scripts.
 *
 * It draws scatter, bar, heatmap, contour and surface traces (a surface from straight above), shapes, annotations,
 * axes, legend and title. What it cannot draw it names below the picture. Long lines and fine grids are drawn coarser,
 * the coarser the more there is of them, so that the text stays near 8 KB. Texts take the page's own colour.
 *
 * @throws TypeError if it is no figure, or for an unknown option
 */
export function stillPicture(figure: PlotlyFigure, options: StillPictureOptions = {}): string {
  const call = 'stillPicture(figure, options)'
  requireKnownKeys(call, 'options', options, ['width', 'height'])
  if (!Array.isArray(figure?.data) || typeof figure.layout !== 'object' || figure.layout === null)
    throw new TypeError(`${call}: expected a figure { data, layout }, received ${received(figure)}.`)
  const layout = record(figure.layout)
  const height = requirePositive(call, 'height', options.height ?? number(layout['height']) ?? 450)
  const width = requirePositive(call, 'width', options.width ?? Math.max(600, Math.round(height * 1.4)))
  let picture = ''
  for (const detail of [1, 0.75, 0.55, 0.4]) {
    picture = draw(figure.data, layout, width, height, detail)
    if (picture.length <= most) break
  }
  return picture
}

/** Letters that a picture should not have more of, if drawing it coarser can help. */
const most = 8192

function draw(data: readonly unknown[], layout: Json, width: number, height: number, detail: number): string {
  const { traces, left } = readTraces(data, layout)
  const title = titleText(layout['title'])
  const notes = [
    traces.some((trace) => trace.x.includes('.'))
      ? 'Seen from straight above; the live chart is three-dimensional.'
      : '',
    left.length > 0 ? `Not drawn in this still picture: ${left.join(', ')}.` : '',
    list(layout['sliders']).length > 0 ? 'One moment of several; the live chart has a slider.' : '',
  ].filter((note) => note !== '')
  const ranges = readRanges(layout, traces)
  const rows = legendRows(traces, layout, width - 24)
  const bar = colourBarTrace(traces, layout)
  const room = (letter: 'x' | 'y', length: number) =>
    Math.max(0, ...[...ranges.values()].filter((r) => r.letter === letter).map((r) => outsideRoom(r, length)))
  const top = 10 + (title === '' ? 0 : plainLines(title).length * 18 + 6) + headings(layout)
  const bottom = 8 + room('x', width * 0.8) + rows.length * 17 + notes.length * 15
  const margin = 10 + room('y', height * 0.7)
  const right = bar === undefined ? 16 : 62
  const box: Box = {
    left: margin,
    top,
    width: Math.max(20, width - margin - right),
    height: Math.max(20, height - top - bottom),
  }
  const { axes, panels } = placePanels(ranges, layout, traces, box)
  const drawn = panels.map((panel) => panelMarks(panel, layout, detail))
  const named = new Set<string>()
  const texts = panels.map((panel) => {
    const own = axisTexts(panel, named)
    named.add(panel.x.id).add(panel.y.id)
    return own
  })
  const foot = height - 8 - notes.length * 15
  const summary = string(record(layout['meta'])['summary']) ?? plainLines(title).join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}" width="100%" style="max-width:${short(width)}px" role="img" aria-label="${escapeXml(summary)}" font-family="Helvetica,Arial,sans-serif" font-size="12" fill="currentColor">`,
    title === '' ? '' : svgText(10, 10, title, { size: 15, valign: 'top' }),
    shapeMarks(layout, axes, box, true),
    ...panels.map((panel, k) => gridMarks(panel) + clipped(panel, drawn[k]?.marks ?? '')),
    shapeMarks(layout, axes, box, false),
    ...drawn.map((each) => each.texts),
    annotationMarks(layout, axes, box),
    ...texts,
    bar === undefined ? '' : colourBar(bar, layout, beside(panels, bar, box)),
    legendMarks(rows, 12, foot - rows.length * 17 + 6),
    ...notes.map((note, k) => svgText(10, foot + 12 + k * 15, note, { size: 10.5 })),
    '</svg>',
  ].join('')
}

/** The box up to the right edge of the panel that the trace is drawn in. */
function beside(panels: readonly Panel[], trace: StillTrace, box: Box): Box {
  const own = panels.find((panel) => panel.traces.includes(trace))
  return own === undefined
    ? box
    : { ...box, width: Math.max(own.x.from, own.x.to) - box.left, height: Math.abs(own.y.to - own.y.from) }
}

/** Room above the panels for headings that stand on the paper's upper edge. */
function headings(layout: Json): number {
  const lines = list(layout['annotations'])
    .map(record)
    .filter((each) => (number(each['y']) ?? 0) >= 1 && /paper|domain/.test(string(each['yref']) ?? ''))
    .map((each) => plainLines(string(each['text']) ?? '').length * 15 + (number(each['yshift']) ?? 0))
  return Math.max(0, ...lines)
}

function panelMarks({ x, y, traces }: Panel, layout: Json, detail: number): Drawn {
  const bars = traces.filter((trace) => trace.type === 'bar')
  const one = (trace: StillTrace): Drawn => {
    if (trace.type === 'heatmap' && trace.settings['zsmooth']) return tintMarks(trace, x, y, layout, detail)
    if (trace.type === 'heatmap') return cellMarks(trace, x, y, layout, detail)
    if (trace.type === 'contour') return contourMarks(trace, x, y, layout, detail)
    if (trace.type === 'surface') return surfaceMarks(trace, x, y, layout, detail)
    return scatterMarks(trace, x, y, detail)
  }
  const others = traces.filter((trace) => trace.type !== 'bar')
  // Plotly's order: grids below bars, bars below lines and points.
  const drawn = [
    ...others.filter(isGrid).map(one),
    ...(bars.length > 0 ? [barMarks(bars, x, y, layout)] : []),
    ...others.filter((trace) => !isGrid(trace)).map(one),
  ]
  return { marks: drawn.map((each) => each.marks).join(''), texts: drawn.map((each) => each.texts).join('') }
}
