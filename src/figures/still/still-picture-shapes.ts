import { escapeXml } from '../text/escape-xml.js'
import { safeColour } from './still-picture-colour.js'
import { type Json, list, number, record, string } from './still-picture-json.js'
import type { Box } from './still-picture-panels.js'
import { pathData } from './still-picture-path.js'
import { type Axes, ink, place } from './still-picture-place.js'
import { short } from './still-picture-text.js'

/** Lines, rectangles and circles of the layout that lie below the data, or above it. */
export function shapeMarks(layout: Json, axes: Axes, box: Box, below: boolean): string {
  return list(layout['shapes'])
    .map(record)
    .filter((shape) => (shape['layer'] === 'below') === below && shape['visible'] !== false)
    .map((shape) => shapeMark(shape, axes, box))
    .join('')
}

function shapeMark(shape: Json, axes: Axes, box: Box): string {
  const at = (letter: 'x' | 'y', end: 0 | 1) =>
    place(shape[`${letter}${end}`], shape[`${letter}ref`], letter, axes, box, false)
  const [x0, x1, y0, y1] = [at('x', 0), at('x', 1), at('y', 0), at('y', 1)]
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return ''
  const line = record(shape['line'])
  const dash = { dot: '2 3', dash: '7 4', dashdot: '7 3 2 3', longdash: '11 5' }[string(line['dash']) ?? '']
  const opacity = number(shape['opacity'])
  const paint = [
    `fill="${escapeXml(safeColour(shape['fillcolor'], 'none'))}"`,
    `stroke="${escapeXml(ink(line['color']))}"`,
    `stroke-width="${short(number(line['width']) ?? 2)}"`,
    dash === undefined ? '' : `stroke-dasharray="${dash}"`,
    opacity === undefined ? '' : `opacity="${opacity}"`,
  ]
  const style = paint.filter((part) => part !== '').join(' ')
  if (shape['type'] === 'line')
    return `<path d="${pathData([
      [x0, y0],
      [x1, y1],
    ])}" ${style}/>`
  if (shape['type'] === 'circle') {
    const [rx, ry] = [Math.abs(x1 - x0) / 2, Math.abs(y1 - y0) / 2]
    return `<ellipse cx="${short((x0 + x1) / 2)}" cy="${short((y0 + y1) / 2)}" rx="${short(rx)}" ry="${short(ry)}" ${style}/>`
  }
  return `<path d="${pathData(
    [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ],
    true,
  )}" ${style}/>`
}
