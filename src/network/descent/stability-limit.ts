import { symmetricEigen } from './eigenvalues.js'
import { type Curvature, symmetricRows } from './symmetric-matrix.js'

/** Eigenvalues this far below 0, as a part of the largest, are rounding of 0. */
export const rounding = 1e-12

/**
 * 2/λ_max: gradient descent on a quadratic cost is stable for learning rates above 0 and below this.
 *
 * Along an eigenvector with eigenvalue λ a step multiplies the distance from the minimum by 1 − αλ, and |1 − αλ| < 1
 * is 0 < α < 2/λ. The largest λ decides.
 *
 * @param curvature a quadratic cost, or its Hessian
 * @throws RangeError if the cost bends down somewhere: there no learning rate is stable
 */
export function stabilityLimit(curvature: Curvature): number {
  const call = 'stabilityLimit(curvature)'
  const { largest, smallest } = extremes(call, curvature)
  if (largest <= 0 || smallest < -rounding * largest)
    throw new RangeError(
      `${call}: expected a cost with a minimum, but the eigenvalues of its Hessian run from ${smallest} to ${largest}. Where one is below 0, descent runs away at any learning rate; where all are 0, nothing limits it.`,
    )
  return 2 / largest
}

/** The largest and the smallest eigenvalue. */
export function extremes(call: string, curvature: Curvature): { largest: number; smallest: number } {
  const { values } = symmetricEigen(symmetricRows(call, 'curvature', curvature))
  return { largest: Math.max(...values), smallest: Math.min(...values) }
}
