import { escapeXml } from '../text/escape-xml.js'
import { type Axis, pixel, scalePixel, toScale } from './still-picture-axis.js'
import { colourAt, colourScale, safeColour } from './still-picture-colour.js'
import { each, list, number, record, string } from './still-picture-json.js'
import { type Marker, markers } from './still-picture-markers.js'
import { type Point, pathData, simplify } from './still-picture-path.js'
import { short, svgText } from './still-picture-text.js'
import { coordinates, type StillTrace } from './still-picture-trace.js'

const dashes: Readonly<Record<string, string>> = {
  dot: '2 3',
  dash: '7 4',
  longdash: '11 5',
  dashdot: '7 3 2 3',
  longdashdot: '11 4 2 4',
}

/** What a scatter trace draws: inside the panel, and its texts, which may reach out of it. */
export interface Drawn {
  readonly marks: string
  readonly texts: string
}

/**
 * Lines, filled areas, markers and texts of a scatter trace.
 *
 * @param detail 1 draws all; less draws lines coarser and fewer points
 */
export function scatterMarks(trace: StillTrace, x: Axis, y: Axis, detail: number): Drawn {
  const { settings, colour } = trace
  const [xs, ys] = [coordinates(trace, 'x'), coordinates(trace, 'y')]
  const points = Array.from({ length: Math.min(xs.length, ys.length) }, (_, k): Point | undefined => {
    const [px, py] = [pixel(x, xs[k]), pixel(y, ys[k])]
    return px === undefined || py === undefined ? undefined : [px, py]
  })
  const few = points.length <= 40
  const mode = string(settings['mode']) ?? (few ? 'lines+markers' : 'lines')
  const opacity = number(settings['opacity'])
  const line = record(settings['line'])
  const lineColour = safeColour(line['color'] ?? record(settings['marker'])['color'], colour)
  const runs = connected(points).map((run) => simplify(stepped(run, line['shape']), 0.35 / detail))
  const path = runs.map((run) => pathData(run)).join('')
  const dash = dashes[string(line['dash']) ?? '']
  const marks = [
    area(settings, runs, y, lineColour),
    mode.includes('lines') && path !== ''
      ? `<path d="${path}" fill="none" stroke="${escapeXml(lineColour)}" stroke-width="${short(number(line['width']) ?? 2)}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`} stroke-linejoin="round"/>`
      : '',
    mode.includes('markers') ? markerGroups(trace, points, detail) : '',
  ].join('')
  const texts = mode.includes('text') ? pointTexts(settings, points) : ''
  const veil = (inner: string) =>
    opacity === undefined || opacity >= 1 || inner === '' ? inner : `<g opacity="${opacity}">${inner}</g>`
  return { marks: veil(marks), texts: veil(texts) }
}

/** The look of one marker of a trace. */
export function markerLook(trace: StillTrace, index: number): Marker {
  const marker = record(trace.settings['marker'])
  const line = record(marker['line'])
  const width = number(each(line['width'], index)) ?? 0
  const value = each(marker['color'], index)
  const [low, high] = [number(marker['cmin']), number(marker['cmax'])]
  const numbers = list(marker['color']).filter((entry) => typeof entry === 'number')
  const [lo, hi] = [low ?? Math.min(...numbers), high ?? Math.max(...numbers)]
  const scale = colourScale(marker['colorscale'], marker['reversescale'] === true)
  return {
    symbol: string(each(marker['symbol'], index)) ?? 'circle',
    size: number(each(marker['size'], index)) ?? 6,
    colour:
      typeof value === 'number'
        ? colourAt(scale, hi > lo ? (value - lo) / (hi - lo) : 0.5)
        : safeColour(value, safeColour(record(trace.settings['line'])['color'], trace.colour)),
    outline: width > 0 ? { colour: safeColour(each(line['color'], index), '#888888'), width } : undefined,
    opacity: number(each(marker['opacity'], index)),
  }
}

function markerGroups(trace: StillTrace, points: readonly (Point | undefined)[], detail: number): string {
  const every = Math.max(1, Math.ceil(points.length / (600 * detail)))
  const groups = new Map<string, { look: Marker; points: Point[] }>()
  points.forEach((point, index) => {
    if (point === undefined || index % every !== 0) return
    const look = { ...markerLook(trace, index), angle: directionAt(trace, points, index) }
    const key = JSON.stringify(look)
    const group = groups.get(key) ?? { look, points: [] }
    group.points.push(point)
    groups.set(key, group)
  })
  return [...groups.values()].map((group) => markers(group.points, group.look)).join('')
}

/** For arrows that follow their line: the direction from the point before, clockwise from upwards. */
function directionAt(
  trace: StillTrace,
  points: readonly (Point | undefined)[],
  index: number,
): number | undefined {
  const marker = record(trace.settings['marker'])
  const own = number(each(marker['angle'], index)) ?? 0
  const [here, before] = [points[index], points[index - 1]]
  if (marker['angleref'] !== 'previous' || here === undefined || before === undefined) return own || undefined
  return Math.round((Math.atan2(here[0] - before[0], before[1] - here[1]) * 180) / Math.PI) + own
}

function pointTexts(settings: StillTrace['settings'], points: readonly (Point | undefined)[]): string {
  const font = record(settings['textfont'])
  return points
    .slice(0, 200)
    .map((point, index) => {
      const text = string(each(settings['text'], index)) ?? ''
      if (point === undefined || text === '') return ''
      const where = string(each(settings['textposition'], index)) ?? 'middle center'
      const size = number(each(font['size'], index)) ?? 12
      const away = (number(each(record(settings['marker'])['size'], index)) ?? 6) / 2 + 2
      const colour = each(font['color'], index)
      const gap = string(settings['mode'])?.includes('markers') ? away : 2
      const across = where.includes('left') ? -1 : where.includes('right') ? 1 : 0
      const down = where.includes('top') ? -1 : where.includes('bottom') ? 1 : 0
      return svgText(point[0] + across * gap, point[1] + down * gap, text, {
        size,
        anchor: across < 0 ? 'end' : across > 0 ? 'start' : 'middle',
        valign: down < 0 ? 'bottom' : down > 0 ? 'top' : 'middle',
        colour: colour === undefined ? undefined : safeColour(colour, 'currentColor'),
      })
    })
    .join('')
}

function area(settings: StillTrace['settings'], runs: readonly Point[][], y: Axis, colour: string): string {
  const fill = string(settings['fill']) ?? 'none'
  if (fill === 'none' || runs.length === 0) return ''
  const floor = scalePixel(y, y.kind === 'log' ? Math.min(y.lo, y.hi) : (toScale(y, 0) ?? 0))
  const rings = fill === 'toself' ? runs : runs.map((run) => closedTo(run, floor))
  const paint = safeColour(settings['fillcolor'], colour)
  const veil = settings['fillcolor'] === undefined ? ' fill-opacity=".3"' : ''
  return `<path d="${rings.map((ring) => pathData(ring, true)).join('')}" fill="${escapeXml(paint)}"${veil}/>`
}

function closedTo(run: readonly Point[], floor: number): Point[] {
  const [first, last] = [run[0], run.at(-1)]
  return first === undefined || last === undefined ? [] : [[first[0], floor], ...run, [last[0], floor]]
}

function connected(points: readonly (Point | undefined)[]): Point[][] {
  const runs: Point[][] = [[]]
  for (const point of points) {
    if (point === undefined) runs.push([])
    else runs.at(-1)?.push(point)
  }
  return runs.filter((run) => run.length > 1)
}

/** The corners of a line drawn in steps, `hv` or `vh`; other lines as they are. */
function stepped(run: readonly Point[], shape: unknown): Point[] {
  if (shape !== 'hv' && shape !== 'vh') return [...run]
  return run.flatMap((point, k): Point[] => {
    const next = run[k + 1]
    if (next === undefined) return [point]
    return [point, shape === 'hv' ? [next[0], point[1]] : [point[0], next[1]]]
  })
}
