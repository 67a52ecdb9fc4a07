// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { fromValues } from '../../math/matrix.js'
import { type Parameters, sizesOf } from '../net/parameters.js'

/** W1, B1, W2, B2, or their gradients: four windows on one array. */
export type Windows = readonly [W1: Float64Array, B1: Float64Array, W2: Float64Array, B2: Float64Array]

/** [nx, nh, ny] */
export type Sizes = readonly [number, number, number]

/** The parameters of a net in one array, θ, that training changes in place. */
export interface ParameterVector {
  /** [nx, nh, ny] */
  readonly sizes: Sizes
  /** θ itself */
  readonly theta: Float64Array
  /** W1, B1, W2, B2 where they stand in θ */
  readonly windows: Windows
  /** θ := θ − α · gradient. False if a number in θ is no longer finite. */
  descend(gradient: Float64Array, learningRate: number): boolean
  /** Takes the last `descend` back. */
  undo(): void
  /** A copy, as matrices. */
  parameters(): Parameters
}

/** Room for training that starts from these parameters. */
export function parameterVector(start: Parameters): ParameterVector {
  const sizes = sizesOf(start)
  const theta = flatten(start)
  const previous = theta.slice()

  function descend(gradient: Float64Array, learningRate: number): boolean {
    previous.set(theta)
    let differences = 0 // of each number with itself: 0, but NaN for NaN and ±Infinity
    for (let k = 0; k < theta.length; k++) {
      const next = (theta[k] as number) - learningRate * (gradient[k] as number)
      theta[k] = next
      differences += next - next
    }
    return differences === 0
  }

  return {
    sizes,
    theta,
    windows: windowsOn(theta, sizes),
    descend,
    undo: () => theta.set(previous),
    parameters: () => unflatten(theta, sizes),
  }
}

/** W1, B1, W2, B2 one after the other in one array. */
export function flatten({ W1, B1, W2, B2 }: Parameters): Float64Array {
  const theta = new Float64Array(W1.values.length + B1.values.length + W2.values.length + B2.values.length)
  let start = 0
  for (const { values } of [W1, B1, W2, B2]) {
    theta.set(values, start)
    start += values.length
  }
  return theta
}

/** The matrices of an array that `flatten` made. */
export function unflatten(theta: Float64Array, sizes: Sizes): Parameters {
  const [nx, nh, ny] = sizes
  const [W1, B1, W2, B2] = windowsOn(theta, sizes)
  return Object.freeze({
    W1: fromValues(nh, nx, W1),
    B1: fromValues(nh, 1, B1),
    W2: fromValues(ny, nh, W2),
    B2: fromValues(ny, 1, B2),
  })
}

/** The windows of W1, B1, W2, B2 (or dW1, …) on an array that holds them one after the other. */
export function windowsOn(array: Float64Array, [nx, nh, ny]: Sizes): Windows {
  const ends = [nh * nx, nh * nx + nh, nh * nx + nh + ny * nh] as const
  return [
    array.subarray(0, ends[0]),
    array.subarray(ends[0], ends[1]),
    array.subarray(ends[1], ends[2]),
    array.subarray(ends[2]),
  ]
}
