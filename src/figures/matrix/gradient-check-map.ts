import { requireKnownKeys } from '../../math/known.js'
import { requirePositive } from '../../math/number-argument.js'
import { axisLayout } from '../base/axis.js'
import { type Figure, figure } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { theme } from '../base/theme.js'
import { drawingMargin } from '../marks/drawing-margin.js'
import { textWidth } from '../still/still-picture-text.js'
import { type GradientChecks, readChecks } from './gradient-check-argument.js'
import { checkCells, checkTexts } from './gradient-check-cells.js'
import { gradientCheckSummary } from './gradient-check-summary.js'

/** What `gradientCheckMap` can be told. */
export interface GradientCheckMapOptions {
  readonly title?: string
  /** A relative error above this is wrong. Default 10⁻⁶. */
  readonly tolerance?: number
}

const rowHeight = 23

/**
 * What the gradient check says of several backward passes: a row for each, a column for each matrix in the order of
 * the pass, so that the first filled cell of a row is the line to look at.
 *
 * A dot is right, a number is the relative error, ∞ a wrong shape; a cell is empty where the check says nothing.
 *
 * @param checks `{ mine: checkGradients(…), 'no-2': checkGradients(…) }`; undefined for a pass that did not run
 * @throws TypeError or RangeError for what is no check, and for unknown options
 */
export function gradientCheckMap(checks: GradientChecks, options: GradientCheckMapOptions = {}): Figure {
  const call = 'gradientCheckMap(checks, options)'
  requireKnownKeys(call, 'options', options, ['title', 'tolerance'])
  const tolerance = requirePositive(call, 'tolerance', options.tolerance ?? 1e-6)
  const checked = readChecks(call, checks)
  const { columns, passes } = checked
  const title = options.title ?? 'What the gradient check says'
  const margin = drawingMargin(title)
  const heading = 40
  const names = Math.max(...passes.map(({ name }) => textWidth(name, 11)))
  const outputs = columns.filter((name) => name.endsWith('2')).length
  return figure({
    title,
    summary: gradientCheckSummary(checked, tolerance),
    data: [checkCells(checked, tolerance), ...checkTexts(checked, tolerance)],
    legend: 'none',
    height: margin.t + heading + passes.length * rowHeight + margin.b,
    shapes: outputs > 0 && outputs < columns.length ? [divider(outputs)] : [],
    annotations: [
      ...layerName('output layer', 0, outputs),
      ...layerName('hidden layer', outputs, columns.length),
    ],
    layout: {
      meta: { keepsHeight: true, leastWidth: Math.ceil(names + columns.length * 31 + 26) },
      margin: { ...margin, t: margin.t + heading },
      xaxis: axis('x', columns),
      yaxis: axis(
        'y',
        passes.map(({ name }) => name),
      ),
    },
  })
}

function axis(letter: 'x' | 'y', names: readonly string[]): JsonRecord {
  return {
    ...axisLayout(letter, {
      title: letter === 'x' ? 'gradient' : 'backward pass',
      grid: false,
      reversed: letter === 'y',
      range: [0.5, names.length + 0.5],
      ticks: { values: names.map((_, i) => i + 1), labels: names },
    }),
    ...(letter === 'x' ? { side: 'top' } : {}),
    title: { text: '' },
    fixedrange: true,
    ticks: '',
    showline: false,
    automargin: letter === 'y',
    tickangle: 0,
    tickfont: { size: 11.5 },
  }
}

function divider(after: number): JsonRecord {
  return {
    type: 'line',
    xref: 'x',
    yref: 'paper',
    x0: after + 0.5,
    x1: after + 0.5,
    y0: 0,
    y1: 1,
    line: { color: theme.neutral, width: 1 },
  }
}

/** Above the columns of a layer its name, where the columns leave room for it. */
function layerName(text: string, from: number, to: number): JsonRecord[] {
  if (to - from < 2) return []
  return [
    {
      text,
      x: (from + to + 1) / 2,
      xref: 'x',
      y: 1,
      yref: 'paper',
      yshift: 20,
      yanchor: 'bottom',
      showarrow: false,
      font: { size: 11.5 },
    },
  ]
}
