import { requireKnownKeys } from '../../math/known.js'
import { requirePositive } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { isList, type Numbers, optionalText, requireNumbers } from '../base/values.js'
import { palette, seriesStyle } from '../colour/palette.js'
import { colourName, type LogAxes } from '../marks/marks.js'

/** Points of one kind. */
export interface Group {
  readonly x: Numbers
  /** As long as x. */
  readonly y: Numbers
  readonly name?: string
  /** What a pointer reads at each point, such as its name. */
  readonly labels?: readonly string[]
  /** A name of the palette. By default each group has its own. */
  readonly colour?: string
  /** Of its marks, in pixels, where a few shall stand out among many. By default as the number of points allows. */
  readonly size?: number
}

/** A group that has been looked at, without the points that a logarithmic axis cannot show. */
export interface CheckedGroup {
  readonly name: string
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly labels: readonly string[] | undefined
  readonly colour: string
  readonly symbol: string
  readonly size: number | undefined
  readonly leftOut: number
}

/** One group or a list of them, looked at. @throws TypeError or RangeError naming the group and the entry */
export function readGroups(call: string, groups: unknown, log: LogAxes): CheckedGroup[] {
  if (typeof groups !== 'object' || groups === null)
    throw new TypeError(
      `${call}: expected a group { x, y, name } or a list of them, received ${received(groups)}.`,
    )
  const list: readonly unknown[] = Array.isArray(groups) ? groups : [groups]
  if (list.length === 0)
    throw new TypeError(`${call}: the list of groups is empty. Expected at least one { x, y }.`)
  return list.map((each, k) => readOne(call, Array.isArray(groups) ? `groups[${k}]` : 'groups', each, k, log))
}

function readOne(call: string, name: string, group: unknown, index: number, log: LogAxes): CheckedGroup {
  requireKnownKeys(call, name, group, ['x', 'y', 'name', 'labels', 'colour', 'size'])
  // requireKnownKeys has refused all but records; each value is checked below.
  const given = group as { readonly [key: string]: unknown }
  const x = requireNumbers(call, `${name}.x`, given['x'])
  const y = requireNumbers(call, `${name}.y`, given['y'])
  const labels = given['labels']
  for (const [key, values] of [
    ['y', y],
    ['labels', labels],
  ] as const) {
    if (values === undefined || (isList(values) && values.length === x.length)) continue
    const came = isList(values) ? `${values.length} entries` : received(values)
    throw new TypeError(
      `${call}: ${name}.${key} has ${came}, ${name}.x has ${x.length} entries. Expected the same number.`,
    )
  }
  const shown = x.map((value, k) => (!log.x || value > 0) && (!log.y || (y[k] ?? 0) > 0))
  const kept = <T>(values: readonly T[]) => values.filter((_, k) => shown[k])
  if (!shown.includes(true))
    throw new RangeError(
      `${call}: ${name} has no point with a value above 0, so a logarithmic axis can show none of it. Leave log out.`,
    )
  const style = seriesStyle(index)
  return {
    name: optionalText(call, `${name}.name`, given['name']),
    x: kept(x),
    y: kept(y),
    labels: isList(labels) ? kept(Array.from(labels, String)) : undefined,
    colour:
      given['colour'] === undefined
        ? style.colour
        : palette[colourName(call, `${name}.colour`, given['colour'])],
    symbol: style.symbol,
    size: given['size'] === undefined ? undefined : requirePositive(call, `${name}.size`, given['size']),
    leftOut: x.length - shown.filter((yes) => yes).length,
  }
}
