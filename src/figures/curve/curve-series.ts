import { requireKnownKeys, requireKnownValue } from '../../math/known.js'
import type { Matrix } from '../../math/matrix.js'
import { received } from '../../math/received.js'
import { type Numbers, optionalText, requireNumbers, requireNumbersOrGaps } from '../base/values.js'
import { dashes, palette, seriesStyle } from '../colour/palette.js'
import { colourName, type LogAxes } from '../marks/marks.js'

/** One line of a figure. */
export interface Series {
  readonly x: Numbers
  /** As long as x; null leaves a gap. */
  readonly y: (Iterable<number | null> & { readonly length: number }) | Matrix
  readonly name?: string
  /** Edges of a shaded band around the line, each as long as x. */
  readonly low?: Numbers
  readonly high?: Numbers
  /** Default 'line'. */
  readonly show?: 'line' | 'points' | 'both'
  /** A name of the palette. By default each series has its own. */
  readonly colour?: string
  /** 'solid', 'dash', 'dot', 'dashdot', 'longdash' or 'longdashdot'. By default each series has its own. */
  readonly dash?: string
}

/** A series that has been looked at, with every choice made. */
export interface CheckedSeries {
  readonly name: string
  readonly x: readonly (number | null)[]
  readonly y: readonly (number | null)[]
  readonly low: readonly number[] | undefined
  readonly high: readonly number[] | undefined
  readonly show: 'line' | 'points' | 'both'
  readonly colour: string
  readonly dash: string
  readonly symbol: string
  /** How many points a logarithmic axis cannot show. */
  readonly leftOut: number
}

/**
 * One series or a list of them, looked at.
 *
 * On a logarithmic axis a value of 0 or below becomes a gap, and is counted; a series with nothing else is refused.
 *
 * @throws TypeError or RangeError naming the series and the entry
 */
export function readSeries(call: string, series: unknown, log: LogAxes): CheckedSeries[] {
  if (typeof series !== 'object' || series === null)
    throw new TypeError(
      `${call}: expected a series { x, y, name } or a list of them, received ${received(series)}.`,
    )
  const list: readonly unknown[] = Array.isArray(series) ? series : [series]
  if (list.length === 0)
    throw new TypeError(`${call}: the list of series is empty. Expected at least one { x, y }.`)
  return list.map((each, k) => readOne(call, Array.isArray(series) ? `series[${k}]` : 'series', each, k, log))
}

function readOne(call: string, name: string, series: unknown, index: number, log: LogAxes): CheckedSeries {
  requireKnownKeys(call, name, series, ['x', 'y', 'name', 'low', 'high', 'show', 'colour', 'dash'])
  // requireKnownKeys has refused all but records; each value is checked below.
  const given = series as { readonly [key: string]: unknown }
  const x = requireNumbers(call, `${name}.x`, given['x'])
  const y = requireNumbersOrGaps(call, `${name}.y`, given['y'])
  const sameLength = (key: string, values: { readonly length: number }) => {
    if (values.length !== x.length)
      throw new TypeError(
        `${call}: ${name}.${key} has ${values.length} entries, ${name}.x has ${x.length}. Expected the same number.`,
      )
  }
  sameLength('y', y)
  const edge = (key: 'low' | 'high') => {
    if (given[key] === undefined) return undefined
    const values = requireNumbers(call, `${name}.${key}`, given[key])
    sameLength(key, values)
    return values
  }
  const [low, high] = [edge('low'), edge('high')]
  if ((low === undefined) !== (high === undefined))
    throw new TypeError(`${call}: expected ${name} to have both low and high, or neither.`)

  const hidden = (k: number) => (log.x && (x[k] ?? 0) <= 0) || (log.y && (y[k] ?? 1) <= 0)
  const leftOut = x.filter((_, k) => hidden(k)).length
  if (leftOut === x.length)
    throw new RangeError(
      `${call}: ${name} has no point with a value above 0, so a logarithmic axis can show none of it. Leave log out.`,
    )
  const style = seriesStyle(index)
  return {
    name: optionalText(call, `${name}.name`, given['name']),
    x: x.map((value, k) => (hidden(k) ? null : value)),
    y: y.map((value, k) => (hidden(k) ? null : value)),
    low,
    high,
    show: requireKnownValue(call, `${name}.show`, given['show'] ?? 'line', ['line', 'points', 'both']),
    colour:
      given['colour'] === undefined
        ? style.colour
        : palette[colourName(call, `${name}.colour`, given['colour'])],
    dash: requireKnownValue(call, `${name}.dash`, given['dash'] ?? style.dash, dashes),
    symbol: style.symbol,
    leftOut,
  }
}
