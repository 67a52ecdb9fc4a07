import { type AxisOptions, axisLayout } from '../base/axis.js'
import type { JsonRecord } from '../base/json.js'
import { theme } from '../base/theme.js'

/** A place in a drawing: x in columns, y in pixels from its top. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** An arrow between two places that begins and ends that many pixels away from them. */
export interface GraphArrow {
  readonly from: Place
  readonly to: Place
  readonly colour?: string
  readonly width?: number
  readonly gap?: number | readonly [number, number]
}

/** An arrow as an annotation: its gaps and its head are in pixels, whatever the width of the page. */
export function graphArrow({
  from,
  to,
  colour = theme.neutral,
  width = 1.6,
  gap = 0,
}: GraphArrow): JsonRecord {
  const [startGap, endGap] = typeof gap === 'number' ? [gap, gap] : gap
  return {
    text: '',
    x: to.x,
    y: to.y,
    ax: from.x,
    ay: from.y,
    axref: 'x',
    ayref: 'y',
    showarrow: true,
    arrowhead: 2,
    arrowsize: width > 3 ? 0.6 : width > 2 ? 0.8 : 1,
    arrowwidth: Number(width.toFixed(2)),
    arrowcolor: colour,
    startstandoff: startGap,
    standoff: endGap,
  }
}

/** A number on a line: white on the line's colour, so that lines behind it do not disturb. */
export function pill({ x, y }: Place, text: string, colour: string, extra: JsonRecord = {}): JsonRecord {
  return {
    text,
    x,
    y,
    showarrow: false,
    font: { size: 11, color: '#ffffff' },
    bgcolor: colour,
    borderpad: 2,
    ...extra,
  }
}

/** A text in the page's neutral colour. */
export function label({ x, y }: Place, text: string, extra: JsonRecord = {}): JsonRecord {
  return { text, x, y, showarrow: false, ...extra }
}

/** Axes that are not seen: columns from left to right, pixels from the top down. */
export function drawingAxes(columns: readonly [number, number], height: number): JsonRecord {
  const hidden = (options: AxisOptions): JsonRecord => ({
    ...axisLayout('x', { hidden: true, ...options }),
    fixedrange: true,
  })
  return { xaxis: hidden({ range: columns }), yaxis: hidden({ range: [0, height], reversed: true }) }
}
