import { received } from '../../math/received.js'

/** A cost J(θ) that knows its own gradient: call it as a function, or ask `J.gradient(theta)`. */
export interface CostFunction {
  (theta: readonly number[]): number
  /** ∇J at theta: the partial derivatives, in the order of theta. */
  gradient(theta: readonly number[]): number[]
  /** How many numbers theta has. */
  readonly dimension: number
  /** Where J is least, if that is known. */
  readonly minimum?: number[]
  /** The second derivatives, if they are the same everywhere: J is quadratic. */
  readonly hessian?: number[][]
}

export interface CostFunctionParts {
  /** For messages: `twoValleys`. */
  readonly name: string
  readonly dimension: number
  readonly value: (theta: readonly number[]) => number
  readonly gradient: (theta: readonly number[]) => number[]
  readonly minimum?: number[]
  readonly hessian?: number[][]
}

/** Puts a cost function together; what it is called with is checked each time. */
export function costFunction(parts: CostFunctionParts): CostFunction {
  const { name, dimension, value, gradient, minimum, hessian } = parts
  const J = (theta: readonly number[]): number =>
    value(requireTheta(`${name}(theta)`, 'theta', theta, dimension))
  Object.defineProperty(J, 'name', { value: name })
  return Object.freeze(
    Object.assign(J, {
      gradient: (theta: readonly number[]): number[] =>
        gradient(requireTheta(`${name}.gradient(theta)`, 'theta', theta, dimension)),
      dimension,
      ...(minimum && { minimum }),
      ...(hessian && { hessian }),
    }),
  )
}

/**
 * Refuses what is not an array of finite numbers (of this length).
 *
 * @throws TypeError (no array of numbers, or of another length) or RangeError (empty, NaN or ±Infinity)
 */
export function requireTheta(
  call: string,
  name: string,
  theta: readonly number[],
  dimension?: number,
): readonly number[] {
  const value: unknown = theta // a cell may have passed anything
  const expected = dimension === undefined ? 'an array of numbers' : `an array of ${dimension} numbers`
  // By length, not by `instanceof`: a Float64Array is as good, and a notebook's cells have one of their own.
  if (typeof value !== 'object' || value === null || !('length' in value))
    throw new TypeError(`${call}: expected ${name} to be ${expected}, received ${received(value)}.`)
  if (theta.length === 0)
    throw new RangeError(`${call}: expected ${name} to have at least one number, received none.`)
  if (dimension !== undefined && theta.length !== dimension)
    throw new TypeError(`${call}: expected ${name} to be ${expected}, received ${theta.length}.`)
  for (let k = 0; k < theta.length; k++) {
    if (typeof theta[k] !== 'number')
      throw new TypeError(`${call}: expected numbers in ${name}, but ${name}[${k}] is ${received(theta[k])}.`)
    if (!Number.isFinite(theta[k]))
      throw new RangeError(`${call}: expected finite numbers in ${name}, but ${name}[${k}] is ${theta[k]}.`)
  }
  return theta
}

/** √(Σ v²), without overflow. */
export function norm(v: readonly number[]): number {
  return Math.hypot(...v)
}
