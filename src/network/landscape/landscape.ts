// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { Matrix } from '../../math/matrix.js'
import { requireWhole } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import type { NetworkOptions } from '../net/options.js'
import type { Parameters } from '../net/parameters.js'
import { batchPass } from '../training/batch-pass.js'
import { flatten, parameterVector, unflatten } from '../training/parameter-vector.js'
import { requireTraining } from '../training/training-argument.js'
import { type Extent, landscapeExtent } from './landscape-extent.js'
import { coordinates, landscapePlane, requireSizes } from './landscape-plane.js'

export interface LandscapeOptions extends NetworkOptions {
  /** Two directions that span the plane. Default: the two along which the path extends most, else random ones. */
  readonly directions?: readonly [Parameters, Parameters]
  /** Parameters that training went through, to be drawn on the plane. */
  readonly path?: readonly Parameters[]
  /**
   * Half the width of the plane, in steps of the directions, or its ends. Default: what the path needs, else 1.
   */
  readonly extent?: number | Extent
  /** Points of the grid along each axis, 2 or more. Default 41. */
  readonly steps?: number
  /** Decides random directions. Default 1. */
  readonly seed?: number
}

export interface Landscape {
  /** coordinates of the grid's columns */
  readonly x: number[]
  /** coordinates of the grid's rows */
  readonly y: number[]
  /** J at parameters + x · directions[0] + y · directions[1]; a row for each y */
  readonly cost: number[][]
  /** Each point of the path, projected onto the plane at a right angle; the cost is that of the point itself. */
  readonly path?: { readonly x: number; readonly y: number; readonly cost: number }[]
  readonly directions: readonly [Parameters, Parameters]
  /** For the path's own directions: what share of its squared distance from the center each of them holds. */
  readonly explained?: readonly number[]
}

const ownKeys = ['directions', 'path', 'extent', 'steps', 'seed'] as const

/**
 * The cost of a net on a plane through parameter space: a map of what training moves on.
 *
 * @param parameters where the plane's origin is
 * @param X inputs, nx×M
 * @param Y labels, ny×M
 * @throws TypeError, RangeError or ShapeError for arguments that do not fit; RangeError where a cost is not finite
 * @see notebooks/07-training.ipynb
 */
export function landscape(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  options: LandscapeOptions = {},
): Landscape {
  const call = 'landscape(parameters, X, Y, options)'
  const net = requireTraining(call, parameters, X, Y, options, ownKeys)
  const { path = [], steps = 41, seed = 1 } = options
  requireWhole(call, 'steps', steps, 2)
  requireWhole(call, 'seed', seed, -Number.MAX_SAFE_INTEGER)
  if (!Array.isArray(path))
    throw new TypeError(`${call}: expected path to be an array of parameters, received ${received(path)}.`)

  const center = flatten(parameters)
  const vector = parameterVector(parameters)
  const points = path.map((p: Parameters, k) => flatten(requireSizes(call, `path[${k}]`, p, vector.sizes)))
  const displacements = points.map((point) => point.map((value, k) => value - (center[k] as number)))
  const plane = landscapePlane(call, center, vector.sizes, options.directions, displacements, seed)
  const projected = displacements.map((displacement) => coordinates(plane, displacement))
  const ends = landscapeExtent(call, options.extent, projected)
  const [x, y] = [grid(ends.x, steps), grid(ends.y, steps)]

  const [inputs, labels] = [Float64Array.from(X.values), Float64Array.from(Y.values)]
  const pass = batchPass(vector, X.columns, net)
  const costAt = (theta: Float64Array, where: string): number => {
    vector.theta.set(theta)
    const J = pass.evaluate(inputs, labels)
    if (Number.isFinite(J)) return J
    throw new RangeError(`${call}: the cost ${where} is ${J}. Expected finite numbers: use a smaller extent.`)
  }
  const { u, v, explained } = plane
  const at = (x: number, y: number): Float64Array =>
    center.map((value, k) => value + x * (u[k] as number) + y * (v[k] as number))
  const cost = y.map((y) => x.map((x) => costAt(at(x, y), `at (${x}, ${y})`)))
  return Object.freeze({
    x,
    y,
    cost,
    ...(options.path && {
      path: projected.map(([x, y], k) => ({
        x,
        y,
        cost: costAt(points[k] as Float64Array, `of path[${k}]`),
      })),
    }),
    directions: [unflatten(u, vector.sizes), unflatten(v, vector.sizes)] as const,
    ...(explained && { explained }),
  })
}

function grid([from, to]: readonly [number, number], steps: number): number[] {
  return Array.from({ length: steps }, (_, k) => from + ((to - from) * k) / (steps - 1))
}
