// Every `as number` in this file follows from loops over M entries of 1×M matrices.
import type { Matrix } from '../math/matrix.js'
import { ShapeError } from '../math/shape-error.js'
import { shapeOf } from '../math/shape-of.js'
import { requireSamples } from './samples-argument.js'

/**
 * The line with the least mean squared error: slope = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)², intercept = ȳ − slope·x̄.
 *
 * @param X 1×M
 * @param Y 1×M
 * @returns slope in units of Y per unit of X, intercept in units of Y
 * @throws ShapeError if X or Y has more than one row, or they have not as many columns
 * @throws RangeError if all values of X are the same: then no line, or a vertical one, fits best
 */
export function leastSquares(X: Matrix, Y: Matrix): { slope: number; intercept: number } {
  const call = 'leastSquares(X, Y)'
  requireSamples(call, X, Y)
  if (X.rows !== 1 || Y.rows !== 1)
    throw new ShapeError(`${call}: X is ${shapeOf(X)}, Y is ${shapeOf(Y)}. Expected one row each: 1×M.`)
  const x = X.values
  const y = Y.values
  if (x.every((value) => value === x[0])) {
    const what = x.length === 1 ? 'has only one sample' : `is ${x[0]} in all ${x.length} samples`
    throw new RangeError(`${call}: X ${what}. Expected at least two different values, else no line is best.`)
  }
  const xMean = meanOf(x)
  const yMean = meanOf(y)
  let products = 0
  let squares = 0
  for (let i = 0; i < x.length; i++) {
    const distance = (x[i] as number) - xMean
    products += distance * ((y[i] as number) - yMean)
    squares += distance * distance
  }
  const slope = products / squares
  const intercept = yMean - slope * xMean
  if (!Number.isFinite(slope) || !Number.isFinite(intercept))
    throw new RangeError(
      `${call}: the squares of these numbers are too large or too small for a number to hold. Bring X and Y to a common scale with standardize.`,
    )
  return { slope, intercept }
}

function meanOf(values: Matrix['values']): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
