// Every `as number` in this file follows from loops that stay inside 0 … rows · M − 1.
import { exponential } from '../../math/exponential.js'
import type { Activation } from '../net/options.js'

/** Turns preactivations without bias into activations, where they stand, and notes the derivatives. */
export type ActivateInPlace = (
  /** in: W·X, rows×M; out: the activation of W·X + B */
  Z: Float64Array,
  /** bias, rows×1 */
  B: Float64Array,
  /** out: the derivative at W·X + B, rows×M */
  D: Float64Array,
  rows: number,
  M: number,
) => void

/** The activations of `activationFunctions`, fused with the bias and the derivative, which share the exponential. */
export const activateInPlace: { readonly [name in Activation]: ActivateInPlace } = {
  sigmoid(Z, B, D, rows, M) {
    for (let i = 0, k = 0; i < rows; i++) {
      const b = B[i] as number
      for (const end = k + M; k < end; k++) {
        const e = exponential(-((Z[k] as number) + b))
        const a = 1 / (1 + e)
        Z[k] = a
        D[k] = e * a * a // σ(1 − σ), without the rounding of 1 − σ
      }
    }
  },

  tanh(Z, B, D, rows, M) {
    for (let i = 0, k = 0; i < rows; i++) {
      const b = B[i] as number
      for (const end = k + M; k < end; k++) {
        const z = (Z[k] as number) + b
        const a = Math.tanh(z)
        Z[k] = a
        D[k] = a * a < 0.8 ? 1 - a * a : saturatedTanhPrime(z)
      }
    }
  },

  relu(Z, B, D, rows, M) {
    for (let i = 0, k = 0; i < rows; i++) {
      const b = B[i] as number
      for (const end = k + M; k < end; k++) {
        const z = (Z[k] as number) + b
        Z[k] = Math.max(z, 0)
        D[k] = z > 0 ? 1 : 0
      }
    }
  },

  identity(Z, B, D, rows, M) {
    for (let i = 0, k = 0; i < rows; i++) {
      const b = B[i] as number
      for (const end = k + M; k < end; k++) {
        Z[k] = (Z[k] as number) + b
        D[k] = 1
      }
    }
  },
}

/** 1 − tanh², without the rounding of the difference. */
function saturatedTanhPrime(z: number): number {
  const e = Math.exp(-2 * Math.abs(z))
  return (4 * e) / ((1 + e) * (1 + e))
}
