import { requireKnownKeys } from '../../math/known.js'
import { received } from '../../math/received.js'
import { isList, requirePoint } from '../base/values.js'

/** A point to mark, with or without a name. */
export type PointOption = readonly number[] | { readonly at: readonly number[]; readonly name?: string }

/** An arrow from a point: to another point, or by a vector. */
export interface ArrowOption {
  readonly from: readonly number[]
  readonly to?: readonly number[]
  readonly vector?: readonly number[]
  readonly name?: string
}

/** Paths by name. */
export interface NamedPaths {
  readonly [name: string]: readonly (readonly number[])[]
}

/** A path that has been looked at. */
export interface Path {
  readonly name: string
  readonly points: readonly number[][]
}

/** A point that has been looked at. */
export interface MarkedPoint {
  readonly at: number[]
  readonly name: string
}

/** An arrow that has been looked at. */
export interface Arrow {
  readonly from: number[]
  readonly to: number[]
  readonly name: string
}

/**
 * The option `path` (one, unnamed) and the option `paths` (several, by name) as one list.
 *
 * @throws TypeError or RangeError naming the path and the point that is none
 */
export function readPaths(call: string, path: unknown, paths: unknown): Path[] {
  if (paths !== undefined && (typeof paths !== 'object' || paths === null || Array.isArray(paths)))
    throw new TypeError(
      `${call}: expected paths to be a record { name: path }, received ${received(paths)}. One path goes into path.`,
    )
  return [
    ...(path === undefined ? [] : [{ name: 'path', points: pathPoints(call, 'path', path) }]),
    ...Object.entries(paths ?? {}).map(([name, points]) => ({
      name,
      points: pathPoints(call, `paths['${name}']`, points),
    })),
  ]
}

function pathPoints(call: string, name: string, path: unknown): number[][] {
  if (!Array.isArray(path) || path.length === 0)
    throw new TypeError(
      `${call}: expected ${name} to be a list of points [x, y], received ${received(path)}.`,
    )
  return path.map((point, k) => requirePoint(call, `${name}[${k}]`, point))
}

/** The option `points`. @throws TypeError or RangeError naming the point that is none */
export function readPoints(call: string, points: unknown): MarkedPoint[] {
  if (points === undefined) return []
  if (!Array.isArray(points))
    throw new TypeError(`${call}: expected points to be a list of points, received ${received(points)}.`)
  return points.map((point: unknown, k) => {
    const name = `points[${k}]`
    if (typeof point !== 'object' || point === null || isList(point) || !('at' in point))
      return { at: requirePoint(call, name, point), name: '' }
    requireKnownKeys(call, name, point, ['at', 'name'])
    return { at: requirePoint(call, `${name}.at`, point.at), name: nameOf(point) }
  })
}

/** The option `arrows`. @throws TypeError or RangeError naming the arrow that is none */
export function readArrows(call: string, arrows: unknown): Arrow[] {
  if (arrows === undefined) return []
  if (!Array.isArray(arrows))
    throw new TypeError(
      `${call}: expected arrows to be a list of { from, to } or { from, vector }, received ${received(arrows)}.`,
    )
  return arrows.map((arrow: unknown, k) => {
    const name = `arrows[${k}]`
    requireKnownKeys(call, name, arrow, ['from', 'to', 'vector', 'name'])
    // requireKnownKeys has refused all but records; each value is checked below.
    const { from, to, vector } = arrow as { from?: unknown; to?: unknown; vector?: unknown }
    if ((to === undefined) === (vector === undefined))
      throw new TypeError(
        `${call}: expected ${name} to have either to (a point) or vector, received ${received(arrow)}.`,
      )
    const start = requirePoint(call, `${name}.from`, from)
    const end =
      vector === undefined
        ? requirePoint(call, `${name}.to`, to)
        : requirePoint(call, `${name}.vector`, vector).map((step, i) => (start[i] ?? 0) + step)
    return { from: start, to: end, name: nameOf(arrow) }
  })
}

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : ''
}
