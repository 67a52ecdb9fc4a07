import { requireKnownKeys, requireKnownValue } from '../../math/known.js'
import { requireFinite, requirePositive } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { type AxisOptions, requireAxis } from '../base/axis.js'
import { type Figure, figure } from '../base/figure.js'
import { extent } from '../base/values.js'
import { logTicks } from '../marks/log-ticks.js'
import { markLayout } from '../marks/mark-layout.js'
import { sentenceCase } from '../text/number-text.js'
import { type BarSeries, type NamedValues, readBars } from './bars-series.js'
import { barsSummary } from './bars-summary.js'
import { barTrace, zeros } from './bars-trace.js'

/** Everything that `bars` reads. */
export interface BarsOptions {
  /** The axis of the values: its title is needed; `log: true` makes it logarithmic. */
  readonly values: AxisOptions
  /** The axis of the labels: what they name. Its title is needed. */
  readonly labels: { readonly title: string }
  readonly title?: string
  readonly summary?: string
  /** Bars grow 'up' or 'across'. Default 'across' where there are more than 8, or a label has more than 12 letters. */
  readonly direction?: 'up' | 'across'
  /** Reference lines at values: { value, label }. */
  readonly marks?: readonly { readonly value: number; readonly label?: string }[]
  /** Labels whose bars stand out, where there is one series. */
  readonly highlight?: readonly string[]
  readonly legend?: 'below' | 'right' | 'none'
  readonly height?: number
}

const known = ['values', 'labels', 'title', 'summary', 'direction', 'marks', 'highlight', 'legend', 'height']

/**
 * Values by name as bars, the number at the end of each where there is room.
 *
 * A logarithmic axis has no place for 0: such a bar is left out, and the summary says so.
 *
 * @param bars `{ label: value }`, a series `{ labels, values, name }` or a list of series
 * @throws TypeError for lists of different length or an unknown option; RangeError naming the value that is NaN
 */
export function bars(data: NamedValues | BarSeries | readonly BarSeries[], options: BarsOptions): Figure {
  const call = 'bars(data, options)'
  requireKnownKeys(call, 'options', options, known)
  const values = requireAxis(call, 'values', options.values)
  const { title: labelTitle = '' } = requireAxis(call, 'labels', options.labels)
  const log = values.log === true
  const series = readBars(call, data, log)
  const labels = [...new Set(series.flatMap((each) => each.labels))]
  const across =
    requireKnownValue(call, 'direction', options.direction ?? directionFor(labels), ['up', 'across']) ===
    'across'
  const marks = readMarks(call, options.marks, log)
  const highlight = readHighlight(call, options.highlight, labels)
  const written = series.length * labels.length <= (across ? 40 : 10)
  const all = series.flatMap((each) => each.values).filter((value) => !log || value > 0)
  const range =
    values.range ?? rangeFor([...all, ...marks.map(({ value }) => value)], log, roomFor(all, written, across))
  const valueAxis = { ...values, range }
  const labelAxis = {
    title: labelTitle,
    grid: false,
    ...(across ? { reversed: true } : {}),
  }
  const { shapes, annotations, headroom } = markLayout(
    marks.map(({ value, label }) => ({
      axis: across ? 'x' : 'y',
      from: value,
      to: value,
      label,
      colour: undefined,
    })),
    { x: across ? range : [0, 1], y: across ? [0, 1] : range, log: { x: across && log, y: !across && log } },
  )
  const { legend } = options
  return figure({
    title: options.title ?? sentenceCase(values.title ?? ''),
    summary: options.summary ?? barsSummary(series, values, marks),
    x: across ? valueAxis : labelAxis,
    y: across ? labelAxis : valueAxis,
    height: options.height ?? (across ? 150 + labels.length * (series.length * 13 + 11) : 420),
    data: series.map((each) =>
      barTrace(each, { across, log, written, highlight, range, marks: marks.map(({ value }) => value) }),
    ),
    shapes,
    annotations: [...annotations, ...zeros(series, across)],
    headroom,
    ...(legend === undefined ? {} : { legend }),
    layout: {
      // Many bars under one another need their height also on a narrow page.
      ...(across && labels.length * series.length > 10 ? { meta: { keepsHeight: true } } : {}),
      barmode: 'group',
      bargap: 0.3,
      [across ? 'yaxis' : 'xaxis']: { type: 'category' },
      [across ? 'xaxis' : 'yaxis']: logTicks(range, log),
    },
  })
}

function directionFor(labels: readonly string[]): 'up' | 'across' {
  return labels.length > 8 || labels.some((label) => label.length > 12) ? 'across' : 'up'
}

/** What part of the axis the numbers at the ends of bars need: more across a narrow page, and more on both sides. */
function roomFor(values: readonly number[], written: boolean, across: boolean): number {
  if (!written) return 0.04
  if (!across) return 0.1
  return values.some((value) => value < 0) ? 0.34 : 0.2
}

/** From 0, or from the power of ten below, with room for the numbers at the ends of the bars. */
function rangeFor(values: readonly number[], log: boolean, room: number): [number, number] {
  const [low, high] = extent(values)
  if (log) {
    const [from, to] = [Math.floor(Math.log10(low) - 0.3), Math.log10(high)]
    return [10 ** from, 10 ** (to + (to - from) * room + 0.1)]
  }
  const span = Math.max(high, 0) - Math.min(low, 0)
  if (span === 0) return [0, 1]
  return [low < 0 ? low - span * room : 0, high > 0 ? high + span * room : 0]
}

function readMarks(call: string, marks: unknown, log: boolean): { value: number; label: string }[] {
  if (marks === undefined) return []
  if (!Array.isArray(marks))
    throw new TypeError(
      `${call}: expected marks to be a list of { value, label }, received ${received(marks)}.`,
    )
  return marks.map((mark: unknown, k) => {
    requireKnownKeys(call, `marks[${k}]`, mark, ['value', 'label'])
    // requireKnownKeys has refused all but records.
    const { value, label } = mark as { value?: unknown; label?: unknown }
    const check = log ? requirePositive : requireFinite
    return { value: check(call, `marks[${k}].value`, value), label: typeof label === 'string' ? label : '' }
  })
}

function readHighlight(call: string, highlight: unknown, labels: readonly string[]): string[] {
  if (highlight === undefined) return []
  if (!Array.isArray(highlight))
    throw new TypeError(
      `${call}: expected highlight to be a list of labels, received ${received(highlight)}.`,
    )
  return highlight.map((label: unknown, k) => requireKnownValue(call, `highlight[${k}]`, label, labels))
}
