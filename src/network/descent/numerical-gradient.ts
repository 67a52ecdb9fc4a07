// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { fromValues, type Matrix } from '../../math/matrix.js'
import { isMatrix, requireFiniteMatrix } from '../../math/matrix-argument.js'
import { requirePositive } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { requireTheta } from './cost-function.js'

/** The step: truncation falls with h², rounding grows with 1/h, and here the two are about level. */
export const defaultStep = 1e-5

/**
 * The gradient measured instead of derived: (f(θ + h) − f(θ − h))/2h for one entry of θ after the other.
 *
 * @param f a function of an array, or of a Matrix when `at` is one
 * @param at where; it stays as it is
 * @param h the step, above 0
 * @returns the partial derivatives, in the kind and shape of `at`
 * @throws TypeError or RangeError if f does not return a finite number
 */
export function numericalGradient(f: (theta: Matrix) => number, at: Matrix, h?: number): Matrix
export function numericalGradient(f: (theta: number[]) => number, at: readonly number[], h?: number): number[]
export function numericalGradient(
  f: ((theta: number[]) => number) | ((theta: Matrix) => number),
  at: readonly number[] | Matrix,
  h = defaultStep,
): number[] | Matrix {
  const call = 'numericalGradient(f, at, h)'
  requireFunction(call, f)
  requirePositive(call, 'h', h)
  const checked = (value: unknown, where: string): number => {
    if (typeof value !== 'number')
      throw new TypeError(`${call}: expected f to return a number, received ${received(value)} ${where}.`)
    if (!Number.isFinite(value))
      throw new RangeError(`${call}: expected f to return a finite number, received ${value} ${where}.`)
    return value
  }
  if (isMatrix(at)) {
    requireFiniteMatrix(call, 'at', at)
    requireFelt(call, at.values, h)
    const { rows, columns } = at
    // f takes what `at` is: the overloads say so.
    const ofMatrix = f as (theta: Matrix) => number
    const values = arrayDifferences(
      (theta) => checked(ofMatrix(fromValues(rows, columns, theta)), 'near `at`'),
      [...at.values],
      h,
    )
    return fromValues(rows, columns, values)
  }
  requireTheta(call, 'at', at)
  requireFelt(call, at, h)
  const ofArray = f as (theta: number[]) => number
  return arrayDifferences((theta) => checked(ofArray(theta), `at [${theta.join(', ')}]`), at, h)
}

/** Refuses a step that is lost in rounding: the difference would be 0, whatever the slope. @throws RangeError */
function requireFelt(call: string, at: ArrayLike<number>, h: number): void {
  const lost = Array.from(at).findIndex((entry) => entry + h === entry || entry - h === entry)
  if (lost >= 0)
    throw new RangeError(
      `${call}: the step h = ${h} is lost beside the entry ${at[lost]} of \`at\` (number ${lost}, counted from 0), which has no digits so small. Use a larger h, or numbers on a smaller scale.`,
    )
}

/**
 * The differences alone, whatever numbers f returns.
 *
 * @param step the same for all entries; without it 10⁻⁵, and 10⁻⁵ of the entry's size where that is above 1
 */
export function arrayDifferences(
  f: (theta: number[]) => number,
  at: readonly number[],
  step?: number,
): number[] {
  return Array.from(at, (entry, k) => {
    const h = step ?? defaultStep * Math.max(1, Math.abs(entry))
    const nudged = (value: number): number => {
      const theta = [...at]
      theta[k] = value
      return f(theta)
    }
    return (nudged(entry + h) - nudged(entry - h)) / (2 * h)
  })
}

/** Refuses what is not a function. @throws TypeError */
export function requireFunction(call: string, f: unknown): void {
  if (typeof f !== 'function')
    throw new TypeError(`${call}: expected f to be a function of theta, received ${received(f)}.`)
}
