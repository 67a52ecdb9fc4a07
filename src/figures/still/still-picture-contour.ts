import { escapeXml } from '../text/escape-xml.js'
import { type Axis, scalePixel, toScale } from './still-picture-axis.js'
import { colourAt, parseColour, safeColour } from './still-picture-colour.js'
import { gridColour, readGrid, type StillGrid } from './still-picture-grid.js'
import { type Json, number, record, string } from './still-picture-json.js'
import { type LevelLabel, labelled } from './still-picture-level-labels.js'
import { type Point, pathData, simplify } from './still-picture-path.js'
import { insideLines, type Ring, rings } from './still-picture-rings.js'
import type { Drawn } from './still-picture-scatter.js'
import { short, svgText } from './still-picture-text.js'
import { decimal, niceStep, steps } from './still-picture-ticks.js'
import type { StillTrace } from './still-picture-trace.js'

/** A contour trace: bands of colour, lines of equal value with their levels, or both, as the trace says. */
export function contourMarks(trace: StillTrace, x: Axis, y: Axis, layout: Json, detail: number): Drawn {
  const shown = readGrid(trace, layout, 60 * detail)
  const settings = record(trace.settings['contours'])
  const coloring = string(settings['coloring']) ?? 'fill'
  const levels = contourLevels(trace, shown)
  const colour = levelColours(levels, shown, coloring)
  const line = record(trace.settings['line'])
  const width =
    settings['showlines'] === false ? 0 : (number(line['width']) ?? (coloring === 'lines' ? 1.5 : 0.5))
  const ink = (k: number) => (coloring === 'lines' ? colour(k) : safeColour(line['color'], '#44444499'))
  const toPixels = placer(shown, x, y)
  const found = levels.map((level) => rings(shown.values, level))
  const labels: LevelLabel[] = []
  const lines = (k: number, own: readonly Ring[]) => {
    const runs = own
      .flatMap((ring) => insideLines(ring, shown.values.length, shown.x.length))
      .map((run) => simplify(run.map(toPixels), 0.4 / detail))
    const text = decimal(levels[k] ?? 0, (levels[1] ?? 1) - (levels[0] ?? 0))
    const [kept, label] = settings['showlabels'] === true ? labelled(runs, text, labels) : [runs]
    if (label !== undefined) labels.push({ ...label, colour: ink(k) })
    const data = kept.map((run) => pathData(run, false, unitOf(detail))).join('')
    return data === '' || width === 0 ? '' : `<path d="${data}" stroke="${escapeXml(ink(k))}"/>`
  }
  const isFilled = coloring === 'fill'
  const marks = [
    coloring === 'heatmap' ? tintMarks(trace, x, y, layout, detail).marks : '',
    isFilled ? bands(shown, found, colour, toPixels, detail, width > 0 ? ink(0) : undefined, width) : '',
    isFilled && settings['showlabels'] !== true
      ? ''
      : `<g fill="none" stroke-width="${short(width)}">${found.map((own, k) => lines(k, own)).join('')}</g>`,
  ].join('')
  const opacity = number(trace.settings['opacity'])
  const fonts = record(settings['labelfont'])
  return {
    marks: opacity === undefined || opacity >= 1 ? marks : `<g opacity="${opacity}">${marks}</g>`,
    texts: labels
      .map(({ at: [px, py], text, colour: own }) =>
        svgText(px, py, text, {
          size: number(fonts['size']) ?? 10,
          anchor: 'middle',
          valign: 'middle',
          colour: safeColour(fonts['color'], isFilled ? '#333333' : own),
        }),
      )
      .join(''),
  }
}

/** A grid whose colours run smoothly into each other: as bands, which are smoother than cells and shorter to write. */
export function tintMarks(trace: StillTrace, x: Axis, y: Axis, layout: Json, detail: number): Drawn {
  const shown = readGrid(trace, layout, 60 * detail)
  const { lo, hi, scale } = shown
  const stops = [...new Set(scale.map(([stop]) => stop))]
  const parts = Math.max(1, Math.round((8 * detail) / Math.max(1, stops.length - 1)))
  const places = stops.flatMap((stop, k) => {
    const next = stops[k + 1]
    if (next === undefined) return [stop]
    return Array.from({ length: parts }, (_, i) => stop + ((next - stop) * i) / parts)
  })
  const levels = places.slice(1, -1).map((place) => lo + place * (hi - lo))
  const found = levels.map((level) => rings(shown.values, level))
  const colour = (k: number) => colourAt(scale, ((places[k + 1] ?? 0) + (places[k + 2] ?? 1)) / 2)
  const marks = bands(shown, found, colour, placer(shown, x, y), detail, undefined, 0)
  const opacity = number(trace.settings['opacity'])
  return {
    marks: opacity === undefined || opacity >= 1 ? marks : `<g opacity="${opacity}">${marks}</g>`,
    texts: '',
  }
}

/** A surface as it looks from straight above: bands of equal height. */
export function surfaceMarks(trace: StillTrace, x: Axis, y: Axis, layout: Json, detail: number): Drawn {
  const shown = readGrid(trace, layout, 60 * detail)
  const step = niceStep((shown.hi - shown.lo) / 14)
  if (!(step > 0)) return { marks: '', texts: '' }
  const levels = steps(shown.lo, shown.hi, step)
  const found = levels.map((level) => rings(shown.values, level))
  const colour = (k: number) => gridColour(shown, (levels[0] ?? 0) + (k + 0.5) * step)
  return { marks: bands(shown, found, colour, placer(shown, x, y), detail, undefined, 0), texts: '' }
}

function contourLevels(trace: StillTrace, shown: StillGrid): number[] {
  const settings = record(trace.settings['contours'])
  const [start, end, size] = [number(settings['start']), number(settings['end']), number(settings['size'])]
  if (start !== undefined && end !== undefined && (size !== undefined || start === end))
    return steps(0, end - start, size ?? 1)
      .map((step) => start + step)
      .slice(0, 40)
  const numbers = shown.values.flat().filter((value) => value !== null)
  const [lo, hi] = [Math.min(...numbers), Math.max(...numbers)]
  if (!(hi > lo)) return []
  const step = niceStep((1.35 * (hi - lo)) / (number(trace.settings['ncontours']) ?? 15))
  return steps(lo, hi, step).filter((level) => level > lo && level < hi)
}

/** Colours as Plotly gives them: lines from the first level to the last, bands half a step further out. */
function levelColours(levels: readonly number[], shown: StillGrid, coloring: string) {
  const [first = 0, last = 0] = [levels[0], levels.at(-1)]
  const step = levels.length > 1 ? (last - first) / (levels.length - 1) : 1
  const out = coloring === 'lines' ? 0 : step / 2
  const span = last - first + 2 * out
  return (k: number) => colourAt(shown.scale, span > 0 ? (k * step + 2 * out) / span : 0.5)
}

/** Bands between levels. Each region lies on the one before; where colours let light through it is cut out instead. */
function bands(
  shown: StillGrid,
  found: readonly (readonly Ring[])[],
  colour: (k: number) => string,
  toPixels: (place: Point) => Point,
  detail: number,
  stroke: string | undefined,
  width: number,
): string {
  const [rows, columns] = [shown.values.length - 1, shown.x.length - 1]
  const frame: Ring = [
    [0, 0],
    [columns, 0],
    [columns, rows],
    [0, rows],
  ]
  const path = (ring: Ring) => pathData(simplify(ring.map(toPixels), 0.4 / detail), true, unitOf(detail))
  const all = [[frame], ...found].map((own) => own.map(path).join(''))
  const opaque = shown.scale.every(([, stop]) => (parseColour(stop)?.[3] ?? 1) === 1)
  const paths = all.map((data, k) => {
    if (data === '') return ''
    const shape = opaque ? data : data + (all[k + 1] ?? '')
    return `<path d="${shape}" fill="${escapeXml(colour(k - 1))}"/>`
  })
  const line = stroke === undefined ? '' : ` stroke="${escapeXml(stroke)}" stroke-width="${short(width)}"`
  return `<g fill-rule="evenodd"${line}>${paths.join('')}</g>`
}

function unitOf(detail: number): number {
  return detail >= 1 ? 0.5 : 1
}

function placer(shown: StillGrid, x: Axis, y: Axis): (place: Point) => Point {
  const xs = shown.x.map((value) => scalePixel(x, toScale(x, value) ?? 0))
  const ys = shown.y.map((value) => scalePixel(y, toScale(y, value) ?? 0))
  const between = (pixels: readonly number[], place: number) => {
    const low = Math.floor(place)
    const [a = 0, b = a] = [pixels[low], pixels[low + 1]]
    return a + (b - a) * (place - low)
  }
  return ([column, row]) => [between(xs, column), between(ys, row)]
}
