import { fill, type Matrix, map, type RandomGenerator } from '../math/index.js'

/** A number between two limits with two decimals, so that it reads well in a verdict. */
export function draw(random: RandomGenerator, low: number, high: number): number {
  return Math.round(random.uniform(low, high) * 100) / 100
}

/** A list of such numbers. */
export function drawList(random: RandomGenerator, length: number, low = -1, high = 1): number[] {
  return Array.from({ length }, () => draw(random, low, high))
}

/** A matrix of such numbers. */
export function drawMatrix(
  random: RandomGenerator,
  rows: number,
  columns: number,
  low = -1,
  high = 1,
): Matrix {
  return map(fill(rows, columns, 0), () => draw(random, low, high))
}
