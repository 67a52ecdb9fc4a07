// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { addProduct, addProductWithTransposed, addTransposedProduct } from '../../math/product.js'
import type { ResolvedOptions } from '../net/options.js'
import { activateInPlace } from './activate-in-place.js'
import { outputInPlace } from './output-in-place.js'
import { type ParameterVector, windowsOn } from './parameter-vector.js'

/** Forward and backward over a batch, with all the room they need, made once. */
export interface BatchPass {
  /** The cost of the net as its parameters are now; the gradient stays in `gradient`. */
  evaluate(X: Float64Array, Y: Float64Array): number
  /** dW1, dB1, dW2, dB2, one after the other */
  readonly gradient: Float64Array
  /** ‖dW1‖, ‖dB1‖, ‖dW2‖, ‖dB2‖ */
  norms(): [number, number, number, number]
}

/**
 * A pass over batches of M samples. It computes what `forward`, `cost` and `backward` compute, and checks nothing.
 *
 * Where Z1 stood stands A1 later on, where Z2 stood dZ2, where dA1 stood dZ1.
 */
export function batchPass({ sizes, windows }: ParameterVector, M: number, net: ResolvedOptions): BatchPass {
  const [nx, nh, ny] = sizes
  const [W1, B1, W2, B2] = windows
  const [hidden, outputs] = [nh * M, ny * M]

  // What products add to stands in one piece, so that one `fill` clears it.
  const sums = new Float64Array(2 * hidden + outputs + nh * nx + nh + ny * nh + ny)
  const dA1 = sums.subarray(0, hidden)
  const Z1 = sums.subarray(hidden, 2 * hidden)
  const Z2 = sums.subarray(2 * hidden, 2 * hidden + outputs)
  const gradient = sums.subarray(2 * hidden + outputs)
  const [dW1, dB1, dW2, dB2] = windowsOn(gradient, sizes)
  const cleared = ny === 1 ? sums.subarray(hidden) : sums // with one output nothing is added to dA1
  const D1 = new Float64Array(hidden)
  const D2 = new Float64Array(outputs)
  const activate = activateInPlace[net.hiddenActivation]
  const output = outputInPlace(net)

  function evaluate(X: Float64Array, Y: Float64Array): number {
    cleared.fill(0)
    addProduct(Z1, W1, X, nh, nx, M)
    activate(Z1, B1, D1, nh, M)
    const A1 = Z1
    addProduct(Z2, W2, A1, ny, nh, M)
    const J = output(Z2, B2, Y, D2, dB2, ny, M)
    const dZ2 = Z2
    addProductWithTransposed(dW2, dZ2, A1, ny, M, nh)
    if (ny === 1) multiplyThree(dA1, W2, dZ2, D1, dB1, nh, M)
    else {
      addTransposedProduct(dA1, W2, dZ2, nh, ny, M)
      multiply(dA1, D1, dB1, nh, M)
    }
    const dZ1 = dA1
    addProductWithTransposed(dW1, dZ1, X, nh, M, nx)
    return J
  }

  return { evaluate, gradient, norms: () => [norm(dW1), norm(dB1), norm(dW2), norm(dB2)] }
}

/** dA := dA ⊙ D, and the sums of its rows. */
function multiply(dA: Float64Array, D: Float64Array, dB: Float64Array, rows: number, M: number): void {
  for (let i = 0, k = 0; i < rows; i++) {
    let sum = 0
    for (const end = k + M; k < end; k++) {
      const dZ = (dA[k] as number) * (D[k] as number)
      dA[k] = dZ
      sum += dZ
    }
    dB[i] = sum
  }
}

/** dZ1 := (W2ᵀ·dZ2) ⊙ D1 in one go, and the sums of its rows, for a net with one output: W2 is a row, and so is dZ2. */
function multiplyThree(
  dZ1: Float64Array,
  W2: Float64Array,
  dZ2: Float64Array,
  D1: Float64Array,
  dB1: Float64Array,
  nh: number,
  M: number,
): void {
  for (let i = 0, k = 0; i < nh; i++) {
    const w = W2[i] as number
    let sum = 0
    for (let j = 0; j < M; j++, k++) {
      const dZ = w * (dZ2[j] as number) * (D1[k] as number)
      dZ1[k] = dZ
      sum += dZ
    }
    dB1[i] = sum
  }
}

function norm(values: Float64Array): number {
  let squares = 0
  for (let k = 0; k < values.length; k++) squares += (values[k] as number) ** 2
  return Math.sqrt(squares)
}
