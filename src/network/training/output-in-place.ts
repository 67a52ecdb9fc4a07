// Every `as number` in this file follows from loops that stay inside 0 … rows · M − 1.

import type { ResolvedOptions } from '../net/options.js'
import { type ActivateInPlace, activateInPlace } from './activate-in-place.js'

/** Goes from the output's preactivations without bias to dZ2, where they stand. Returns the cost. */
export type OutputInPlace = (
  /** in: W2·A1, ny×M; out: dZ2 */
  Z2: Float64Array,
  B2: Float64Array,
  Y: Float64Array,
  /** room for ny×M numbers */
  D2: Float64Array,
  /** out: dB2, the sums of dZ2's rows */
  dB2: Float64Array,
  ny: number,
  M: number,
) => number

/** Output activation, cost, dZ2 and dB2 in one, for a net of this kind. */
export function outputInPlace(options: ResolvedOptions): OutputInPlace {
  if (options.cost === 'binaryCrossEntropy') return sigmoidWithBinaryCrossEntropy
  if (options.cost === 'crossEntropy') return softmaxWithCrossEntropy
  return withMeanSquaredError(activateInPlace[options.outputActivation])
}

function withMeanSquaredError(activate: ActivateInPlace): OutputInPlace {
  return (Z2, B2, Y, D2, dB2, ny, M) => {
    activate(Z2, B2, D2, ny, M)
    const factor = 2 / M
    let squares = 0
    for (let i = 0, k = 0; i < ny; i++) {
      let sum = 0
      for (const end = k + M; k < end; k++) {
        const error = (Z2[k] as number) - (Y[k] as number)
        squares += error * error
        const dZ = factor * error * (D2[k] as number)
        Z2[k] = dZ
        sum += dZ
      }
      dB2[i] = sum
    }
    return squares / M
  }
}

const sigmoidWithBinaryCrossEntropy: OutputInPlace = (Z2, B2, Y, _D2, dB2, ny, M) => {
  const factor = 1 / M
  let total = 0
  for (let i = 0, k = 0; i < ny; i++) {
    const b = B2[i] as number
    let sum = 0
    for (const end = k + M; k < end; k++) {
      const z = (Z2[k] as number) + b
      const y = Y[k] as number
      const e = Math.exp(-Math.abs(z))
      total += Math.max(z, 0) - z * y + Math.log1p(e)
      const a = z >= 0 ? 1 / (1 + e) : e / (1 + e)
      const dZ = (a - y) * factor
      Z2[k] = dZ
      sum += dZ
    }
    dB2[i] = sum
  }
  return total / M
}

const softmaxWithCrossEntropy: OutputInPlace = (Z2, B2, Y, _D2, dB2, ny, M) => {
  const factor = 1 / M
  const size = ny * M
  let total = 0
  for (let i = 0; i < ny; i++) dB2[i] = 0
  for (let j = 0; j < M; j++) {
    let largest = Number.NEGATIVE_INFINITY
    for (let i = 0, k = j; k < size; i++, k += M) {
      const z = (Z2[k] as number) + (B2[i] as number)
      Z2[k] = z
      largest = Math.max(largest, z)
    }
    let sum = 0
    for (let k = j; k < size; k += M) sum += Math.exp((Z2[k] as number) - largest)
    const logSum = Math.log(sum)
    for (let i = 0, k = j; k < size; i++, k += M) {
      const [below, y] = [(Z2[k] as number) - largest, Y[k] as number]
      total += y * (logSum - below)
      const dZ = (Math.exp(below) / sum - y) * factor
      Z2[k] = dZ
      dB2[i] = (dB2[i] as number) + dZ
    }
  }
  return total / M
}
