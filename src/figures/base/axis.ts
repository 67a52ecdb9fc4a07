import { requireKnownKeys } from '../../math/known.js'
import { requireFinite, requirePositive } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { wrapText } from '../text/wrap-text.js'
import type { JsonRecord } from './json.js'
import { theme } from './theme.js'

/** One axis of a figure. */
export interface AxisOptions {
  /** What is measured along it: 'θ₁', 'body mass'. Needed, unless the axis is hidden. */
  readonly title?: string
  /** Its unit, written behind the title in brackets: 'g'. */
  readonly unit?: string
  /** Logarithmic, base 10. Default false. */
  readonly log?: boolean
  /** From where to where, in the data's own numbers, on a logarithmic axis too. */
  readonly range?: readonly number[]
  /** Marks at these places instead of Plotly's, with these words. */
  readonly ticks?: { readonly values: readonly number[]; readonly labels: readonly string[] }
  /** Runs the other way: rows of a matrix are counted downwards. Default false. */
  readonly reversed?: boolean
  /** No line, no grid, no numbers: for drawings such as a network. Default false. */
  readonly hidden?: boolean
  /** Grid lines. Default true. */
  readonly grid?: boolean
}

const known = ['title', 'unit', 'log', 'range', 'ticks', 'reversed', 'hidden', 'grid']

/** The title with its unit: 'body mass (g)'. */
export function axisTitle({ title = '', unit }: AxisOptions): string {
  return unit === undefined || unit === '' ? title : `${title} (${unit})`
}

/**
 * The layout of one axis, for `layout.xaxis`, `layout.yaxis2`, or one of a scene's.
 *
 * @param name as errors shall call it: 'x'
 * @throws TypeError for an unknown option or no title; RangeError for a range that is none
 */
export function axisLayout(name: string, options: AxisOptions): JsonRecord {
  const call = `figure({ ${name} })`
  requireKnownKeys(call, name, options, known)
  const { log = false, ticks, reversed = false, hidden = false, grid = true } = options
  if (options.title !== undefined && typeof options.title !== 'string')
    throw new TypeError(`${call}: expected title to be a text, received ${received(options.title)}.`)
  const title = axisTitle(options)
  if (!hidden && title.trim() === '')
    throw new TypeError(`${call}: the ${name} axis needs a title, as in { title: 'body mass', unit: 'g' }.`)
  const range = options.range === undefined ? undefined : limits(call, name, options.range, log)
  return {
    type: log ? 'log' : undefined,
    title: { text: wrapText(title, 44), standoff: 8, font: { size: theme.fontSize, color: theme.neutral } },
    ...(range === undefined
      ? { autorange: reversed ? 'reversed' : true }
      : { range: reversed ? [...range].reverse() : range, autorange: false }),
    ...(ticks === undefined ? {} : { tickmode: 'array', tickvals: ticks.values, ticktext: ticks.labels }),
    exponentformat: 'power',
    // Plotly draws powers of ten a quarter bigger, and fills a long logarithmic axis with small twos and fives.
    ...(log ? { nticks: 4, tickfont: { size: theme.fontSize - 2, color: theme.neutral } } : {}),
    automargin: true,
    color: theme.neutral,
    gridcolor: theme.grid,
    linecolor: theme.neutral,
    zeroline: false,
    zerolinecolor: theme.zeroLine,
    showgrid: grid && !hidden,
    ...(hidden ? { visible: false } : {}),
  }
}

/** An axis with a title. @throws TypeError */
export function requireAxis(call: string, name: string, axis: AxisOptions): AxisOptions {
  if (typeof axis === 'object' && axis !== null && typeof axis.title === 'string' && axis.title.trim() !== '')
    return axis
  throw new TypeError(
    `${call}: expected ${name} to be a record with a title, such as { title: 'body mass', unit: 'g' }, received ${received(axis)}.`,
  )
}

/** Plotly takes the ends of a logarithmic axis as powers of ten. */
function limits(call: string, name: string, range: unknown, log: boolean): [number, number] {
  if (!Array.isArray(range) || range.length !== 2)
    throw new TypeError(`${call}: expected ${name}.range to be [from, to], received ${received(range)}.`)
  const check = log ? requirePositive : requireFinite
  const [from, to] = [check(call, `${name}.range[0]`, range[0]), check(call, `${name}.range[1]`, range[1])]
  if (from >= to)
    throw new RangeError(
      `${call}: expected ${name}.range to run from low to high, received [${from}, ${to}].`,
    )
  return log ? [Math.log10(from), Math.log10(to)] : [from, to]
}
