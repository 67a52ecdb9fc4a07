import { requireKnownKeys } from '../../math/known.js'
import { received } from '../../math/received.js'
import { evenly, extent, isList, requireNumbers, requireRange } from '../base/values.js'

/** A function of two numbers, given as a list: a cost function. */
export type FunctionOfTwo = (point: readonly number[]) => number

/** Values on a grid: `z[row][column]` belongs to `y[row]` and `x[column]`. */
export interface Grid {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly z: readonly (readonly number[])[]
}

/**
 * The grid to draw: what was given, or the function's values on steps × steps cells.
 *
 * @throws RangeError naming the point where the function gives no finite number; TypeError for a grid that is none
 */
export function gridOf(
  call: string,
  source: FunctionOfTwo | Grid,
  x: unknown,
  y: unknown,
  steps: number,
): Grid {
  if (typeof source !== 'function') return requireGrid(call, source)
  const columns = evenly(...requireRange(call, 'x', x), steps + 1)
  const rows = evenly(...requireRange(call, 'y', y), steps + 1)
  return { x: columns, y: rows, z: rows.map((b) => columns.map((a) => valueAt(call, source, [a, b]))) }
}

/** The function's value, which has to be a finite number. */
export function valueAt(call: string, f: FunctionOfTwo, point: readonly number[]): number {
  const value: unknown = f(point)
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new RangeError(
    `${call}: f([${point.join(', ')}]) is ${received(value)}. Expected a finite number at each point of the picture; choose x and y where f has one.`,
  )
}

/** A grid, looked at; errors call its parts by `names`. @throws TypeError or RangeError naming the part */
export function requireGrid(call: string, source: unknown, names = { x: 'x', y: 'y', z: 'z' }): Grid {
  if (typeof source !== 'object' || source === null || !('z' in source))
    throw new TypeError(
      `${call}: expected f to be a function of [x, y] or a grid { x, y, z }, received ${received(source)}.`,
    )
  requireKnownKeys(call, 'the grid', source, ['x', 'y', 'z'])
  const x = rising(call, names.x, 'x' in source ? source.x : undefined)
  const y = rising(call, names.y, 'y' in source ? source.y : undefined)
  const z: unknown = source.z
  if (!isList(z) || z.length !== y.length)
    throw new TypeError(
      `${call}: expected ${names.z} to have a row for each of the ${y.length} entries of ${names.y}, received ${received(z)}.`,
    )
  const rows = Array.from(z, (row, j) => requireNumbers(call, `${names.z}[${j}]`, row))
  rows.forEach((row, j) => {
    if (row.length !== x.length)
      throw new TypeError(
        `${call}: ${names.z}[${j}] has ${row.length} entries, ${names.x} has ${x.length}. Expected the same number.`,
      )
  })
  return { x, y, z: rows }
}

function rising(call: string, name: string, value: unknown): number[] {
  const numbers = requireNumbers(call, name, value)
  if (numbers.length < 2)
    throw new TypeError(`${call}: ${name} of the grid has one entry. Expected two or more.`)
  numbers.forEach((entry, i) => {
    if (i > 0 && entry <= (numbers[i - 1] ?? 0))
      throw new RangeError(
        `${call}: expected the grid's ${name} to rise, but ${name}[${i}] = ${entry} does not.`,
      )
  })
  return numbers
}

/** Lowest and highest value of a grid, and where they are. */
export function extremes({ x, y, z }: Grid): {
  low: number
  lowAt: number[]
  high: number
  highAt: number[]
} {
  const [low, high] = extent(z.flat())
  const place = (value: number) => {
    const row = z.findIndex((entries) => entries.includes(value))
    return [x[z[row]?.indexOf(value) ?? 0] ?? 0, y[row] ?? 0]
  }
  return { low, lowAt: place(low), high, highAt: place(high) }
}
