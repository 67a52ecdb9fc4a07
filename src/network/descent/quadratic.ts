// Every `as number` in this file follows from loops that stay inside 0 … n − 1.
import { requireKnownKeys } from '../../math/known.js'
import { requireFinite } from '../../math/number-argument.js'
import { type CostFunction, costFunction, requireTheta } from './cost-function.js'
import { symmetricEigen } from './eigenvalues.js'
import { symmetricRows } from './symmetric-matrix.js'

export interface QuadraticOptions {
  /** m, where the gradient is zero. Default: all zeros. */
  readonly minimum?: readonly number[]
  /** c, the cost at m. Default 0. */
  readonly constant?: number
}

/**
 * The cost J(θ) = ½(θ − m)ᵀH(θ − m) + c, with ∇J = H(θ − m): a bowl when all eigenvalues of H are above 0.
 *
 * `quadratic([[2, 0], [0, 4]], { minimum: [1, -1] })` is (θ₁ − 1)² + 2(θ₂ + 1)².
 *
 * @param hessian H, the rows of a symmetric matrix
 * @returns a function of theta with `gradient`, `hessian`, `dimension`, and `minimum` if H has no eigenvalue below 0
 * @throws TypeError, ShapeError or RangeError for a Hessian that is not square, symmetric and finite, a minimum of
 *   another length, an unknown option
 */
export function quadratic(
  hessian: readonly (readonly number[])[],
  options: QuadraticOptions = {},
): CostFunction {
  const call = 'quadratic(hessian, options)'
  requireKnownKeys(call, 'options', options, ['minimum', 'constant'])
  const H = symmetricRows(call, 'hessian', hessian)
  const { minimum = H.map(() => 0), constant = 0 } = options
  const m = [...requireTheta(call, 'minimum', minimum, H.length)]
  const c = requireFinite(call, 'constant', constant)

  const gradient = (theta: readonly number[]): number[] =>
    H.map((row) => {
      let sum = 0
      for (let j = 0; j < row.length; j++)
        sum += (row[j] as number) * ((theta[j] as number) - (m[j] as number))
      return sum
    })
  const value = (theta: readonly number[]): number => {
    const slope = gradient(theta)
    let sum = 0
    for (let i = 0; i < slope.length; i++)
      sum += (slope[i] as number) * ((theta[i] as number) - (m[i] as number))
    return sum / 2 + c
  }
  const isBowl = symmetricEigen(H).values.every((lambda) => lambda >= 0)
  return costFunction({
    name: 'quadratic',
    dimension: H.length,
    value,
    gradient,
    hessian: H.map((row) => [...row]), // a copy: whoever changes it does not change J
    ...(isBowl && { minimum: [...m] }),
  })
}
