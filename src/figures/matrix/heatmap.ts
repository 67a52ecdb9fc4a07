import { requireKnownKeys } from '../../math/known.js'
import { received } from '../../math/received.js'
import { shapeOf } from '../../math/shape-of.js'
import { type Figure, figure } from '../base/figure.js'
import { drawingMargin } from '../marks/drawing-margin.js'
import {
  type MatrixOrRows,
  type NamedMatrix,
  type Panel,
  toChoice,
  toDigits,
  toPanel,
} from './heatmap-argument.js'
import { headings, heatmapAxes, heatmapTraces } from './heatmap-layout.js'
import { arrange } from './heatmap-lines.js'
import { heatmapScale } from './heatmap-scale.js'
import { heatmapsSummary } from './heatmap-summary.js'
import { leastWidth } from './least-width.js'

/** What `heatmaps` can be told. */
export interface HeatmapsOptions {
  /** Default: the names, 'Z1, A1'. */
  readonly title?: string
  /** Colours around 0, the same distance both ways. Default: where signs differ. */
  readonly diverging?: boolean
  /** Significant digits of each matrix's greatest number; its others get as many decimals. Default 3. */
  readonly digits?: number
  /** One name for each row; the rows of all matrices are then the same. */
  readonly rowNames?: readonly string[]
  /** One name for each column. */
  readonly columnNames?: readonly string[]
}

/** What `heatmap` can be told. */
export interface HeatmapOptions extends HeatmapsOptions {
  /** The matrix's name in the title: 'Z1'. Default 'matrix'. */
  readonly name?: string
}

const known = ['title', 'diverging', 'digits', 'rowNames', 'columnNames']

/**
 * A matrix as a heat map with its numbers in the cells, rows downwards, its shape in the title: 'Z1 · 3×4'.
 *
 * The numbers are left out where there are too many to be read.
 *
 * @throws ShapeError, TypeError or RangeError for what is no finite matrix, and for unknown options
 */
export function heatmap(matrix: MatrixOrRows, options: HeatmapOptions = {}): Figure {
  const call = 'heatmap(matrix, options)'
  requireKnownKeys(call, 'options', options, ['name', ...known])
  const { name = 'matrix', rowNames, columnNames, ...rest } = options
  const panel = toPanel(call, 'options', { name, matrix, ...namesOf({ rowNames, columnNames }) })
  return draw(call, [panel], { title: `${name} · ${shapeOf(panel.m)}`, ...rest }, options.title !== undefined)
}

/**
 * Several matrices side by side, with one colour scale, each with its name, its shape and its numbers.
 *
 * @param matrices `{ Z1: cache.Z1, A1: cache.A1 }`, or a list of `{ name, matrix, rowNames?, columnNames? }`
 * @throws as `heatmap`
 */
export function heatmaps(
  matrices: Readonly<Record<string, MatrixOrRows>> | readonly NamedMatrix[],
  options: HeatmapsOptions = {},
): Figure {
  const call = 'heatmaps(matrices, options)'
  requireKnownKeys(call, 'options', options, known)
  if (typeof matrices !== 'object' || matrices === null)
    throw new TypeError(
      `${call}: expected matrices to be a record such as { Z1: Z1, A1: A1 }, received ${received(matrices)}.`,
    )
  const { rowNames, columnNames } = options
  const shared = namesOf({ rowNames, columnNames })
  const panels = isList(matrices)
    ? matrices.map((each, i) =>
        toPanel(call, `matrices[${i}]`, typeof each === 'object' ? { ...shared, ...each } : each),
      )
    : Object.entries(matrices).map(([name, matrix]) => toPanel(call, name, { ...shared, name, matrix }))
  if (panels.length === 0)
    throw new TypeError(`${call}: there is no matrix in matrices. Expected at least one.`)
  return draw(call, panels, { title: panels.map((panel) => panel.name).join(', '), ...options }, true)
}

function draw(call: string, panels: readonly Panel[], options: HeatmapsOptions, named: boolean): Figure {
  const digits = toDigits(call, options.digits)
  const scale = heatmapScale(
    panels.map((panel) => panel.m),
    toChoice(call, 'diverging', options.diverging),
  )
  const arrangement = arrange(panels, digits, named)
  const title = options.title ?? ''
  const margin = drawingMargin(title)
  return figure({
    title,
    summary: heatmapsSummary(panels, digits),
    data: heatmapTraces(arrangement, scale),
    legend: 'none',
    annotations: named ? headings(arrangement) : [],
    height: Math.round(margin.t + arrangement.height + margin.b),
    layout: { meta: leastWidth(arrangement, margin), margin, ...heatmapAxes(arrangement) },
  })
}

/** Only the names that are given: an absent option is not the same as `undefined`. */
function namesOf(names: {
  rowNames: readonly string[] | undefined
  columnNames: readonly string[] | undefined
}): Pick<NamedMatrix, 'rowNames' | 'columnNames'> {
  return {
    ...(names.rowNames === undefined ? {} : { rowNames: names.rowNames }),
    ...(names.columnNames === undefined ? {} : { columnNames: names.columnNames }),
  }
}

function isList(matrices: object): matrices is readonly NamedMatrix[] {
  return Array.isArray(matrices)
}
