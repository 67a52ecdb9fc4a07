import type { AxisOptions } from '../base/axis.js'
import { listText } from '../text/number-text.js'
import type { CheckedBars } from './bars-series.js'
import { leftOutText, titleOf, withUnit } from './curve-summary.js'

/** What the bars show: every value where there are few, else how many, the highest and the lowest. */
export function barsSummary(
  series: readonly CheckedBars[],
  values: AxisOptions,
  marks: readonly { readonly value: number; readonly label: string }[],
): string {
  const what = titleOf(values)
  return [
    ...series.map((each) => seriesText(each, values, series.length > 1 ? each.name : '')),
    ...marks.map(
      ({ value, label }) =>
        `A line marks ${what} = ${withUnit(value, values)}${label === '' ? '' : `: ${label}`}.`,
    ),
    leftOutText(series).replace('point', 'value'),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function seriesText({ labels, values }: CheckedBars, axis: AxisOptions, name: string): string {
  const what = `${titleOf(axis)}${name === '' ? '' : `, “${name}”`}`
  // A label that is a number runs into its value without a colon.
  const text = (k: number) =>
    `${labels[k]}${/^[−\d.]+$/.test(labels[k] ?? '') ? ':' : ''} ${withUnit(values[k] ?? 0, axis)}`
  if (values.length <= 8) return `Bars of ${what}: ${listText(values.map((_, k) => text(k)))}.`
  const by = (better: (a: number, b: number) => boolean) =>
    values.reduce((best, value, k) => (better(value, values[best] ?? 0) ? k : best), 0)
  return `${values.length} bars of ${what}; the highest is ${text(by((a, b) => a > b))}, the lowest ${text(by((a, b) => a < b))}.`
}
