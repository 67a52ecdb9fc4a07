import { requireKnownKeys } from '../../math/known.js'
import { received } from '../../math/received.js'
import { isList, type NumberList, requireNumbers } from '../base/values.js'
import { palette, seriesStyle } from '../colour/palette.js'
import { colourName } from '../marks/marks.js'

/** Bars of one kind: a value for each label. */
export interface BarSeries {
  readonly labels: readonly string[]
  readonly values: NumberList
  readonly name?: string
  /** A name of the palette. By default each series has its own. */
  readonly colour?: string
}

/** Values by label. */
export interface NamedValues {
  readonly [label: string]: number
}

/** A series that has been looked at. */
export interface CheckedBars {
  readonly name: string
  readonly labels: readonly string[]
  readonly values: readonly number[]
  readonly colour: string
  readonly pattern: string
  /** How many values a logarithmic axis cannot show. */
  readonly leftOut: number
}

/**
 * `{ label: value }`, one series or a list of them, looked at.
 *
 * @throws TypeError or RangeError naming the series and the entry
 */
export function readBars(call: string, bars: unknown, log: boolean): CheckedBars[] {
  if (typeof bars !== 'object' || bars === null)
    throw new TypeError(
      `${call}: expected { label: value }, a series { labels, values, name } or a list of series, received ${received(bars)}.`,
    )
  if (Array.isArray(bars)) {
    if (bars.length === 0) throw new TypeError(`${call}: the list of series is empty. Expected at least one.`)
    return bars.map((each: unknown, k) => readOne(call, `bars[${k}]`, each, k, log))
  }
  if ('values' in bars && isList(bars.values)) return [readOne(call, 'bars', bars, 0, log)]
  return [readOne(call, 'bars', { labels: Object.keys(bars), values: Object.values(bars) }, 0, log)]
}

function readOne(call: string, name: string, series: unknown, index: number, log: boolean): CheckedBars {
  requireKnownKeys(call, name, series, ['labels', 'values', 'name', 'colour'])
  // requireKnownKeys has refused all but records; each value is checked below.
  const given = series as { readonly [key: string]: unknown }
  const values = requireNumbers(call, `${name}.values`, given['values'])
  const labels = given['labels']
  if (!isList(labels) || labels.length !== values.length)
    throw new TypeError(
      `${call}: expected ${name}.labels to be a list of ${values.length} texts, one for each value, received ${received(labels)}.`,
    )
  const leftOut = log ? values.filter((value) => value <= 0).length : 0
  if (leftOut === values.length)
    throw new RangeError(
      `${call}: ${name} has no value above 0, so a logarithmic axis can show none. Leave log out.`,
    )
  const style = seriesStyle(index)
  return {
    name: typeof given['name'] === 'string' ? given['name'] : '',
    labels: Array.from(labels, String),
    values,
    colour:
      given['colour'] === undefined
        ? style.colour
        : palette[colourName(call, `${name}.colour`, given['colour'])],
    pattern: style.pattern,
    leftOut,
  }
}
