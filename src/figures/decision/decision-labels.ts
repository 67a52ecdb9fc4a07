import type { Matrix } from '../../math/matrix.js'
import { isMatrix, requireFiniteMatrix } from '../../math/matrix-argument.js'
import { received } from '../../math/received.js'
import { palette } from '../colour/palette.js'

/** The class of each sample: Y (1×M of 0 and 1, or one row for each class), or a list of words or numbers. */
export type ClassLabels = Matrix | readonly string[] | readonly number[]

/** Samples of one class. */
export interface ClassGroup {
  readonly name: string
  readonly colour: string
  readonly symbol: string
  /** Numbers of its samples, from 0. */
  readonly members: readonly number[]
}

/** Class 0 orange, class 1 blue, as negative and positive are elsewhere; then further ones. */
export const classColours = [
  palette.vermillion,
  palette.blue,
  palette.green,
  palette.purple,
  palette.gold,
  palette.sky,
]
const classSymbols = ['square', 'circle', 'diamond', 'triangle-up', 'cross', 'star']

/**
 * Samples by class. Words become classes in the order of `classes`, else in the order in which they come.
 *
 * @param samples how many labels there have to be
 * @throws TypeError or RangeError naming the label that is wrong
 */
export function classGroups(
  call: string,
  labels: ClassLabels | undefined,
  classes: readonly string[] | undefined,
  samples: number,
): ClassGroup[] {
  if (labels === undefined)
    return [
      {
        name: 'samples',
        colour: palette.grey,
        symbol: 'circle',
        members: Array.from({ length: samples }, (_, m) => m),
      },
    ]
  const numbers = isMatrix(labels) ? fromMatrix(call, labels) : fromList(call, labels, classes)
  if (numbers.index.length !== samples)
    throw new RangeError(
      `${call}: expected ${samples} labels, one for each column of X, received ${numbers.index.length}.`,
    )
  return numbers.names.map((name, k) => ({
    name: classes?.[k] ?? name,
    colour: classColours[k % classColours.length] ?? palette.grey,
    symbol: classSymbols[k % classSymbols.length] ?? 'circle',
    members: numbers.index.flatMap((own, m) => (own === k ? [m] : [])),
  }))
}

interface Numbered {
  readonly index: readonly number[]
  readonly names: readonly string[]
}

function fromMatrix(call: string, labels: Matrix): Numbered {
  const { rows, columns, values } = requireFiniteMatrix(call, 'labels', labels)
  const index = Array.from({ length: columns }, (_, m) => {
    if (rows === 1) return Math.round(values[m] ?? 0)
    const column = Array.from({ length: rows }, (_, k) => values[k * columns + m] ?? 0)
    return column.indexOf(Math.max(...column))
  })
  return numbered(call, index)
}

function fromList(call: string, labels: unknown, classes: readonly string[] | undefined): Numbered {
  if (!Array.isArray(labels))
    throw new TypeError(`${call}: expected labels to be Y or a list of words, received ${received(labels)}.`)
  if (labels.every((label) => typeof label === 'number')) return numbered(call, labels.map(Number))
  const odd = labels.findIndex((label) => typeof label !== 'string')
  if (odd >= 0)
    throw new TypeError(`${call}: expected labels[${odd}] to be a text, received ${received(labels[odd])}.`)
  const names = classes ?? [...new Set(labels.map(String))]
  const index = labels.map((label, m) => {
    const k = names.indexOf(label)
    if (k < 0)
      throw new RangeError(
        `${call}: labels[${m}] is '${label}'. Expected one of classes: ${names.join(', ')}.`,
      )
    return k
  })
  return { index, names }
}

function numbered(call: string, index: readonly number[]): Numbered {
  const bad = index.findIndex((k) => !Number.isInteger(k) || k < 0 || k > 20)
  if (bad >= 0)
    throw new RangeError(
      `${call}: expected labels to be 0, 1, 2, …, but labels[${bad}] is ${String(index[bad])}.`,
    )
  const count = Math.max(1, ...index) + 1
  return { index, names: Array.from({ length: count }, (_, k) => `class ${k}`) }
}
