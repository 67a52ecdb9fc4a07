// Every `as number` in this file follows from loops over the entries of matrices of known shape.
import { finiteResult } from '../math/finite-result.js'
import type { Matrix } from '../math/matrix.js'
import { requireFiniteMatrix } from '../math/matrix-argument.js'
import { ShapeError } from '../math/shape-error.js'
import { shapeOf } from '../math/shape-of.js'

/** A change of scale, fitted to training data: each feature to mean 0 and standard deviation 1. */
export interface Standardizer {
  /** Mean of each feature over the training samples, n×1. */
  readonly mean: Matrix
  /** Standard deviation of each feature over the training samples (divided by M, not M − 1), n×1. */
  readonly deviation: Matrix
  /** (X − mean) / deviation, for X of any number of samples: n×M. @throws ShapeError */
  transform(X: Matrix): Matrix
  /** Z · deviation + mean: back to the original units. @throws ShapeError */
  inverse(Z: Matrix): Matrix
}

/**
 * Fits a change of scale to training data. Use its `transform` on training and test data alike: the test data
 * must not decide it.
 *
 * @param XTrain n×M, a feature in each row, a sample in each column
 * @throws RangeError if a feature has the same value in all samples: it has no scale, and tells a net nothing
 */
export function standardize(XTrain: Matrix): Standardizer {
  const call = 'standardize(XTrain)'
  const { rows, columns, values } = requireFiniteMatrix(call, 'XTrain', XTrain)
  const means = new Float64Array(rows)
  const deviations = new Float64Array(rows)
  for (let i = 0; i < rows; i++) {
    const feature = values.slice(i * columns, (i + 1) * columns)
    const { least, span } = spanOf(call, feature, i)
    means[i] = least + feature.reduce((sum, x) => sum + (x - least) / columns, 0)
    // In units of the span, so that no square overflows or vanishes.
    const squares = feature.reduce((sum, x) => sum + ((x - (means[i] as number)) / span) ** 2, 0)
    deviations[i] = span * Math.sqrt(squares / columns)
  }
  const mean = finiteResult(call, rows, 1, means)
  const deviation = finiteResult(call, rows, 1, deviations)

  function eachEntry(
    name: string,
    argument: string,
    m: Matrix,
    f: (x: number, mean: number, deviation: number) => number,
  ): Matrix {
    requireFiniteMatrix(name, argument, m)
    if (m.rows !== rows)
      throw new ShapeError(
        `${name}: ${argument} is ${shapeOf(m)}, fitted was ${rows}×${columns}. Expected ${rows} ${rows === 1 ? 'row' : 'rows'}, one for each feature.`,
      )
    const result = m.values.map((x, k) => {
      const i = Math.floor(k / m.columns)
      return f(x, means[i] as number, deviations[i] as number)
    })
    return finiteResult(name, rows, m.columns, result)
  }

  return Object.freeze({
    mean,
    deviation,
    transform: (X: Matrix) => eachEntry('transform(X)', 'X', X, (x, mu, sigma) => (x - mu) / sigma),
    inverse: (Z: Matrix) => eachEntry('inverse(Z)', 'Z', Z, (z, mu, sigma) => z * sigma + mu),
  })
}

/** The least value of a feature and its distance to the greatest: above 0 and finite, or an error. */
function spanOf(call: string, feature: Float64Array, i: number): { least: number; span: number } {
  const [least, greatest] = feature.reduce(
    ([low, high], x) => [Math.min(low, x), Math.max(high, x)] as const,
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
  )
  const where = `row ${i} of XTrain (counted from 0)`
  if (least === greatest) {
    const what =
      feature.length === 1 ? 'only one sample' : `the value ${least} in all ${feature.length} samples`
    throw new RangeError(
      `${call}: ${where} has ${what}, so its standard deviation is 0. Expected values that differ; leave a constant feature out.`,
    )
  }
  const span = greatest - least
  if (!Number.isFinite(span))
    throw new RangeError(
      `${call}: ${where} reaches from ${least} to ${greatest}, too far for a number to hold.`,
    )
  return { least, span }
}
