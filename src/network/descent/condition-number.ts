import { extremes, rounding } from './stability-limit.js'
import type { Curvature } from './symmetric-matrix.js'

/**
 * λ_max/λ_min: how much steeper a quadratic cost is across its valley than along it. 1 is round; descent needs about
 * that many times as many steps.
 *
 * @param curvature a quadratic cost, or its Hessian
 * @returns Infinity if λ_min is 0: along that axis the cost is flat
 * @throws RangeError if an eigenvalue is below 0, or all are 0: no valley, no ratio
 */
export function conditionNumber(curvature: Curvature): number {
  const call = 'conditionNumber(curvature)'
  const { largest, smallest } = extremes(call, curvature)
  if (largest <= 0 || smallest < -rounding * largest)
    throw new RangeError(
      `${call}: expected a cost with a minimum, but the eigenvalues of its Hessian run from ${smallest} to ${largest}. Expected all of them 0 or above, and one above 0.`,
    )
  return smallest > 0 ? largest / smallest : Number.POSITIVE_INFINITY
}
