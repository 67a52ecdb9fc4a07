import { requireFiniteMatrix } from '../math/matrix-argument.js'
import { ShapeError } from '../math/shape-error.js'
import { shapeOf } from '../math/shape-of.js'

/**
 * Refuses X and Y that are not finite matrices with as many columns, one for each sample.
 *
 * @throws TypeError, RangeError or ShapeError
 */
export function requireSamples(call: string, X: unknown, Y: unknown): void {
  const x = requireFiniteMatrix(call, 'X', X)
  const y = requireFiniteMatrix(call, 'Y', Y)
  if (x.columns !== y.columns)
    throw new ShapeError(
      `${call}: X is ${shapeOf(x)}, Y is ${shapeOf(y)}. Expected as many columns in both: a column is a sample.`,
    )
}
