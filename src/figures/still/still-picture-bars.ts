import { escapeXml } from '../text/escape-xml.js'
import { type Axis, pixel, scalePixel, toScale } from './still-picture-axis.js'
import { each, type Json, number, record, string } from './still-picture-json.js'
import { pathData } from './still-picture-path.js'
import { type Drawn, markerLook } from './still-picture-scatter.js'
import { svgText } from './still-picture-text.js'
import { coordinates, type StillTrace } from './still-picture-trace.js'

/** The bars of all bar traces of one panel, side by side, stacked or over each other as the layout says. */
export function barMarks(traces: readonly StillTrace[], x: Axis, y: Axis, layout: Json): Drawn {
  const mode = string(layout['barmode']) ?? 'group'
  const gap = number(layout['bargap']) ?? 0.2
  const ends = new Map<string, number>()
  const drawn = traces.map((trace, index) => {
    const across = trace.settings['orientation'] === 'h'
    const [along, value] = across ? [y, x] : [x, y]
    const places = coordinates(trace, across ? 'y' : 'x')
    const values = coordinates(trace, across ? 'x' : 'y')
    const group = mode === 'group' ? traces.length : 1
    const width = number(trace.settings['width']) ?? smallestStep(places, along) * (1 - gap)
    return places.map((place, k) => {
      const [centre, size] = [toScale(along, place), number(values[k])]
      if (centre === undefined || size === undefined) return { marks: '', texts: '' }
      const slot = mode === 'group' ? centre - width / 2 + (width * (index + 0.5)) / group : centre
      const half = (width / group) * 0.5
      const key = `${String(place)} ${size < 0}`
      const start = mode === 'stack' || mode === 'relative' ? (ends.get(key) ?? 0) : 0
      ends.set(key, start + size)
      const floor =
        value.kind === 'log' ? scalePixel(value, Math.min(value.lo, value.hi)) : pixel(value, start)
      const end = pixel(value, start + size)
      if (floor === undefined || end === undefined) return { marks: '', texts: '' }
      const [a, b] = [scalePixel(along, slot - half), scalePixel(along, slot + half)]
      const box = across
        ? pathData(
            [
              [floor, a],
              [end, a],
              [end, b],
              [floor, b],
            ],
            true,
          )
        : pathData(
            [
              [a, floor],
              [a, end],
              [b, end],
              [b, floor],
            ],
            true,
          )
      return {
        marks: `<path d="${box}" fill="${escapeXml(markerLook(trace, k).colour)}"/>`,
        texts: barText(trace, k, (a + b) / 2, end, across, size < 0),
      }
    })
  })
  const all = drawn.flat()
  return { marks: all.map((bar) => bar.marks).join(''), texts: all.map((bar) => bar.texts).join('') }
}

function barText(
  trace: StillTrace,
  k: number,
  middle: number,
  end: number,
  across: boolean,
  below: boolean,
): string {
  const text = string(each(trace.settings['text'], k)) ?? ''
  if (text === '') return ''
  const size = number(record(trace.settings['textfont'])['size']) ?? 11
  if (!across) {
    const valign = below ? 'top' : 'bottom'
    return svgText(middle, end + (below ? 2 : -2), text, { size, anchor: 'middle', valign })
  }
  return svgText(end + (below ? -4 : 4), middle, text, {
    size,
    anchor: below ? 'end' : 'start',
    valign: 'middle',
  })
}

function smallestStep(places: readonly unknown[], axis: Axis): number {
  const known = places.map((place) => toScale(axis, place)).filter((place) => place !== undefined)
  const sorted = [...new Set(known)].sort((a, b) => a - b)
  const steps = sorted.slice(1).map((place, k) => place - (sorted[k] ?? place))
  return steps.length === 0 ? 1 : Math.min(...steps)
}
