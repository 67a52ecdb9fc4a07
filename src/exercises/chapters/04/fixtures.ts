import { sigmoid } from '../../../math/index.js'

/** σ′(z) = a(1 − a). */
export function slopeOfSigmoid(z: number): number {
  const a = sigmoid(z)
  return a * (1 - a)
}

/** ∂J/∂w of one sigmoid neuron and one sample. */
export function slopeOfWeight(w: number, b: number, x: number, y: number): number {
  const z = w * x + b
  return 2 * (sigmoid(z) - y) * slopeOfSigmoid(z) * x
}

/** A number as a sentence has it: with a minus sign, not a hyphen. */
export function words(value: number, digits = 3): string {
  return String(Number(value.toFixed(digits))).replace('-', '−')
}
