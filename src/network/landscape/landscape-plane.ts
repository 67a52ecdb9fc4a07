import { randomGenerator } from '../../math/random.js'
import { received } from '../../math/received.js'
import { ShapeError } from '../../math/shape-error.js'
import { type Parameters, requireParameters, sizesOf } from '../net/parameters.js'
import { flatten, type Sizes } from '../training/parameter-vector.js'
import { dot, principalDirections, unit, withoutPart } from './principal-directions.js'
import { randomDirection } from './random-direction.js'

/** A plane through a point of parameter space: center + x · u + y · v. */
export interface Plane {
  readonly u: Float64Array
  readonly v: Float64Array
  /** Shares of the path's squared distance from the center that u and v hold; absent where they are not its own. */
  readonly explained?: readonly number[]
}

/** Two directions of this much in common are one: 1 − cos² of the angle between them. */
const parallel = 1e-12

/** The plane that the caller named; else that closest to the path; else a random one. */
export function landscapePlane(
  call: string,
  center: Float64Array,
  sizes: Sizes,
  given: readonly Parameters[] | undefined,
  displacements: readonly Float64Array[],
  seed: number,
): Plane {
  if (given !== undefined) {
    if (!Array.isArray(given) || given.length !== 2)
      throw new TypeError(
        `${call}: expected directions to be two records { W1, B1, W2, B2 }, received ${received(given)}.`,
      )
    const [u, v] = given.map((d: Parameters, k) => flatten(requireSizes(call, `directions[${k}]`, d, sizes)))
    if (u && v && !areParallel(u, v)) return { u, v }
    throw new RangeError(
      `${call}: expected two directions that span a plane, but they are parallel, or one is zero.`,
    )
  }
  const { directions, explained } = principalDirections(displacements)
  const random = randomGenerator(seed)
  const aside = () => randomDirection(center, sizes, random)
  const [first, second] = directions
  if (first === undefined) return { u: aside(), v: aside() }
  const u = fromTheLeft(first, displacements)
  const v = second ? fromTheLeft(second, displacements) : unit(withoutPart(aside(), [u]))
  return { u, v, explained }
}

/** Turns a direction round if the path, which starts at its first displacement, would come from the right. */
function fromTheLeft(direction: Float64Array, [start]: readonly Float64Array[]): Float64Array {
  return start && dot(start, direction) > 0 ? direction.map((value) => -value) : direction
}

function areParallel(u: Float64Array, v: Float64Array): boolean {
  const [uu, uv, vv] = [dot(u, u), dot(u, v), dot(v, v)]
  return !(uu * vv - uv * uv > parallel * uu * vv)
}

/** (x, y) of the point of the plane that is nearest to a displacement from its center. */
export function coordinates({ u, v }: Plane, displacement: Float64Array): [number, number] {
  const [uu, uv, vv] = [dot(u, u), dot(u, v), dot(v, v)]
  const [du, dv] = [dot(displacement, u), dot(displacement, v)]
  const determinant = uu * vv - uv * uv
  return [(vv * du - uv * dv) / determinant, (uu * dv - uv * du) / determinant]
}

/** Refuses parameters that are not of the net's sizes. @throws TypeError, RangeError or ShapeError */
export function requireSizes(call: string, name: string, value: Parameters, sizes: Sizes): Parameters {
  const own = sizesOf(requireParameters(call, name, value))
  if (own.every((size, k) => size === sizes[k])) return value
  throw new ShapeError(
    `${call}: expected ${name} to be of a ${sizes.join('-')} net, as parameters are, received those of a ${own.join('-')} net.`,
  )
}
