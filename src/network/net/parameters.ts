import type { Matrix } from '../../math/matrix.js'
import { requireFiniteMatrix } from '../../math/matrix-argument.js'
import { received } from '../../math/received.js'
import { ShapeError } from '../../math/shape-error.js'
import { shapeOf } from '../../math/shape-of.js'

/** Weights and biases of a net of two layers: nx inputs, nh hidden neurons, ny outputs. */
export interface Parameters {
  /** weights of the hidden layer, nh×nx */
  readonly W1: Matrix
  /** bias of the hidden layer, nh×1 */
  readonly B1: Matrix
  /** weights of the output layer, ny×nh */
  readonly W2: Matrix
  /** bias of the output layer, ny×1 */
  readonly B2: Matrix
}

/** ∂J/∂ of each parameter, in its parameter's shape. */
export interface Gradients {
  readonly dW1: Matrix
  readonly dB1: Matrix
  readonly dW2: Matrix
  readonly dB2: Matrix
}

/** ∂J/∂ of what `forward` computes on the way: dA2, dZ2 ny×M; dA1, dZ1 nh×M. */
export interface Steps {
  readonly dA2: Matrix
  readonly dZ2: Matrix
  readonly dA1: Matrix
  readonly dZ1: Matrix
}

export const parameterNames = ['W1', 'B1', 'W2', 'B2'] as const
export const gradientNames = ['dW1', 'dB1', 'dW2', 'dB2'] as const

/** The gradient's name for each parameter. */
export const gradientOf = { W1: 'dW1', B1: 'dB1', W2: 'dW2', B2: 'dB2' } as const

/** [nx, nh, ny] of parameters that fit each other. */
export function sizesOf({ W1, W2 }: Parameters): [number, number, number] {
  return [W1.columns, W1.rows, W2.rows]
}

/**
 * Refuses what are not four finite matrices that make one net.
 *
 * @throws TypeError (one is missing or no matrix), RangeError (NaN or ±Infinity), ShapeError (they do not fit)
 */
export function requireParameters(call: string, name: string, value: Parameters): Parameters {
  const parameters: unknown = value // a cell may have passed anything
  if (typeof parameters !== 'object' || parameters === null)
    throw new TypeError(
      `${call}: expected ${name} to be a record { W1, B1, W2, B2 }, received ${received(parameters)}.`,
    )
  for (const key of parameterNames) requireFiniteMatrix(call, `${name}.${key}`, value[key])
  const { W1, B1, W2, B2 } = value
  const misfit = (key: string, m: Matrix, rows: number, columns: number, why: string): ShapeError =>
    new ShapeError(
      `${call}: expected ${name}.${key} to be ${rows}×${columns} (${why}), received ${shapeOf(m)}.`,
    )
  if (B1.rows !== W1.rows || B1.columns !== 1)
    throw misfit('B1', B1, W1.rows, 1, `one bias for each row of W1, which is ${shapeOf(W1)}`)
  if (W2.columns !== W1.rows)
    throw misfit('W2', W2, W2.rows, W1.rows, `one column for each row of W1, which is ${shapeOf(W1)}`)
  if (B2.rows !== W2.rows || B2.columns !== 1)
    throw misfit('B2', B2, W2.rows, 1, `one bias for each row of W2, which is ${shapeOf(W2)}`)
  return value
}
