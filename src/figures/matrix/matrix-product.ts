import { columnOf, rowOf } from '../../math/entries.js'
import { requireKnownKeys } from '../../math/known.js'
import { matmul } from '../../math/matmul.js'
import type { Matrix } from '../../math/matrix.js'
import { requireWhole } from '../../math/number-argument.js'
import { shapeOf } from '../../math/shape-of.js'
import { type Figure, figure } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { palette } from '../colour/palette.js'
import { drawingMargin } from '../marks/drawing-margin.js'
import { listText, numberText } from '../text/number-text.js'
import { type MatrixOrRows, toDigits, toMatrix, toNames } from './heatmap-argument.js'
import { headings, heatmapAxes, heatmapTraces } from './heatmap-layout.js'
import type { Arrangement, PlacedPanel } from './heatmap-lines.js'
import { heatmapScale } from './heatmap-scale.js'
import { leastWidth } from './least-width.js'
import { matrixTexts } from './matrix-numbers.js'

/** What `matrixProduct` can be told. */
export interface MatrixProductOptions {
  /** Which row of A, counted from 0. Default 0. */
  readonly row?: number
  /** Which column of B, counted from 0. Default 0. */
  readonly column?: number
  /** Names of A, B and their product. Default ['A', 'B', 'A·B']. */
  readonly names?: readonly string[]
  /** Significant digits of each matrix's greatest number. Default 3. */
  readonly digits?: number
  readonly title?: string
}

const largest = 10
const rowHeight = 34
const headingHeight = 26
const between = 14

/**
 * A product of two matrices with B above and A to the left of it, so that row i of A and column j of B point at the
 * entry that they make; the three are framed.
 *
 * @param A n×k, at most 10×10
 * @param B k×m, at most 10×10
 * @throws ShapeError if the inner sizes differ; TypeError or RangeError for no matrix, one too large to read, a row or
 *   column that is not there, unknown options
 */
export function matrixProduct(A: MatrixOrRows, B: MatrixOrRows, options: MatrixProductOptions = {}): Figure {
  const call = 'matrixProduct(A, B, options)'
  requireKnownKeys(call, 'options', options, ['row', 'column', 'names', 'digits', 'title'])
  const left = readable(call, 'A', toMatrix(call, 'A', A))
  const above = readable(call, 'B', toMatrix(call, 'B', B))
  const product = matmul(left, above)
  const row = requireWhole(call, 'row', options.row ?? 0, 0, left.rows - 1)
  const column = requireWhole(call, 'column', options.column ?? 0, 0, above.columns - 1)
  const [nameA = 'A', nameB = 'B', nameC = 'A·B'] = toNames(call, 'names', options.names, 3, 'matrix') ?? []
  const digits = toDigits(call, options.digits)

  const matrices = [left, above, product] as const
  const names = [nameA, nameB, nameC] as const
  const arrangement = arrange(matrices, names, digits)
  const title = options.title ?? `Row ${row + 1} of ${nameA} times column ${column + 1} of ${nameB}`
  const margin = drawingMargin(title)
  return figure({
    title,
    summary: summaryOf(matrices, names, digits, row, column),
    data: heatmapTraces(arrangement, heatmapScale(matrices, undefined)),
    legend: 'none',
    annotations: headings(arrangement),
    shapes: [
      frame('', [0, left.columns], [row, row + 1]),
      frame('2', [column, column + 1], [0, above.rows]),
      frame('3', [column, column + 1], [row, row + 1]),
    ],
    height: Math.round(margin.t + arrangement.height + margin.b),
    layout: { meta: leastWidth(arrangement, margin), margin, ...heatmapAxes(arrangement) },
  })
}

function readable(call: string, name: string, m: Matrix): Matrix {
  if (m.rows <= largest && m.columns <= largest) return m
  throw new RangeError(
    `${call}: ${name} is ${shapeOf(m)}. Expected at most ${largest}×${largest}, so that its numbers can be read.`,
  )
}

/** A below at the left, B above at the right, the product under B and beside A; all cells of one size. */
function arrange(
  [A, B, C]: readonly [Matrix, Matrix, Matrix],
  names: readonly [string, string, string],
  digits: number,
): Arrangement {
  const unit = Math.min(1 / (A.columns + 0.5 + B.columns), 0.13)
  const height = 2 * headingHeight + between + (B.rows + A.rows) * rowHeight
  const lower = [0, (A.rows * rowHeight) / height] as const
  const upper = [1 - (headingHeight + B.rows * rowHeight) / height, 1 - headingHeight / height] as const
  const start = (A.columns + 0.5) * unit
  const right = [start, start + B.columns * unit] as const
  const panel = (name: string, m: Matrix, x: PlacedPanel['x'], y: PlacedPanel['y']): PlacedPanel => ({
    ...{ name, m, x, y },
    texts: matrixTexts(m, digits),
    rowNames: undefined,
    columnNames: undefined,
  })
  return {
    panels: [
      panel(names[0], A, [0, A.columns * unit], lower),
      panel(names[1], B, right, upper),
      panel(names[2], C, right, lower),
    ],
    fontSize: A.columns + B.columns > 8 ? 11 : 13,
    height,
  }
}

/** A frame around cells, in cells counted from 0; `axis` is the number behind x and y. */
function frame(
  axis: string,
  [left, right]: readonly [number, number],
  [top, bottom]: readonly [number, number],
): JsonRecord {
  return {
    type: 'rect',
    xref: `x${axis}`,
    yref: `y${axis}`,
    x0: left + 0.5,
    x1: right + 0.5,
    y0: top + 0.5,
    y1: bottom + 0.5,
    line: { color: palette.purple, width: 3.5 },
  }
}

function summaryOf(
  [A, B, C]: readonly [Matrix, Matrix, Matrix],
  [nameA, nameB, nameC]: readonly [string, string, string],
  digits: number,
  row: number,
  column: number,
): string {
  const write = (m: Matrix) => listText([...m.values].map((value) => numberText(value, digits)))
  const from = write(rowOf(A, row))
  const to = write(columnOf(B, column))
  const entry = write(columnOf(rowOf(C, row), column))
  const shapes = `${nameA} (${shapeOf(A)}) times ${nameB} (${shapeOf(B)}) is ${nameC} (${shapeOf(C)}).`
  const parts = `Row ${row + 1} of ${nameA} is ${from}, column ${column + 1} of ${nameB} is ${to};`
  return `${shapes} ${parts} multiplied and added they make ${entry}, the entry of ${nameC} in row ${row + 1}, column ${column + 1}.`
}
