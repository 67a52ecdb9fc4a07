// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { symmetricEigen } from '../descent/eigenvalues.js'

export interface PrincipalDirections {
  /** At most two unit vectors at right angles; fewer if the displacements span less than a plane. */
  readonly directions: Float64Array[]
  /** For each direction, its share of all squared displacement, from 0 to 1. */
  readonly explained: number[]
}

/** More displacements than these are thinned out evenly: eigenvalues of so large a matrix would take seconds. */
const most = 128
/** A direction with less than this share of the squared displacement is rounding. */
const negligible = 1e-14

/**
 * The two directions along which displacements from one point are largest: the plane that comes closest to them all.
 *
 * Eigenvectors of Σ d·dᵀ or, where there are fewer displacements than dimensions, of the table of their products.
 */
export function principalDirections(all: readonly Float64Array[]): PrincipalDirections {
  const step = Math.max(1, (all.length - 1) / (most - 1))
  const displacements = Array.from(
    { length: Math.min(all.length, most) },
    (_, k) => all[Math.round(k * step)] as Float64Array,
  )
  const dimension = displacements[0]?.length ?? 0
  const narrow = displacements.length < dimension
  const table = narrow
    ? displacements.map((a) => displacements.map((b) => dot(a, b)))
    : Array.from({ length: dimension }, (_, i) =>
        Array.from({ length: dimension }, (_, j) =>
          displacements.reduce((sum, d) => sum + (d[i] as number) * (d[j] as number), 0),
        ),
      )
  const { values, vectors } = symmetricEigen(table)
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0)

  const directions: Float64Array[] = []
  const explained: number[] = []
  for (let k = 0; k < Math.min(2, values.length); k++) {
    const share = (values[k] as number) / total
    if (!(share > negligible)) break
    const vector = vectors[k] as number[]
    const direction = narrow ? combination(displacements, vector) : Float64Array.from(vector)
    directions.push(unit(withoutPart(direction, directions)))
    explained.push(share)
  }
  return { directions, explained }
}

/** Σ weight · displacement */
function combination(displacements: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sum = new Float64Array(displacements[0]?.length ?? 0)
  displacements.forEach((d, k) => {
    for (let i = 0; i < sum.length; i++)
      sum[i] = (sum[i] as number) + (weights[k] as number) * (d[i] as number)
  })
  return sum
}

/** What is left of a vector at right angles to these unit vectors. */
export function withoutPart(vector: Float64Array, units: readonly Float64Array[]): Float64Array {
  return units.reduce((rest, u) => {
    const length = dot(rest, u)
    return rest.map((value, k) => value - length * (u[k] as number))
  }, vector)
}

export function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector))
  return vector.map((value) => value / length)
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}
