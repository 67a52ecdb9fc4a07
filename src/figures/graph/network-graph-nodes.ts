import type { Matrix } from '../../math/matrix.js'
import { numberText } from '../text/number-text.js'
import type { Place } from './graph-marks.js'

/** A neuron, an input or a bias in the drawing. */
export interface GraphNode extends Place {
  readonly layer: number
  /** Its number within the layer; −1 for a bias. */
  readonly index: number
  readonly name: string
  /** A name of its own, written beside it. */
  readonly label: string | undefined
  readonly value: number | undefined
}

/** A layer that has more neurons than are drawn. */
export interface Ellipsis extends Place {
  readonly hidden: number
}

/** Pixels from a neuron's centre to its edge. */
export const radius = 22
export const biasRadius = 13

/** Most neurons that are drawn of one layer. */
const most = 9

/** Every node in its place, with the bias below the inputs and below the hidden neurons, and the height of it all. */
export function layOut(
  sizes: readonly number[],
  labels: readonly (readonly string[] | undefined)[],
  values: readonly (Matrix | undefined)[],
  sample: number,
  top: number,
): { nodes: GraphNode[]; ellipses: Ellipsis[]; height: number } {
  const shown = sizes.map((size) => Math.min(size, most))
  const rows = shown.map((count, layer) => count + (layer < 2 ? 0.85 : 0))
  // Pixels from one neuron to the next.
  const pitch = Math.max(...rows) <= 5.5 ? 72 : 52
  const body = Math.max(...rows) * pitch
  const nodes: GraphNode[] = []
  const ellipses: Ellipsis[] = []
  sizes.forEach((size, layer) => {
    const count = shown[layer] ?? 0
    const start = top + (body - (rows[layer] ?? 0) * pitch) / 2 + pitch / 2
    for (let row = 0; row < count; row++) {
      const isCut = size > most && row === most - 2
      const index = size > most && row === most - 1 ? size - 1 : row
      const place = { x: layer, y: start + row * pitch }
      if (isCut) ellipses.push({ ...place, hidden: size - most + 1 })
      else
        nodes.push({
          ...place,
          layer,
          index,
          name: neuronName(layer, index, size),
          label: labels[layer]?.[index],
          value: entry(values[layer], index, sample),
        })
    }
    if (layer < 2)
      nodes.push({
        layer,
        index: -1,
        x: layer,
        y: start + (count - 0.1) * pitch,
        name: '1',
        label: undefined,
        value: undefined,
      })
  })
  return { nodes, ellipses, height: top + body + 4 }
}

/** 'x₁', 'h₁', 'ŷ₁', without a number where there is only one. */
export function neuronName(layer: number, index: number, size: number): string {
  const letter = ['x', 'h', 'ŷ'][layer] ?? ''
  return size === 1 ? letter : letter + subscript(index + 1)
}

export function subscript(n: number): string {
  return [...String(n)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit))).join('')
}

/** An entry of a matrix, when there is the matrix. */
export function entry(m: Matrix | undefined, row: number, column: number): number | undefined {
  return m?.values[row * m.columns + column]
}

/** Two significant digits, or one where two are too long for a circle. */
export function shortNumber(value: number): string {
  const text = numberText(value, 2)
  return text.length > 7 ? numberText(value, 1) : text
}
