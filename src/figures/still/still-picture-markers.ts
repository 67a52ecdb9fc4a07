import { escapeXml } from '../text/escape-xml.js'
import { type Point, pathData } from './still-picture-path.js'
import { short } from './still-picture-text.js'

/** How a marker looks. */
export interface Marker {
  readonly symbol: string
  /** Width in pixels. */
  readonly size: number
  readonly colour: string
  readonly outline?: { readonly colour: string; readonly width: number } | undefined
  readonly opacity?: number | undefined
  /** Where an arrow points: degrees clockwise from upwards. */
  readonly angle?: number | undefined
}

/** Markers of one look, as one path or two: a circle is a stroke of no length with a round end, which is short to write. */
export function markers(points: readonly Point[], look: Marker): string {
  if (points.length === 0 || look.size <= 0) return ''
  const { colour, opacity } = look
  const open = look.symbol.endsWith('-open')
  const symbol = look.symbol.replace(/-(open|dot|open-dot)$/, '')
  // Many markers are drawn without outline and in whole pixels: that halves what is written.
  const many = points.length > 60
  const size = many ? Math.max(2, 2 * Math.round(look.size / 2)) : Math.max(1, look.size)
  const veil = opacity === undefined || opacity >= 1 ? '' : ` opacity="${short(opacity)}"`
  const outline = many ? undefined : look.outline
  const dots = dotCap[symbol]
  if (dots !== undefined && !open) {
    const path = (width: number, stroke: string) =>
      `<path d="${each(points, 'h0')}" stroke="${escapeXml(stroke)}" stroke-width="${short(width)}" stroke-linecap="${dots}"/>`
    const ring = outline === undefined || outline.width <= 0 ? '' : path(size + outline.width, outline.colour)
    const inner = ring === '' ? size : size - (outline?.width ?? 0)
    return `<g fill="none"${veil}>${ring}${path(inner, colour)}</g>`
  }
  const strokes = crosses[symbol]?.(size / 2)
  if (strokes !== undefined)
    return `<path d="${each(points, strokes)}" fill="none" stroke="${escapeXml(colour)}" stroke-width="${short(Math.max(1.5, size / 4))}"${veil}/>`
  const shape = symbol === 'arrow' ? arrow(size / 2, look.angle ?? 0) : (shapes[symbol] ?? circle)(size / 2)
  const line = open ? { colour, width: 1.5 } : outline
  const stroke =
    line === undefined || line.width <= 0
      ? ''
      : ` stroke="${escapeXml(line.colour)}" stroke-width="${short(line.width)}"`
  return `<path d="${each(points, shape)}" fill="${open ? 'none' : escapeXml(colour)}"${stroke}${veil}/>`
}

/** The same closed or centred shape at every point: it must end where it began. */
function each(points: readonly Point[], shape: string): string {
  return points.map((point) => pathData([point]) + shape).join('')
}

const dotCap: Readonly<Record<string, string>> = { circle: 'round', square: 'square' }

const crosses: Readonly<Record<string, (r: number) => string>> = {
  x: (r) =>
    `m${short(-r)} ${short(-r)}l${short(2 * r)} ${short(2 * r)}m0 ${short(-2 * r)}l${short(-2 * r)} ${short(2 * r)}`,
  cross: (r) => `m${short(-r)} 0h${short(2 * r)}m${short(-r)} ${short(-r)}v${short(2 * r)}`,
}

const shapes: Readonly<Record<string, (r: number) => string>> = {
  square: (r) => `m${short(-r)} ${short(-r)}h${short(2 * r)}v${short(2 * r)}h${short(-2 * r)}z`,
  diamond: (r) => polygon(0, -1.3 * r, [1.3 * r, 1.3 * r], [-1.3 * r, 1.3 * r], [-1.3 * r, -1.3 * r]),
  'triangle-up': (r) => polygon(0, -1.15 * r, [1.1 * r, 1.9 * r], [-2.2 * r, 0]),
  'triangle-down': (r) => polygon(0, 1.15 * r, [1.1 * r, -1.9 * r], [-2.2 * r, 0]),
  star: (r) => star(1.4 * r),
}

function circle(r: number): string {
  const arc = `a${short(r)} ${short(r)} 0 1 0`
  return `m${short(-r)} 0${arc} ${short(2 * r)} 0${arc} ${short(-2 * r)} 0z`
}

/** An arrow's head with its tip at the point. */
function arrow(r: number, angle: number): string {
  const turn = (angle * Math.PI) / 180
  const corner = (x: number, y: number): Point => [
    x * Math.cos(turn) - y * Math.sin(turn),
    x * Math.sin(turn) + y * Math.cos(turn),
  ]
  const [left, right] = [corner(-0.62 * r, 1.9 * r), corner(0.62 * r, 1.9 * r)]
  return polygon(0, 0, left, [right[0] - left[0], right[1] - left[1]])
}

function polygon(x: number, y: number, ...steps: readonly Point[]): string {
  return `m${short(x)} ${short(y)}${steps.map(([dx, dy]) => `l${short(dx)} ${short(dy)}`).join('')}z`
}

function star(r: number): string {
  const corner = (k: number): Point => {
    const size = k % 2 === 0 ? r : r * 0.4
    return [size * Math.sin((k * Math.PI) / 5), -size * Math.cos((k * Math.PI) / 5)]
  }
  const steps = Array.from({ length: 9 }, (_, k): Point => {
    const [from, to] = [corner(k), corner(k + 1)]
    return [to[0] - from[0], to[1] - from[1]]
  })
  return polygon(0, -r, ...steps)
}
