import type { Trace } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { rounded } from '../base/values.js'
import { palette } from '../colour/palette.js'
import { numberText } from '../text/number-text.js'
import type { CheckedBars } from './bars-series.js'

/** How bars are drawn. */
export interface BarsLook {
  readonly across: boolean
  readonly log: boolean
  /** Whether the numbers stand at the ends of the bars. */
  readonly written: boolean
  readonly highlight: readonly string[]
  /** From where to where the axis of the values goes. */
  readonly range: readonly number[]
  /** Where reference lines stand. */
  readonly marks: readonly number[]
}

/** More bars than this beside one another are narrow, and so are their numbers. */
const mostBroad = 6

/** One series of bars. */
export function barTrace({ name, labels, values, colour, pattern }: CheckedBars, look: BarsLook): Trace {
  const lengths = values.map((value) => (look.log && value <= 0 ? null : rounded(value)))
  const special = labels.map((label) => look.highlight.includes(label))
  const some = special.includes(true)
  const digits = !look.across && labels.length > mostBroad ? 2 : 3
  return {
    type: 'bar',
    orientation: look.across ? 'h' : 'v',
    ...(name === '' ? {} : { name }),
    x: look.across ? lengths : labels,
    y: look.across ? labels : lengths,
    marker: {
      color: some ? special.map((yes) => (yes ? palette.vermillion : colour)) : colour,
      pattern: {
        shape: some ? special.map((yes) => (yes ? '/' : '')) : pattern,
        size: 7,
        solidity: 0.3,
        fillmode: 'overlay',
        // Each bar's own colour wins; without this one Plotly complains that a list of colours is no colour.
        ...(some ? { bgcolor: palette.vermillion } : {}),
        fgcolor: '#ffffff',
        fgopacity: 0.45,
      },
    },
    ...(look.written
      ? {
          text: values.map((value) => numberText(value, digits)),
          textposition: values.map((value) => (crossed(value, look) ? 'inside' : 'outside')),
          insidetextanchor: 'end',
          insidetextfont: { color: '#ffffff' },
          cliponaxis: false,
          // Plotly else shrinks the longer of the numbers to the width of their bars.
          constraintext: 'inside',
          textangle: 0,
        }
      : {}),
    hovertemplate: look.across
      ? `%{y}: %{x:.4~g}<extra>${name}</extra>`
      : `%{x}: %{y:.4~g}<extra>${name}</extra>`,
  }
}

/** Whether a reference line would run through the number behind the bar's end, and there is room for it before. */
function crossed(value: number, { log, range, marks }: BarsLook): boolean {
  const scaled = (each: number) => (log ? Math.log10(each) : each)
  const [low = 0, high = 1] = range.map(scaled)
  const place = (each: number) => (scaled(each) - low) / (high - low)
  const end = place(value)
  return end > 0.25 && marks.some((mark) => place(mark) >= end && place(mark) < end + 0.16)
}

/** A bar that a logarithmic axis cannot show has its number where it would begin. */
export function zeros(series: readonly CheckedBars[], across: boolean): JsonRecord[] {
  const [only] = series
  if (only === undefined || series.length > 1 || only.leftOut === 0) return []
  const place = across
    ? { x: 0, xref: 'x domain', xanchor: 'left' }
    : { y: 0, yref: 'y domain', yanchor: 'bottom' }
  return only.labels.flatMap((label, k) =>
    (only.values[k] ?? 1) > 0
      ? []
      : { ...place, [across ? 'y' : 'x']: label, text: numberText(only.values[k] ?? 0), showarrow: false },
  )
}
