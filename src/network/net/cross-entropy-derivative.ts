// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { finiteResult } from '../../math/finite-result.js'
import type { Matrix } from '../../math/matrix.js'

/**
 * ∂J/∂A2 of a cross-entropy, which `backward` does not need: it is here to be looked at, and to show what cancels.
 *
 * binary: (1 − y)/(1 − a) − y/a, with softmax: −y/a, both over M and with 1/a from Z2: 1/σ(z) = 1 + e⁻ᶻ,
 * 1/softmax(z)_k = Σ_j e^(z_j − z_k). Each a counts as a variable of its own here.
 *
 * @param Z2 preactivations, ny×M
 * @param Y labels, ny×M
 * @throws RangeError if an entry is too large for a number: the net is certain (|z| > 709) of what is wrong
 */
export function crossEntropyDerivative(
  name: 'binaryCrossEntropy' | 'crossEntropy',
  Z2: Matrix,
  Y: Matrix,
): Matrix {
  const { rows, columns } = Z2
  const z = (i: number, j: number): number => Z2.values[i * columns + j] as number
  const binary = (i: number, j: number, y: number): number =>
    times(1 - y, 1 + Math.exp(z(i, j))) - times(y, 1 + Math.exp(-z(i, j)))
  const categorical = (i: number, j: number, y: number): number => {
    let inverse = 0
    for (let k = 0; k < rows; k++) inverse += Math.exp(z(k, j) - z(i, j))
    return times(-y, inverse)
  }
  const derivative = name === 'binaryCrossEntropy' ? binary : categorical
  const values = new Float64Array(rows * columns)
  for (let i = 0, k = 0; i < rows; i++)
    for (let j = 0; j < columns; j++, k++) values[k] = derivative(i, j, Y.values[k] as number) / columns
  return finiteResult('dA2 of backward(…, { steps: true })', rows, columns, values)
}

/** y·b, and 0 where y is 0, even if b is infinite: a term that is not there has no size. */
function times(y: number, b: number): number {
  return y === 0 ? 0 : y * b
}
