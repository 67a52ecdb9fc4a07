import { requireFinite, requirePositive } from '../../math/number-argument.js'
import { received } from '../../math/received.js'

/** Room around the path, as a part of its width. */
const margin = 0.25

/** From where to where the plane goes along each direction. */
export interface Extent {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

const oneToEachSide: Extent = { x: [-1, 1], y: [-1, 1] }

/** The ends that the caller named; else what the path needs; else 1 to each side. @throws TypeError or RangeError */
export function landscapeExtent(
  call: string,
  extent: number | Extent | undefined,
  projected: readonly [number, number][],
): Extent {
  if (extent === undefined) return projected.length > 0 ? around(projected) : oneToEachSide
  if (typeof extent === 'number') {
    requirePositive(call, 'extent', extent)
    return { x: [-extent, extent], y: [-extent, extent] }
  }
  for (const axis of ['x', 'y'] as const) {
    const ends: unknown = extent?.[axis]
    if (!Array.isArray(ends) || ends.length !== 2)
      throw new TypeError(
        `${call}: expected extent to be a number or { x: [from, to], y: [from, to] }, received ${received(extent)}.`,
      )
    const [from, to] = [0, 1].map((k) => requireFinite(call, `extent.${axis}[${k}]`, ends[k]))
    if (!(Number(from) < Number(to)))
      throw new RangeError(
        `${call}: expected extent.${axis} to be [from, to] with from below to, received [${ends}].`,
      )
  }
  return extent
}

/** What holds the path and the origin, with a margin; neither axis less than a quarter of the other. */
function around(projected: readonly [number, number][]): Extent {
  const range = (axis: 0 | 1): [number, number] => {
    const values = [0, ...projected.map((point) => point[axis])]
    return [Math.min(...values), Math.max(...values)]
  }
  const [x, y] = [range(0), range(1)]
  const width = Math.max(x[1] - x[0], y[1] - y[0])
  if (width === 0) return oneToEachSide
  const wide = ([from, to]: [number, number]): [number, number] => {
    const half = Math.max((to - from) / 2 + margin * (to - from), width / 8)
    return [(from + to) / 2 - half, (from + to) / 2 + half]
  }
  return { x: wide(x), y: wide(y) }
}
