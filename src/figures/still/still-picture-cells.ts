import { escapeXml } from '../text/escape-xml.js'
import { type Axis, scalePixel, toScale } from './still-picture-axis.js'
import { parseColour } from './still-picture-colour.js'
import { gridColour, readGrid } from './still-picture-grid.js'
import { type Json, list, number, record, string } from './still-picture-json.js'
import type { Drawn } from './still-picture-scatter.js'
import { short, svgText } from './still-picture-text.js'
import type { StillTrace } from './still-picture-trace.js'

/** A heatmap as cells, neighbours of nearly the same colour in one piece, at most 40 × 40. */
export function cellMarks(trace: StillTrace, x: Axis, y: Axis, layout: Json, detail: number): Drawn {
  const shown = readGrid(trace, layout, 40 * detail)
  const isSmall = shown.count <= 150
  // Whole pixels are shorter to write, and neighbours still meet.
  const rounded = (places: number[]) => (isSmall ? places : places.map(Math.round))
  const [columns, rows] = [rounded(edges(shown.x, x)), rounded(edges(shown.y, y))]
  const gaps = { x: number(trace.settings['xgap']) ?? 0, y: number(trace.settings['ygap']) ?? 0 }
  const levels = isSmall ? 1000 : Math.round(28 * detail)
  const colour = (value: number) => {
    const share = shown.hi > shown.lo ? (value - shown.lo) / (shown.hi - shown.lo) : 0.5
    return gridColour(shown, shown.lo + (Math.round(share * levels) / levels) * (shown.hi - shown.lo))
  }
  const paths = new Map<string, string>()
  shown.values.forEach((row, i) => {
    const [a, b] = [rows[i] ?? 0, rows[i + 1] ?? 0]
    // Cells overlap by a third of a pixel, so that no light comes through between them.
    const height = Math.abs(b - a) - gaps.y + (gaps.y > 0 || !isSmall ? 0 : 0.4)
    let start = 0
    row.forEach((value, j) => {
      const paint = value === null ? undefined : colour(value)
      const next = row[j + 1] ?? null
      const goesOn = gaps.x === 0 && next !== null && paint !== undefined && colour(next) === paint
      if (goesOn) return
      if (paint !== undefined) {
        const [from, to] = [columns[start] ?? 0, columns[j + 1] ?? 0]
        const side = Math.sign(to - from) * (gaps.x / 2 - (gaps.x > 0 || !isSmall ? 0 : 0.2))
        const key = `${paint} ${short(height)}`
        paths.set(
          key,
          `${paths.get(key) ?? ''}M${short(from + side)} ${short((a + b) / 2)}H${short(to - side)}`,
        )
      }
      start = j + 1
    })
  })
  const marks = [...paths].map(([key, data]) => {
    const cut = key.lastIndexOf(' ')
    return `<path d="${data}" stroke="${escapeXml(key.slice(0, cut))}" stroke-width="${key.slice(cut + 1)}"/>`
  })
  const opacity = number(trace.settings['opacity'])
  const veil = opacity === undefined || opacity >= 1 ? '' : ` opacity="${opacity}"`
  return {
    marks: `<g fill="none"${isSmall ? '' : ' shape-rendering="crispEdges"'}${veil}>${marks.join('')}</g>`,
    texts: isSmall
      ? cellTexts(trace, columns, rows, (i, j) => colourOfCell(shown.values[i]?.[j], colour))
      : '',
  }
}

/** Pixels of the edges between cells whose centres are given: one more than there are centres. */
function edges(centres: readonly unknown[], axis: Axis): number[] {
  const places = centres.map((centre, k) => toScale(axis, centre) ?? k)
  // A heatmap may name the edges themselves, one more than it has cells; its cells then keep between them.
  const middle = places.slice(1).map((place, k) => (place + (places[k] ?? place)) / 2)
  const first = places[0] ?? 0
  const last = places.at(-1) ?? 0
  const [start, end] = [
    first - ((middle[0] ?? first + 0.5) - first),
    last + (last - (middle.at(-1) ?? last - 0.5)),
  ]
  return [start, ...middle, end].map((place) => scalePixel(axis, place))
}

function colourOfCell(value: number | null | undefined, colour: (value: number) => string): string {
  const [r, g, b, a] = (typeof value === 'number' ? parseColour(colour(value)) : undefined) ?? [0, 0, 0, 0]
  if (a < 0.5) return 'currentColor'
  return (0.299 * r + 0.587 * g + 0.114 * b) * a + 255 * (1 - a) < 140 ? '#ffffff' : '#111111'
}

function cellTexts(
  trace: StillTrace,
  columns: readonly number[],
  rows: readonly number[],
  ink: (i: number, j: number) => string,
): string {
  const template = string(trace.settings['texttemplate']) ?? ''
  const source = template.includes('%{text') ? 'text' : template.includes('%{z') ? 'z' : undefined
  if (source === undefined) return ''
  const size = number(record(trace.settings['textfont'])['size']) ?? 11
  return list(trace.settings[source])
    .map((row, i) =>
      list(row)
        .map((text, j) => {
          const written = string(text) ?? ''
          const [x, y] = [
            ((columns[j] ?? 0) + (columns[j + 1] ?? 0)) / 2,
            ((rows[i] ?? 0) + (rows[i + 1] ?? 0)) / 2,
          ]
          return written === ''
            ? ''
            : svgText(x, y, written, { size, anchor: 'middle', valign: 'middle', colour: ink(i, j) })
        })
        .join(''),
    )
    .join('')
}
