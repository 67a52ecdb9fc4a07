import type { RandomGenerator } from '../../../math/index.js'
import { draw } from '../../draw.js'

export type List = readonly number[]

export const mean = (values: List): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Labels for these predictions, with errors of both signs and of different sizes. */
export function labelsAround(random: RandomGenerator, predictions: List): number[] {
  return predictions.map((a, i) => round(a + (i % 2 === 0 ? -1 : 1) * draw(random, 0.3, 1.6)))
}

/** Inputs whose mean is not zero, so that the two parts of a line's gradient differ. */
export function inputsOfLine(random: RandomGenerator, length: number): number[] {
  return Array.from({ length }, (_, i) => round(0.8 * i + draw(random, -0.6, 0.5)))
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
