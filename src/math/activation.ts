import type { Matrix } from './matrix.js'
import { isMatrix, requireFiniteMatrix } from './matrix-argument.js'
import { received } from './received.js'

/** A function of one number that also takes a matrix, entry by entry. It returns what it was given: either kind. */
export interface ActivationFunction {
  (z: Matrix): Matrix
  (z: number): number
}

/** σ(z) = 1/(1 + e⁻ᶻ), between 0 and 1. Exact for any finite z: e is only raised to powers below 0. */
export const sigmoid: ActivationFunction = activation('sigmoid', (z) => {
  const e = Math.exp(-Math.abs(z))
  return z >= 0 ? 1 / (1 + e) : e / (1 + e)
})

/** σ′(z) = σ(z)(1 − σ(z)), a function of z, not of σ(z). At most 1/4, at z = 0. */
export const sigmoidPrime: ActivationFunction = activation('sigmoidPrime', (z) => {
  // The same as σ(1 − σ), without the rounding of 1 − σ for large z.
  const e = Math.exp(-Math.abs(z))
  return e / ((1 + e) * (1 + e))
})

/** z itself: for outputs that may be any number. */
export const identity: ActivationFunction = activation('identity', (z) => z)

/** The derivative of the identity: 1 everywhere. */
export const identityPrime: ActivationFunction = activation('identityPrime', () => 1)

/** The hyperbolic tangent, between −1 and 1. */
export const tanh: ActivationFunction = activation('tanh', Math.tanh)

/** tanh′(z) = 1 − tanh²(z), a function of z. At most 1, at z = 0. */
export const tanhPrime: ActivationFunction = activation('tanhPrime', (z) => {
  // The same as 1 − tanh², without the rounding of the difference for large z.
  const e = Math.exp(-2 * Math.abs(z))
  return (4 * e) / ((1 + e) * (1 + e))
})

/** max(0, z): the rectified linear unit. */
export const relu: ActivationFunction = activation('relu', (z) => Math.max(0, z))

/** 1 where z > 0, else 0. At the kink, z = 0, where no derivative exists, it is 0 by convention. */
export const reluPrime: ActivationFunction = activation('reluPrime', (z) => (z > 0 ? 1 : 0))

/** Makes f take a matrix too, and refuse what is neither a finite number nor a matrix. */
function activation(name: string, f: (z: number) => number): ActivationFunction {
  const call = `${name}(z)`
  function lifted(z: Matrix): Matrix
  function lifted(z: number): number
  function lifted(z: Matrix | number): Matrix | number {
    if (typeof z === 'number') {
      if (!Number.isFinite(z))
        throw new RangeError(`${call}: expected z to be a finite number, received ${z}.`)
      return f(z)
    }
    if (!isMatrix(z))
      throw new TypeError(`${call}: expected z to be a number or a Matrix, received ${received(z)}.`)
    requireFiniteMatrix(call, 'z', z)
    const values = z.values.map((value) => f(value))
    return Object.freeze({ rows: z.rows, columns: z.columns, values })
  }
  return Object.defineProperty(lifted, 'name', { value: name })
}
