import { escapeXml } from '../text/escape-xml.js'
import { safeColour } from './still-picture-colour.js'
import { type Json, list, number, record, string } from './still-picture-json.js'
import type { Box } from './still-picture-panels.js'
import { type Point, pathData } from './still-picture-path.js'
import { type Axes, ink, place } from './still-picture-place.js'
import { plainLines, short, svgText, textWidth } from './still-picture-text.js'

/** Texts of the layout with their arrows. */
export function annotationMarks(layout: Json, axes: Axes, box: Box): string {
  const scenes = Object.keys(layout).filter((key) => /^scene\d*$/.test(key))
  const all: Json[] = [
    ...list(layout['annotations']).map(record),
    ...scenes.flatMap((scene) =>
      list(record(layout[scene])['annotations']).map((each) => ({
        ...record(each),
        xref: `${scene}.x`,
        yref: `${scene}.y`,
      })),
    ),
  ]
  return all
    .filter((each) => each['visible'] !== false)
    .map((each) => annotationMark(each, axes, box))
    .join('')
}

function annotationMark(settings: Json, axes: Axes, box: Box): string {
  const at = (letter: 'x' | 'y', value: unknown, ref: unknown) => place(value, ref, letter, axes, box, true)
  const [tipX, tipY] = [at('x', settings['x'], settings['xref']), at('y', settings['y'], settings['yref'])]
  if (tipX === undefined || tipY === undefined) return ''
  const tip: Point = [tipX + (number(settings['xshift']) ?? 0), tipY - (number(settings['yshift']) ?? 0)]
  const text = string(settings['text']) ?? ''
  const font = record(settings['font'])
  const size = number(font['size']) ?? 12
  const arrow = settings['showarrow'] !== false
  const tail: Point = arrow
    ? [
        inPixels(settings['axref'])
          ? tip[0] + (number(settings['ax']) ?? 0)
          : (at('x', settings['ax'], settings['axref']) ?? tip[0]),
        inPixels(settings['ayref'])
          ? tip[1] + (number(settings['ay']) ?? -30)
          : (at('y', settings['ay'], settings['ayref']) ?? tip[1]),
      ]
    : tip
  const written = text === '' ? '' : annotationText(settings, text, tail, size, font)
  if (!arrow) return written
  const reach = text === '' ? 0 : Math.min(textWidth(text, size) / 2, size * 0.7) + 3
  return arrowMark(tail, tip, settings, reach) + written
}

function annotationText(settings: Json, text: string, at: Point, size: number, font: Json): string {
  const isPaper = (ref: unknown) => typeof ref === 'string' && ref !== 'paper' && !ref.endsWith('domain')
  const [x, y] = [number(settings['x']) ?? 0.5, number(settings['y']) ?? 0.5]
  const own = string(settings['xanchor']) ?? 'auto'
  const free = settings['showarrow'] !== false || isPaper(settings['xref'] ?? 'x')
  const across = own === 'auto' ? (free ? 'center' : x < 0.34 ? 'left' : x > 0.66 ? 'right' : 'center') : own
  const ownY = string(settings['yanchor']) ?? 'auto'
  const freeY = settings['showarrow'] !== false || isPaper(settings['yref'] ?? 'y')
  const down = ownY === 'auto' ? (freeY ? 'middle' : y < 0.34 ? 'bottom' : y > 0.66 ? 'top' : 'middle') : ownY
  const paper = safeColour(settings['bgcolor'], 'none')
  const sheet =
    paper === 'none'
      ? ''
      : background(at, text, size, across, down, paper, number(settings['borderpad']) ?? 1)
  return (
    sheet +
    svgText(at[0], at[1], text, {
      size,
      anchor: across === 'left' ? 'start' : across === 'right' ? 'end' : 'middle',
      valign: down === 'top' ? 'top' : down === 'bottom' ? 'bottom' : 'middle',
      colour: font['color'] === undefined ? undefined : ink(font['color']),
      ...(number(settings['textangle']) === undefined ? {} : { angle: number(settings['textangle']) ?? 0 }),
    })
  )
}

/** The sheet behind a text. */
function background(
  [x, y]: Point,
  text: string,
  size: number,
  across: string,
  down: string,
  colour: string,
  pad: number,
): string {
  const [width, height] = [textWidth(text, size) + 2 * pad, plainLines(text).length * size * 1.2 + 2 * pad]
  const left = x - (across === 'left' ? pad : across === 'right' ? width - pad : width / 2)
  const top = y - (down === 'top' ? pad : down === 'bottom' ? height - pad : height / 2)
  return `<path d="M${short(left)} ${short(top)}h${short(width)}v${short(height)}h${short(-width)}z" fill="${escapeXml(colour)}"/>`
}

/** From near the text to the point, with a head at the point unless `arrowhead` is 0. */
function arrowMark(tail: Point, tip: Point, settings: Json, reach: number): string {
  const [dx, dy] = [tip[0] - tail[0], tip[1] - tail[1]]
  const length = Math.hypot(dx, dy)
  if (length < 1) return ''
  const [ux, uy] = [dx / length, dy / length]
  const width = number(settings['arrowwidth']) ?? 1.5
  const off = number(settings['standoff']) ?? 0
  const start = Math.min(Math.max(reach, number(settings['startstandoff']) ?? 0), length)
  const end: Point = [tip[0] - ux * off, tip[1] - uy * off]
  const head = settings['arrowhead'] === 0 ? 0 : Math.min(3.2 * width + 2, length)
  const neck: Point = [end[0] - ux * head, end[1] - uy * head]
  const side = head * 0.42
  const from: Point = [tail[0] + ux * start, tail[1] + uy * start]
  const colour = escapeXml(ink(settings['arrowcolor']))
  const opacity = number(settings['opacity'])
  const veil = opacity === undefined ? '' : ` opacity="${opacity}"`
  const wings = pathData(
    [end, [neck[0] - uy * side, neck[1] + ux * side], [neck[0] + uy * side, neck[1] - ux * side]],
    true,
  )
  return (
    `<path d="${pathData([from, neck])}" fill="none" stroke="${colour}" stroke-width="${short(width)}"${veil}/>` +
    (head === 0 ? '' : `<path d="${wings}" fill="${colour}"${veil}/>`)
  )
}

function inPixels(ref: unknown): boolean {
  return ref === undefined || ref === 'pixel'
}
