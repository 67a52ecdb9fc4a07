import { requireKnownKeys, requireKnownValue } from '../../math/known.js'
import { requireFinite, requirePositive } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { requireRange } from '../base/values.js'
import { palette } from '../colour/palette.js'

/** A reference line: vertical at x, or horizontal at y. */
export interface Mark {
  readonly x?: number
  readonly y?: number
  readonly label?: string
}

/** A shaded range of x, or of y, over the whole picture. */
export interface Band {
  readonly x?: readonly number[]
  readonly y?: readonly number[]
  readonly label?: string
  /** A name of the palette. Default 'grey'. */
  readonly colour?: string
}

/** A mark or band that has been looked at: on which axis, from where to where (a mark: the same twice). */
export interface Reference {
  readonly axis: 'x' | 'y'
  readonly from: number
  readonly to: number
  readonly label: string
  readonly colour: string | undefined
}

/** Which axes are logarithmic. */
export interface LogAxes {
  readonly x: boolean
  readonly y: boolean
}

/**
 * The options `marks` and `bands` of a builder.
 *
 * @throws TypeError or RangeError naming the mark: without x or y, with both, not a number, or not on a logarithmic axis
 */
export function readReferences(call: string, marks: unknown, bands: unknown, log: LogAxes): Reference[] {
  return [
    ...listOf(call, 'bands', bands).map((band, k) => readBand(call, `bands[${k}]`, band, log)),
    ...listOf(call, 'marks', marks).map((mark, k) => readMark(call, `marks[${k}]`, mark, log)),
  ]
}

function readMark(call: string, name: string, mark: unknown, log: LogAxes): Reference {
  requireKnownKeys(call, name, mark, ['x', 'y', 'label'])
  // requireKnownKeys has refused all but records.
  const { x, y, label } = mark as { x?: unknown; y?: unknown; label?: unknown }
  const axis = oneOf(call, name, x, y)
  const at = (log[axis] ? requirePositive : requireFinite)(call, `${name}.${axis}`, axis === 'x' ? x : y)
  return { axis, from: at, to: at, label: textOf(label), colour: undefined }
}

function readBand(call: string, name: string, band: unknown, log: LogAxes): Reference {
  requireKnownKeys(call, name, band, ['x', 'y', 'label', 'colour'])
  // requireKnownKeys has refused all but records.
  const {
    x,
    y,
    label,
    colour = 'grey',
  } = band as { x?: unknown; y?: unknown; label?: unknown; colour?: unknown }
  const axis = oneOf(call, name, x, y)
  const [from, to] = requireRange(call, `${name}.${axis}`, axis === 'x' ? x : y)
  if (log[axis]) requirePositive(call, `${name}.${axis}[0]`, from)
  return { axis, from, to, label: textOf(label), colour: palette[colourName(call, `${name}.colour`, colour)] }
}

/** A name of the palette. @throws RangeError with the nearest name */
export function colourName(call: string, name: string, value: unknown): keyof typeof palette {
  // Object.keys gives the palette's own names.
  return requireKnownValue(call, name, value, Object.keys(palette) as (keyof typeof palette)[])
}

function oneOf(call: string, name: string, x: unknown, y: unknown): 'x' | 'y' {
  if ((x === undefined) === (y === undefined))
    throw new TypeError(
      `${call}: expected ${name} to have x (a vertical line) or y (a horizontal one), received ${x === undefined ? 'neither' : 'both'}.`,
    )
  return x === undefined ? 'y' : 'x'
}

function textOf(label: unknown): string {
  return typeof label === 'string' ? label : ''
}

function listOf(call: string, name: string, value: unknown): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  throw new TypeError(`${call}: expected ${name} to be a list, received ${received(value)}.`)
}
