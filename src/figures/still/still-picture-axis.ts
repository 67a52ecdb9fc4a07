import { type Json, list, number, record, string } from './still-picture-json.js'
import { coordinates, isGrid, type StillTrace } from './still-picture-trace.js'

/** An axis before it has a place: its scale and its range. */
export interface AxisRange {
  readonly id: string
  readonly letter: 'x' | 'y'
  readonly kind: 'linear' | 'log' | 'category'
  readonly categories: readonly string[]
  readonly settings: Json
  /** The ends on the axis's own scale: the exponent on a log axis, the index on one of categories. */
  readonly lo: number
  readonly hi: number
}

/** An axis in its place: `from` and `to` are the pixels of `lo` and `hi`. */
export interface Axis extends AxisRange {
  readonly from: number
  readonly to: number
}

/** The settings of the axis `x2`, `scene.y`, … */
export function axisSettings(layout: Json, id: string): Json {
  const [scene, letter] = id.split('.')
  if (letter !== undefined) return record(record(layout[scene ?? ''])[`${letter}axis`])
  return record(layout[`${id.charAt(0)}axis${id.slice(1)}`])
}

/** The range of one axis from its settings, and where they leave it open, from what stands on it. */
export function axisRange(id: string, layout: Json, traces: readonly StillTrace[]): AxisRange {
  const letter = id.endsWith('.x') || id.startsWith('x') ? 'x' : 'y'
  const settings = axisSettings(layout, id)
  const own = traces.filter((trace) => trace[letter] === id)
  const texts = own
    .flatMap((trace) => coordinates(trace, letter))
    .filter((value): value is string => typeof value === 'string' && !Number.isFinite(Number(value)))
  const named = list(settings['categoryarray']).filter((value) => typeof value === 'string')
  const isCategory = settings['type'] === 'category' || (settings['type'] === undefined && texts.length > 0)
  const kind = isCategory ? 'category' : settings['type'] === 'log' ? 'log' : 'linear'
  const categories = isCategory
    ? [...new Set([...named, ...own.flatMap((trace) => coordinates(trace, letter)).map(String)])]
    : []
  const scale = { kind, categories } as const
  const [autoLo, autoHi] = automaticRange(letter, id, layout, own, settings, scale)
  const given = list(settings['range'])
  const [lo, hi] = [number(given[0]) ?? autoLo, number(given[1]) ?? autoHi]
  const turned = settings['autorange'] === 'reversed' && given.length === 0
  return { id, letter, kind, categories, settings, lo: turned ? hi : lo, hi: turned ? lo : hi }
}

/** A value on an axis's own scale; undefined when it has no place there. */
export function toScale(axis: Pick<AxisRange, 'kind' | 'categories'>, value: unknown): number | undefined {
  if (axis.kind === 'category') {
    const index = axis.categories.indexOf(String(value))
    return index >= 0 ? index : number(value)
  }
  const plain = typeof value === 'string' && value.trim() !== '' ? Number(value) : number(value)
  if (plain === undefined || !Number.isFinite(plain)) return undefined
  if (axis.kind === 'linear') return plain
  return plain > 0 ? Math.log10(plain) : undefined
}

/** The pixel of a value; undefined when it has no place on the axis. Far outside it stops at a few thousand. */
export function pixel(axis: Axis, value: unknown): number | undefined {
  const place = toScale(axis, value)
  return place === undefined ? undefined : scalePixel(axis, place)
}

/** The pixel of a place given on the axis's own scale. */
export function scalePixel(axis: Axis, place: number): number {
  const share = axis.hi === axis.lo ? 0.5 : (place - axis.lo) / (axis.hi - axis.lo)
  return Math.max(-4000, Math.min(4000, axis.from + share * (axis.to - axis.from)))
}

function automaticRange(
  letter: 'x' | 'y',
  id: string,
  layout: Json,
  own: readonly StillTrace[],
  settings: Json,
  scale: Pick<AxisRange, 'kind' | 'categories'>,
): [number, number] {
  // What fills a grid reaches exactly to the frame; lines and points keep a little away from it.
  const exact = new Span()
  const loose = new Span()
  const isLoose = (trace: StillTrace) =>
    letter === 'y' || !(string(trace.settings['mode']) ?? 'lines').startsWith('lines')
  for (const trace of own) {
    const values = coordinates(trace, letter)
    const isBar = trace.type === 'bar'
    const isValue = isBar && (trace.settings['orientation'] === 'h') === (letter === 'x')
    const half = (isBar && !isValue) || trace.type === 'heatmap' ? halfStep(values, scale) : 0
    const isExact = isGrid(trace) || (isBar ? !isValue : !isLoose(trace))
    for (const value of values) (isExact ? exact : loose).take(toScale(scale, value), half)
    if (isValue && scale.kind === 'linear') exact.take(0)
  }
  for (const shape of list(layout['shapes']).map(record)) {
    if ((string(shape[`${letter}ref`]) ?? letter) !== id) continue
    for (const end of [0, 1]) exact.take(toScale(scale, shape[`${letter}${end}`]))
  }
  if (settings['rangemode'] === 'tozero' && scale.kind === 'linear') exact.take(0)
  const [lo, hi] = [Math.min(exact.lo, loose.lo), Math.max(exact.hi, loose.hi)]
  if (lo > hi) return scale.kind === 'log' ? [0, 1] : [-1, 1]
  if (lo === hi) return [lo - 1, hi + 1]
  const spare = (hi - lo) * 0.06
  return [Math.min(exact.lo, loose.lo - spare), Math.max(exact.hi, loose.hi + spare)]
}

class Span {
  lo = Number.POSITIVE_INFINITY
  hi = Number.NEGATIVE_INFINITY
  take(place: number | undefined, half = 0): void {
    if (place === undefined) return
    this.lo = Math.min(this.lo, place - half)
    this.hi = Math.max(this.hi, place + half)
  }
}

function halfStep(values: readonly unknown[], scale: Pick<AxisRange, 'kind' | 'categories'>): number {
  const places = values.map((value) => toScale(scale, value)).filter((place) => place !== undefined)
  const sorted = [...new Set(places)].sort((a, b) => a - b)
  const steps = sorted.slice(1).map((place, k) => place - (sorted[k] ?? place))
  return steps.length === 0 ? 0.5 : Math.min(...steps) / 2
}
