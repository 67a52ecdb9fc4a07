// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { fromValues, type Matrix } from '../../math/matrix.js'
import { defaultStep } from '../descent/numerical-gradient.js'

/**
 * Central differences of a cross-entropy with respect to A2, where an entry changes only its own term of the sum.
 *
 * A fixed step would leave (0, 1), or be coarse where a is small: the step is 10⁻⁵ times the distance to the nearer end
 * that matters.
 *
 * @returns undefined if a prediction is 0 or 1 to the last digit and its label says otherwise: no such number exists
 */
export function crossEntropyDifferences(
  name: 'binaryCrossEntropy' | 'crossEntropy',
  A2: Matrix,
  Y: Matrix,
): Matrix | undefined {
  const binary = name === 'binaryCrossEntropy'
  const differences = new Float64Array(A2.values.length)
  for (let k = 0; k < differences.length; k++) {
    const [a, y] = [A2.values[k] as number, Y.values[k] as number]
    const no = binary ? 1 - y : 0
    const term = (a: number): number => -((y > 0 ? y * Math.log(a) : 0) + (no > 0 ? no * Math.log(1 - a) : 0))
    const step = defaultStep * Math.min(y > 0 ? a : 1, no > 0 ? 1 - a : 1)
    if (step === 0) return undefined
    differences[k] = (term(a + step) - term(a - step)) / (2 * step) / A2.columns
  }
  return fromValues(A2.rows, A2.columns, differences)
}
