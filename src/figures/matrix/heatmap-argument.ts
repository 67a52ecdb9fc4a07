import { requireKnownKeys } from '../../math/known.js'
import { type Matrix, matrix } from '../../math/matrix.js'
import { isMatrix, requireFiniteMatrix } from '../../math/matrix-argument.js'
import { requireWhole } from '../../math/number-argument.js'
import { received } from '../../math/received.js'

/** A matrix, or its rows as plain arrays. */
export type MatrixOrRows = Matrix | readonly (readonly number[])[]

/** A matrix of a figure of several. */
export interface NamedMatrix {
  readonly name: string
  readonly matrix: MatrixOrRows
  /** One name for each row, written at its left. */
  readonly rowNames?: readonly string[]
  /** One name for each column, written above it. */
  readonly columnNames?: readonly string[]
}

/** A matrix with all that is needed to draw it. */
export interface Panel {
  readonly name: string
  readonly m: Matrix
  readonly rowNames: readonly string[] | undefined
  readonly columnNames: readonly string[] | undefined
}

/** A finite matrix from a matrix or from rows. @throws TypeError, RangeError or ShapeError naming the argument */
export function toMatrix(call: string, name: string, value: unknown): Matrix {
  if (isMatrix(value) || !Array.isArray(value)) return requireFiniteMatrix(call, name, value)
  try {
    return matrix(value)
  } catch (error) {
    // The message already says which row or entry is wrong; what is missing is whose.
    if (error instanceof Error) error.message = error.message.replace('matrix(rows)', `${call}: ${name}`)
    throw error
  }
}

/** Checks one matrix and its names. @throws TypeError or RangeError */
export function toPanel(call: string, where: string, given: NamedMatrix): Panel {
  requireKnownKeys(call, where, given, ['name', 'matrix', 'rowNames', 'columnNames'])
  if (typeof given.name !== 'string' || given.name === '')
    throw new TypeError(
      `${call}: expected ${where}.name to be a text such as 'Z1', received ${received(given.name)}.`,
    )
  const m = toMatrix(call, given.name, given.matrix)
  return {
    name: given.name,
    m,
    rowNames: toNames(call, 'rowNames', given.rowNames, m.rows, 'row'),
    columnNames: toNames(call, 'columnNames', given.columnNames, m.columns, 'column'),
  }
}

/** One text for each row or column. @throws TypeError or RangeError */
export function toNames(
  call: string,
  name: string,
  value: unknown,
  length: number,
  each: string,
): readonly string[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string'))
    throw new TypeError(`${call}: expected ${name} to be a list of texts, received ${received(value)}.`)
  if (value.length !== length)
    throw new RangeError(
      `${call}: expected ${length} ${name}, one for each ${each}, received ${value.length}.`,
    )
  return value
}

/** Significant digits. @throws TypeError or RangeError */
export function toDigits(call: string, value: unknown): number {
  return requireWhole(call, 'digits', value ?? 3, 1, 10)
}

/** true, false or left open. @throws TypeError */
export function toChoice(call: string, name: string, value: unknown): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value
  throw new TypeError(`${call}: expected ${name} to be true or false, received ${received(value)}.`)
}
