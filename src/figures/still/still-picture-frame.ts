import { type Axis, type AxisRange, scalePixel } from './still-picture-axis.js'
import { titleText } from './still-picture-json.js'
import type { Panel } from './still-picture-panels.js'
import { pathData } from './still-picture-path.js'
import { plainLines, short, svgText, textWidth } from './still-picture-text.js'
import { type Tick, ticks } from './still-picture-ticks.js'

const labelSize = 11

/** Whether numbers stand along the axis. */
function hasLabels(axis: AxisRange): boolean {
  return axis.settings['visible'] !== false && axis.settings['showticklabels'] !== false
}

function axisTicks(axis: AxisRange, length: number): Tick[] {
  return axis.settings['visible'] === false ? [] : ticks(axis, length, axis.letter === 'x' ? 80 : 46)
}

/** How much room an axis needs outside its panel, in pixels: its numbers and its title. */
export function outsideRoom(axis: AxisRange, length: number): number {
  if (axis.settings['visible'] === false) return 0
  const title = titleText(axis.settings['title'])
  const titleRoom = title === '' ? 0 : 4 + plainLines(title).length * 14
  if (!hasLabels(axis)) return titleRoom
  const labels = axisTicks(axis, length).map((tick) => tick.label)
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, labelSize)))
  const lines = Math.max(1, ...labels.map((label) => plainLines(label).length))
  return titleRoom + (axis.letter === 'x' ? 5 + lines * 13 : 6 + widest)
}

/** Grid lines and lines through zero: under the data. */
export function gridMarks({ x, y }: Panel): string {
  const lines = (axis: Axis, across: Axis): string => {
    if (axis.settings['visible'] === false) return ''
    const [a, b] = [across.from, across.to]
    const at = (place: number): string => {
      const p = scalePixel(axis, place)
      return axis.letter === 'x'
        ? pathData([
            [p, a],
            [p, b],
          ])
        : pathData([
            [a, p],
            [b, p],
          ])
    }
    const shown = axis.settings['showgrid'] === false ? [] : axisTicks(axis, Math.abs(axis.to - axis.from))
    const grid = shown.map((tick) => at(tick.place)).join('')
    const hasZero = axis.settings['zeroline'] !== false && axis.kind === 'linear' && axis.lo * axis.hi < 0
    return (
      (grid === '' ? '' : `<path d="${grid}" stroke-opacity=".16"/>`) +
      (hasZero ? `<path d="${at(0)}" stroke-opacity=".45"/>` : '')
    )
  }
  return `<g fill="none" stroke="currentColor">${lines(x, y)}${lines(y, x)}</g>`
}

/** Numbers and titles of the axes, outside the panel. */
export function axisTexts({ x, y }: Panel, drawn: Set<string>): string {
  return [...(drawn.has(x.id) ? [] : xTexts(x, y)), ...(drawn.has(y.id) ? [] : yTexts(y, x))].join('')
}

function xTexts(x: Axis, y: Axis): string[] {
  if (x.settings['visible'] === false) return []
  const isTop = x.settings['side'] === 'top'
  const edge = isTop ? Math.min(y.from, y.to) : Math.max(y.from, y.to)
  const valign = isTop ? 'bottom' : 'top'
  const away = isTop ? -1 : 1
  const shown = hasLabels(x) ? thinned(axisTicks(x, Math.abs(x.to - x.from)), x) : []
  const texts = shown.map((tick) =>
    svgText(scalePixel(x, tick.place), edge + 5 * away, tick.label, {
      size: labelSize,
      anchor: 'middle',
      valign,
    }),
  )
  const title = titleText(x.settings['title'])
  if (title !== '') {
    const lines = Math.max(0, ...shown.map((tick) => plainLines(tick.label).length))
    const place = edge + (lines === 0 ? 4 : 8 + lines * 13) * away
    texts.push(svgText((x.from + x.to) / 2, place, title, { anchor: 'middle', valign }))
  }
  return texts
}

function yTexts(y: Axis, x: Axis): string[] {
  if (y.settings['visible'] === false) return []
  const isRight = y.settings['side'] === 'right'
  const edge = isRight ? Math.max(x.from, x.to) : Math.min(x.from, x.to)
  const away = isRight ? 1 : -1
  const shown = hasLabels(y) ? axisTicks(y, Math.abs(y.to - y.from)) : []
  const anchor = isRight ? 'start' : 'end'
  const texts = shown.map((tick) =>
    svgText(edge + 5 * away, scalePixel(y, tick.place), tick.label, {
      size: labelSize,
      anchor,
      valign: 'middle',
    }),
  )
  const title = titleText(y.settings['title'])
  if (title !== '') {
    const widest = Math.max(0, ...shown.map((tick) => textWidth(tick.label, labelSize)))
    const half = plainLines(title).length * 7
    const place = edge + (widest + 8 + half) * away
    texts.push(svgText(place, (y.from + y.to) / 2, title, { anchor: 'middle', valign: 'middle', angle: -90 }))
  }
  return texts
}

/** Every second, third … label, so that neighbours do not touch. */
function thinned(all: readonly Tick[], x: Axis): Tick[] {
  const widest = Math.max(1, ...all.map((tick) => textWidth(tick.label, labelSize)))
  const [first, second] = [all[0], all[1]]
  if (first === undefined || second === undefined) return [...all]
  const apart = Math.abs(scalePixel(x, second.place) - scalePixel(x, first.place))
  const every = Math.max(1, Math.ceil((widest + 4) / Math.max(1, apart)))
  return all.filter((_, k) => k % every === 0)
}

/** The clip of a panel: an inner picture shows nothing outside its own frame, and needs no id. */
export function clipped({ x, y }: Panel, inner: string): string {
  if (inner === '') return ''
  const [left, right] = [Math.min(x.from, x.to), Math.max(x.from, x.to)]
  const [top, bottom] = [Math.min(y.from, y.to), Math.max(y.from, y.to)]
  const box = [left, top, right - left, bottom - top].map(short)
  return `<svg x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" viewBox="${box.join(' ')}">${inner}</svg>`
}
