import type { Matrix } from '../../math/matrix.js'
import { requireFinite } from '../../math/number-argument.js'
import { received } from '../../math/received.js'

/** What builders read as a list of numbers: arrays, typed arrays, a matrix's values. */
export interface NumberList extends Iterable<number> {
  readonly length: number
}

/** A list of numbers, or a matrix of one row or one column. */
export type Numbers = NumberList | Matrix

/**
 * A list of finite numbers as a plain array.
 *
 * @throws TypeError if it is no list of numbers or is empty; RangeError naming the first NaN or infinite entry
 */
export function requireNumbers(call: string, name: string, value: unknown): number[] {
  return listOf(call, name, value).map((entry, i) => requireFinite(call, `${name}[${i}]`, entry))
}

/** As `requireNumbers`, but null stands for a gap. */
export function requireNumbersOrGaps(call: string, name: string, value: unknown): (number | null)[] {
  return listOf(call, name, value).map((entry, i) =>
    entry === null ? null : requireFinite(call, `${name}[${i}]`, entry),
  )
}

/** A name that may be absent. @throws TypeError for what is no text */
export function optionalText(call: string, name: string, value: unknown): string {
  if (value === undefined || typeof value === 'string') return value ?? ''
  throw new TypeError(`${call}: expected ${name} to be a text, received ${received(value)}.`)
}

/** Two finite numbers, the first below the second. @throws TypeError or RangeError */
export function requireRange(call: string, name: string, value: unknown): [number, number] {
  if (!isList(value) || value.length !== 2)
    throw new TypeError(`${call}: expected ${name} to be [from, to], received ${received(value)}.`)
  const [from = 0, to = 0] = requireNumbers(call, name, value)
  if (from < to) return [from, to]
  throw new RangeError(`${call}: expected ${name} to run from low to high, received [${from}, ${to}].`)
}

/** A point of `dimension` finite numbers. @throws TypeError or RangeError */
export function requirePoint(call: string, name: string, value: unknown, dimension = 2): number[] {
  const expected = dimension === 2 ? 'a point [x, y]' : `a point of ${dimension} numbers`
  if (!isList(value) || value.length !== dimension)
    throw new TypeError(`${call}: expected ${name} to be ${expected}, received ${received(value)}.`)
  return requireNumbers(call, name, value)
}

/** Whether the value is an array or a typed array. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)
}

/** Lowest and highest of the numbers; gaps are passed over. */
export function extent(values: Iterable<number | null>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value === null) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

/**
 * The number to seven significant digits: more than a screen can show, and the same on every machine although
 * `Math.exp` and the like differ in their last digit.
 */
export function rounded(value: number): number {
  return Number(value.toPrecision(7))
}

/** `count` numbers from `low` to `high`, evenly spaced, both ends among them. */
export function evenly(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1))
}

function listOf(call: string, name: string, given: unknown): unknown[] {
  const value = rowOrColumn(given)
  if (!isList(value))
    throw new TypeError(
      `${call}: expected ${name} to be a list of numbers, received ${received(value)}.${isMatrix(value) ? ' Take one row of it: rowOf(m, 0).' : ''}`,
    )
  if (value.length === 0) throw new TypeError(`${call}: ${name} is empty. Expected at least one number.`)
  return Array.from(value)
}

/** The values of a matrix with one row or one column; anything else as it came. */
export function rowOrColumn(value: unknown): unknown {
  return isMatrix(value) && (value.rows === 1 || value.columns === 1) ? value.values : value
}

function isMatrix(value: unknown): value is Matrix {
  return (
    typeof value === 'object' && value !== null && 'rows' in value && 'columns' in value && 'values' in value
  )
}
