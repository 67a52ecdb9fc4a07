import { requireKnownKeys } from '../../math/known.js'
import { requirePositive } from '../../math/number-argument.js'
import { type Figure, figure, type Trace } from '../base/figure.js'
import { rounded } from '../base/values.js'
import { palette, translucent } from '../colour/palette.js'
import { numberText } from '../text/number-text.js'

/** Everything that `growingSquare` reads. */
export interface GrowingSquareOptions {
  /** What the side is called. Default 'e'. */
  readonly side?: string
  /** What it grows by is called. Default 'h'. */
  readonly growth?: string
  readonly title?: string
  readonly summary?: string
  readonly height?: number
}

/** A rectangle of the picture: where it lies, and what is written in it. */
interface Part {
  readonly name: string
  readonly area: number
  readonly boxes: readonly (readonly [number, number, number, number])[]
  readonly colour: string
  readonly opacity: number
}

/**
 * Why the derivative of e² is 2e: a square of side e whose side grows by h gains two strips e·h and a corner h², drawn to
 * scale.
 *
 * @param e the side before, above 0
 * @param h by how much it grows, above 0
 * @throws TypeError or RangeError for a side or growth that is not above 0, or an unknown option
 */
export function growingSquare(e: number, h: number, options: GrowingSquareOptions = {}): Figure {
  const call = 'growingSquare(e, h, options)'
  requirePositive(call, 'e', e)
  requirePositive(call, 'h', h)
  requireKnownKeys(call, 'options', options, ['side', 'growth', 'title', 'summary', 'height'])
  const { side = 'e', growth = 'h', title, height = 430 } = options
  const parts: readonly Part[] = [
    {
      name: `${side}²`,
      area: e * e,
      boxes: [[0, 0, e, e]],
      colour: palette.vermillion,
      opacity: 0.22,
    },
    {
      name: `two strips 2${side}${growth}`,
      area: 2 * e * h,
      boxes: [
        [e, 0, e + h, e],
        [0, e, e, e + h],
      ],
      colour: palette.blue,
      opacity: 0.4,
    },
    {
      name: `corner ${growth}²`,
      area: h * h,
      boxes: [[e, e, e + h, e + h]],
      colour: palette.purple,
      opacity: 0.85,
    },
  ]
  const margin = 0.08 * (e + h)
  const range = [-margin, e + h + margin]
  const word = (value: number) => numberText(value)
  return figure({
    title: title ?? `A square whose side grows by ${growth}`,
    summary:
      options.summary ??
      `A square of side ${side} = ${word(e)} has the area ${word(e * e)}. When its side grows by ${growth} = ${word(h)}, two strips are added, together ${word(2 * e * h)}, and a corner of ${word(h * h)}: the area is now ${word((e + h) ** 2)}.`,
    x: { title: `side (${side}, then ${side} + ${growth})`, range },
    y: { title: 'the same side', range },
    equalAxes: true,
    height,
    data: [...parts.map(partTrace), labels(e, h, side, growth)],
  })
}

function partTrace({ name, area, boxes, colour, opacity }: Part): Trace {
  const corners = (pick: (box: readonly [number, number, number, number]) => readonly number[]) =>
    boxes.flatMap((box, k) => [...(k === 0 ? [] : [null]), ...pick(box).map(rounded)])
  return {
    type: 'scatter',
    mode: 'lines',
    name: `${name} = ${numberText(area)}`,
    x: corners(([x0, , x1]) => [x0, x1, x1, x0, x0]),
    y: corners(([, y0, , y1]) => [y0, y0, y1, y1, y0]),
    fill: 'toself',
    fillcolor: translucent(colour, opacity),
    line: { color: colour, width: 1.5 },
    hoveron: 'fills',
    hoverinfo: 'name',
  }
}

/** The parts by their formulas, where they have room; the corner is told by the legend. */
function labels(e: number, h: number, side: string, growth: string): Trace {
  const strip = h >= 0.08 * e ? [`${side}·${growth}`, `${side}·${growth}`] : ['', '']
  return {
    type: 'scatter',
    mode: 'text',
    name: 'areas',
    showlegend: false,
    x: [e / 2, e + h / 2, e / 2].map(rounded),
    y: [e / 2, e / 2, e + h / 2].map(rounded),
    text: [`${side}²`, ...strip],
    textfont: { size: 15 },
    hoverinfo: 'skip',
  }
}
