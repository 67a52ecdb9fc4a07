import { requireKnownKeys } from '../../math/known.js'
import type { Matrix } from '../../math/matrix.js'
import { requireFiniteMatrix } from '../../math/matrix-argument.js'
import { requireWhole } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { ShapeError } from '../../math/shape-error.js'
import { shapeOf } from '../../math/shape-of.js'
import type { Cache, Gradients, Parameters, Steps } from '../../network/index.js'

/** The parameters of a net, or only its sizes [nx, nh, ny]. */
export type NetOrSizes = Parameters | readonly [number, number, number] | readonly number[]

/** A net as it is drawn. */
export interface Net {
  readonly sizes: readonly [number, number, number]
  readonly parameters: Parameters | undefined
}

/** @throws TypeError, RangeError or ShapeError naming what is wrong with the net */
export function toNet(call: string, value: NetOrSizes): Net {
  const given: unknown = value // a cell may have passed anything
  if (Array.isArray(given)) {
    if (given.length !== 3)
      throw new TypeError(`${call}: expected three sizes [nx, nh, ny], received ${received(given)}.`)
    const [nx, nh, ny] = given.map((size, k) => requireWhole(call, `sizes[${k}]`, size, 1))
    return { sizes: [nx ?? 1, nh ?? 1, ny ?? 1], parameters: undefined }
  }
  if (typeof given !== 'object' || given === null)
    throw new TypeError(
      `${call}: expected parameters { W1, B1, W2, B2 } or sizes [nx, nh, ny], received ${received(given)}.`,
    )
  const parameters = value as Parameters // no array; its four matrices are checked here
  for (const key of ['W1', 'B1', 'W2', 'B2'] as const)
    requireFiniteMatrix(call, `parameters.${key}`, parameters[key])
  const { W1, W2 } = parameters
  const sizes = [W1.columns, W1.rows, W2.rows] as const
  requireShapes(call, 'parameters', parameters, parameterShapes(sizes))
  return { sizes, parameters }
}

/** Gradients, with those of the steps when they are there. @throws as `toNet` */
export function toGradients(
  call: string,
  value: Gradients & Partial<Steps>,
  [nx, nh, ny]: readonly [number, number, number],
  M: number | undefined,
): Gradients & Partial<Steps> {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(
      `${call}: expected gradients to be what backward(…) returned, received ${received(value)}.`,
    )
  requireShapes(call, 'gradients', value, {
    dW1: [nh, nx],
    dB1: [nh, 1],
    dW2: [ny, nh],
    dB2: [ny, 1],
  })
  for (const [key, rows] of [
    ['dA2', ny],
    ['dZ2', ny],
    ['dA1', nh],
    ['dZ1', nh],
  ] as const) {
    const m = value[key]
    if (m !== undefined) requireShapes(call, 'gradients', { [key]: m }, { [key]: [rows, M ?? m.columns] })
  }
  return value
}

/** What forward left for a net of these sizes. @throws as `toNet` */
export function toCache(call: string, value: Cache, [nx, nh, ny]: readonly [number, number, number]): Cache {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(
      `${call}: expected values to be what forward(parameters, X) returned, received ${received(value)}.`,
    )
  const M = requireFiniteMatrix(call, 'values.X', value.X).columns
  requireShapes(call, 'values', value, { X: [nx, M], Z1: [nh, M], A1: [nh, M], Z2: [ny, M], A2: [ny, M] })
  return value
}

/** Names of neurons, one list for each layer that shall have some. */
export interface NeuronLabels {
  readonly inputs?: readonly string[]
  readonly hidden?: readonly string[]
  readonly outputs?: readonly string[]
}

/** The labels by layer, checked. @throws TypeError or RangeError */
export function toLabels(
  call: string,
  value: NeuronLabels | undefined,
  sizes: readonly number[],
): readonly (readonly string[] | undefined)[] {
  if (value === undefined) return [undefined, undefined, undefined]
  requireKnownKeys(call, 'labels', value, ['inputs', 'hidden', 'outputs'])
  return (['inputs', 'hidden', 'outputs'] as const).map((layer, k) => {
    const names = value[layer]
    if (names === undefined) return undefined
    if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
      throw new TypeError(
        `${call}: expected labels.${layer} to be a list of texts, received ${received(names)}.`,
      )
    if (names.length !== sizes[k])
      throw new RangeError(
        `${call}: expected ${sizes[k]} labels.${layer}, one for each neuron, received ${names.length}.`,
      )
    return names
  })
}

function parameterShapes([nx, nh, ny]: readonly [number, number, number]) {
  return { W1: [nh, nx], B1: [nh, 1], W2: [ny, nh], B2: [ny, 1] } as const
}

function requireShapes(
  call: string,
  where: string,
  record: object,
  shapes: Readonly<Record<string, readonly number[]>>,
): void {
  for (const [key, [rows, columns]] of Object.entries(shapes)) {
    const entry: unknown = (record as Readonly<Record<string, unknown>>)[key] // read only; checked next
    const m: Matrix = requireFiniteMatrix(call, `${where}.${key}`, entry)
    if (m.rows !== rows || m.columns !== columns)
      throw new ShapeError(
        `${call}: expected ${where}.${key} to be ${rows}×${columns}, received ${shapeOf(m)}.`,
      )
  }
}
