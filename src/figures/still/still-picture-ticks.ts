import type { AxisRange } from './still-picture-axis.js'
import { toScale } from './still-picture-axis.js'
import { list, number, string } from './still-picture-json.js'

/** A tick: its place on the axis's own scale, and what is written there. */
export interface Tick {
  readonly place: number
  readonly label: string
}

/** Few round ticks, about one for every `every` pixels of `length`; the figure's own ticks when it names them. */
export function ticks(axis: AxisRange, length: number, every: number): Tick[] {
  const [lo, hi] = [Math.min(axis.lo, axis.hi), Math.max(axis.lo, axis.hi)]
  const inside = (place: number) => place >= lo - (hi - lo) * 1e-6 && place <= hi + (hi - lo) * 1e-6
  const own = list(axis.settings['tickvals'])
  if (own.length > 0) {
    const texts = list(axis.settings['ticktext'])
    return own
      .map((value, k) => ({
        place: toScale(axis, value) ?? Number.NaN,
        label: string(texts[k]) ?? writeTick(value),
      }))
      .filter((tick) => inside(tick.place))
  }
  if (axis.kind === 'category')
    return axis.categories.map((label, place) => ({ place, label })).filter((tick) => inside(tick.place))
  const count = Math.max(2, Math.floor(length / every))
  const suffix = string(axis.settings['ticksuffix']) ?? ''
  if (axis.kind === 'log') return logTicks(lo, hi, count).filter((tick) => inside(tick.place))
  const step = number(axis.settings['dtick']) ?? niceStep((hi - lo) / count)
  return steps(lo, hi, step).map((place) => ({ place, label: decimal(place, step) + suffix }))
}

/** 1, 2 or 5 times a power of ten, near `rough`. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const share = rough / power
  return power * (share < 1.5 ? 1 : share < 3.2 ? 2 : share < 7.1 ? 5 : 10)
}

/** Multiples of `step` from lo to hi, at most a hundred. */
export function steps(lo: number, hi: number, step: number): number[] {
  const first = Math.ceil(lo / step - 1e-6)
  const last = Math.min(Math.floor(hi / step + 1e-6), first + 99)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => (first + k) * step)
}

/** A number as short as the step needs it, with a real minus sign. */
export function decimal(value: number, step: number): string {
  const size = Math.abs(value)
  if (size < step * 1e-6) return '0'
  const digits = Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)))
  const isPlain = step >= 1e-4 && size < 1e6
  const text = isPlain ? size.toFixed(digits) : size.toExponential(1).replace('.0e', 'e').replace('e+', 'e')
  return value < 0 ? `−${text}` : text
}

function logTicks(lo: number, hi: number, count: number): Tick[] {
  const decades = hi - lo
  if (decades > 1.2) {
    const powers = steps(lo, hi, Math.max(1, Math.ceil(decades / count)))
    const isPlain = powers.every((power) => power >= -2 && power <= 3)
    return powers.map((place) => ({
      place,
      label: isPlain ? String(Number((10 ** place).toPrecision(1))) : powerOfTen(place),
    }))
  }
  const first = Math.floor(lo)
  return [first, first + 1, first + 2].flatMap((power) =>
    (decades > 0.5 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 7]).map((factor) => ({
      place: Math.log10(factor) + power,
      label: String(Number((factor * 10 ** power).toPrecision(3))),
    })),
  )
}

function writeTick(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))).replace('-', '−') : String(value)
}

function powerOfTen(power: number): string {
  return power === 0 ? '1' : power === 1 ? '10' : `10<sup>${String(power).replace('-', '−')}</sup>`
}
