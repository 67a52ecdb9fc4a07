// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { fromValues } from '../math/matrix.js'
import { addProduct, addTransposedProduct } from '../math/product.js'
import { addProductWithTransposed } from '../math/product-with-transposed.js'
import { activateInPlace } from './activate-in-place.js'
import type { ResolvedOptions } from './options.js'
import { outputInPlace } from './output-in-place.js'
import { type Parameters, sizesOf } from './parameters.js'

/**
 * A net with all the room it needs for training, made once: forward, backward and update without a single new array.
 * It computes what `forward`, `backward`, `cost` and `update` compute, and checks nothing but whether numbers stay finite.
 */
export interface Engine {
  /** Forward and backward for M samples (at most as many as there is room for): the cost; the gradients stay inside. */
  evaluate(X: Float64Array, Y: Float64Array, M: number): number
  /** ‖dW1‖, ‖dB1‖, ‖dW2‖, ‖dB2‖ of the last evaluation */
  gradientNorms(): [number, number, number, number]
  /** θ := θ − α ∂J/∂θ with the gradients of the last evaluation. False if a parameter is no longer finite. */
  update(learningRate: number): boolean
  /** Takes the last update back. */
  undo(): void
  /** A copy. */
  parameters(): Parameters
}

/** @param samples room for so many */
export function engine(parameters: Parameters, samples: number, options: ResolvedOptions): Engine {
  const [nx, nh, ny] = sizesOf(parameters)
  const sizes = [nh * nx, nh, ny * nh, ny] as const
  const count = sizes[0] + sizes[1] + sizes[2] + sizes[3]

  const theta = new Float64Array(count)
  const previous = new Float64Array(count)
  const [W1, B1, W2, B2] = cut(theta, sizes)
  W1.set(parameters.W1.values)
  B1.set(parameters.B1.values)
  W2.set(parameters.W2.values)
  B2.set(parameters.B2.values)

  // What products add to stands in one piece, so that one `fill` clears it.
  const sums = new Float64Array((2 * nh + ny) * samples + count)
  const [Z1, dA1, Z2, gradient] = cut(sums, [nh * samples, nh * samples, ny * samples, count])
  const [dW1, dB1, dW2, dB2] = cut(gradient, sizes)
  const D1 = new Float64Array(nh * samples)
  const D2 = new Float64Array(ny * samples)
  const activate = activateInPlace[options.hiddenActivation]
  const output = outputInPlace(options)

  function evaluate(X: Float64Array, Y: Float64Array, M: number): number {
    sums.fill(0)
    addProduct(Z1, W1, X, nh, nx, M)
    activate(Z1, B1, D1, nh, M)
    const A1 = Z1
    addProduct(Z2, W2, A1, ny, nh, M)
    const J = output(Z2, B2, Y, D2, dB2, ny, M)
    const dZ2 = Z2
    addProductWithTransposed(dW2, dZ2, A1, ny, M, nh)
    addTransposedProduct(dA1, W2, dZ2, nh, ny, M)
    multiply(dA1, D1, dB1, nh, M)
    const dZ1 = dA1
    addProductWithTransposed(dW1, dZ1, X, nh, M, nx)
    return J
  }

  function update(learningRate: number): boolean {
    previous.set(theta)
    let difference = 0 // of each number with itself: 0, and NaN if one is not finite
    for (let k = 0; k < count; k++) {
      const next = (theta[k] as number) - learningRate * (gradient[k] as number)
      theta[k] = next
      difference += next - next
    }
    return difference === 0
  }

  return {
    evaluate,
    update,
    gradientNorms: () => [norm(dW1), norm(dB1), norm(dW2), norm(dB2)],
    undo: () => theta.set(previous),
    parameters: () =>
      Object.freeze({
        W1: fromValues(nh, nx, W1),
        B1: fromValues(nh, 1, B1),
        W2: fromValues(ny, nh, W2),
        B2: fromValues(ny, 1, B2),
      }),
  }
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

function norm(values: Float64Array): number {
  let squares = 0
  for (let k = 0; k < values.length; k++) squares += (values[k] as number) ** 2
  return Math.sqrt(squares)
}

type Four<T> = [T, T, T, T]

/** Four windows on an array, one after the other. */
function cut(array: Float64Array, lengths: readonly [number, number, number, number]): Four<Float64Array> {
  let end = 0
  const windows = lengths.map((length) => {
    const start = end
    end += length
    return array.subarray(start, end)
  })
  return windows as Four<Float64Array> // four lengths, four windows
}
