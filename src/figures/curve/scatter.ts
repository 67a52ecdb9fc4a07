import { requireKnownKeys } from '../../math/known.js'
import { requireFinite } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { type AxisOptions, requireAxis } from '../base/axis.js'
import { type Figure, figure, type Trace } from '../base/figure.js'
import { theme } from '../base/theme.js'
import { extent, rounded } from '../base/values.js'
import { palette } from '../colour/palette.js'
import { logTicks } from '../marks/log-ticks.js'
import { markLayout } from '../marks/mark-layout.js'
import { type Band, type Mark, readReferences } from '../marks/marks.js'
import { hoverText } from '../text/hover-text.js'
import { sentenceCase } from '../text/number-text.js'
import { type CheckedGroup, type Group, readGroups } from './scatter-groups.js'
import { scatterSummary } from './scatter-summary.js'

/** A straight line through the points: y = slope · x + intercept. */
export interface Line {
  readonly slope: number
  readonly intercept: number
  readonly name?: string
}

/** Everything that `scatter` reads. */
export interface ScatterOptions {
  readonly x: AxisOptions
  readonly y: AxisOptions
  /** Default '<y title> and <x title>'. */
  readonly title?: string
  readonly summary?: string
  /** Lines over the whole width, such as a fit, or { slope: 1, intercept: 0 } where predicted equals actual. */
  readonly lines?: readonly Line[]
  readonly marks?: readonly Mark[]
  readonly bands?: readonly Band[]
  readonly equalAxes?: boolean
  readonly legend?: 'below' | 'right' | 'none'
  readonly height?: number
}

const known = ['x', 'y', 'title', 'summary', 'lines', 'marks', 'bands', 'equalAxes', 'legend', 'height']

/**
 * Points, in one group { x, y, name, labels } or several, each with its colour and its symbol; with lines through them.
 *
 * Points at 0 or below have no place on a logarithmic axis: they are left out, and the summary says how many.
 *
 * @throws TypeError for lists of different length or an unknown option; RangeError naming the entry that is NaN
 */
export function scatter(groups: Group | readonly Group[], options: ScatterOptions): Figure {
  const call = 'scatter(groups, options)'
  requireKnownKeys(call, 'options', options, known)
  const axes = { x: requireAxis(call, 'x', options.x), y: requireAxis(call, 'y', options.y) }
  const log = { x: axes.x.log === true, y: axes.y.log === true }
  const checked = readGroups(call, groups, log)
  const lines = readLines(call, options.lines, log)
  const references = readReferences(call, options.marks, options.bands, log)
  const drawn = { x: checked.flatMap(({ x }) => x), y: checked.flatMap(({ y }) => y), log }
  const { shapes, annotations, headroom } = markLayout(references, drawn)
  const { equalAxes, height } = options
  const legend = options.legend ?? (lines.some(({ name }) => name !== '') ? 'below' : undefined)
  return figure({
    title: options.title ?? sentenceCase(`${axes.y.title} and ${axes.x.title}`),
    summary: options.summary ?? scatterSummary(checked, axes, lines, references),
    ...axes,
    data: [
      ...checked.map((group) => groupTrace(group, checked, hoverText(axes.x, axes.y))),
      ...lines.map((line, k) => lineTrace(line, k, drawn.x)),
    ],
    shapes,
    annotations,
    headroom,
    layout: { xaxis: logTicks(drawn.x, log.x), yaxis: logTicks(drawn.y, log.y) },
    ...(equalAxes === undefined ? {} : { equalAxes }),
    ...(legend === undefined ? {} : { legend }),
    ...(height === undefined ? {} : { height }),
  })
}

function groupTrace(group: CheckedGroup, all: readonly CheckedGroup[], hover: string): Trace {
  const { name, x, y, labels, colour, symbol, size } = group
  const total = all.reduce((sum, each) => sum + each.x.length, 0)
  return {
    type: 'scatter',
    mode: 'markers',
    ...(name === '' ? {} : { name }),
    x: x.map(rounded),
    y: y.map(rounded),
    ...(labels === undefined ? {} : { text: labels }),
    marker: {
      color: colour,
      symbol,
      size: size ?? (total > 300 ? 6 : total > 60 ? 7.5 : 9),
      opacity: total > 60 && size === undefined ? 0.75 : 0.9,
      line: { width: 0 },
    },
    hovertemplate: `${labels === undefined ? '' : '%{text}<br>'}${hover}<extra>${name}</extra>`,
  }
}

function lineTrace({ slope, intercept, name }: Required<Line>, index: number, xs: readonly number[]): Trace {
  const [low, high] = extent(xs)
  return {
    type: 'scatter',
    mode: 'lines',
    ...(name === '' ? {} : { name }),
    x: [rounded(low), rounded(high)],
    y: [rounded(slope * low + intercept), rounded(slope * high + intercept)],
    line: {
      color: [theme.neutral, palette.vermillion, palette.purple][index % 3] ?? theme.neutral,
      width: 2,
      dash: ['solid', 'dash', 'dot'][index % 3] ?? 'solid',
    },
    hoverinfo: name === '' ? 'skip' : 'name',
  }
}

function readLines(call: string, lines: unknown, log: { x: boolean; y: boolean }): Required<Line>[] {
  if (lines === undefined) return []
  if (!Array.isArray(lines))
    throw new TypeError(
      `${call}: expected lines to be a list of { slope, intercept, name }, received ${received(lines)}.`,
    )
  if (lines.length > 0 && (log.x || log.y))
    throw new TypeError(
      `${call}: a straight line is not straight on a logarithmic axis. Leave lines or log out.`,
    )
  return lines.map((line: unknown, k) => {
    requireKnownKeys(call, `lines[${k}]`, line, ['slope', 'intercept', 'name'])
    // requireKnownKeys has refused all but records.
    const { slope, intercept, name } = line as { slope?: unknown; intercept?: unknown; name?: unknown }
    return {
      slope: requireFinite(call, `lines[${k}].slope`, slope),
      intercept: requireFinite(call, `lines[${k}].intercept`, intercept),
      name: typeof name === 'string' ? name : '',
    }
  })
}
