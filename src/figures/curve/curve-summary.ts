import type { AxisOptions } from '../base/axis.js'
import { extent } from '../base/values.js'
import type { Reference } from '../marks/marks.js'
import { countText, listText, numberText, sentenceCase } from '../text/number-text.js'
import type { CheckedSeries } from './curve-series.js'

/** Titles and units of the two axes. */
export interface AxisNames {
  readonly x: AxisOptions
  readonly y: AxisOptions
}

/** What the lines of a figure show, a sentence or two for each. */
export function curveSummary(
  series: readonly CheckedSeries[],
  axes: AxisNames,
  references: readonly Reference[],
  points: readonly { readonly at: readonly number[]; readonly name: string }[] = [],
): string {
  const { x, y } = axes
  const intro =
    series.length === 1
      ? `${titleOf(y)} over ${titleOf(x)}.`
      : `${series.length} series of ${titleOf(y)} over ${titleOf(x)}.`
  return [
    sentenceCase(intro),
    ...series.map((each) => lineText(each, axes)),
    ...(points.length === 0 ? [] : [pointsText(points)]),
    referencesText(references, axes),
    leftOutText(series),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function lineText(series: CheckedSeries, { x, y }: AxisNames): string {
  const shown = series.x.flatMap((at, k) => {
    const value = series.y[k]
    return at === null || value === null || value === undefined ? [] : [{ at, value }]
  })
  const [first, last] = [shown[0], shown.at(-1)]
  if (first === undefined || last === undefined) return ''
  const where = ({ at, value }: { at: number; value: number }) =>
    `${withUnit(value, y)} at ${titleOf(x)} = ${withUnit(at, x)}`
  const who = series.name === '' ? 'It' : `“${series.name}”`
  if (shown.length === 1) return `${who} is ${where(first)}.`
  if (shown.some(({ at }, k) => k > 0 && at < (shown[k - 1]?.at ?? at))) {
    const span = (values: number[], axis: AxisOptions) => {
      const [from, to] = extent(values)
      return `${titleOf(axis)} from ${withUnit(from, axis)} to ${withUnit(to, axis)}`
    }
    const xs = span(
      shown.map(({ at }) => at),
      x,
    )
    const ys = span(
      shown.map(({ value }) => value),
      y,
    )
    return `${who} has ${countText(shown.length, 'point')}, ${xs} and ${ys}.`
  }
  const low = shown.reduce((best, each) => (each.value < best.value ? each : best))
  const high = shown.reduce((best, each) => (each.value > best.value ? each : best))
  if (low.value === high.value)
    return `${who} stays at ${withUnit(low.value, y)} from ${titleOf(x)} = ${withUnit(first.at, x)} to ${withUnit(last.at, x)}.`
  const falls = shown.every(({ value }, k) => k === 0 || value <= (shown[k - 1]?.value ?? value))
  const rises = shown.every(({ value }, k) => k === 0 || value >= (shown[k - 1]?.value ?? value))
  const verb = falls ? 'falls' : rises ? 'rises' : 'goes'
  const ends = [first.value, last.value]
  const between = [
    ...(ends.includes(low.value) ? [] : [`lowest is ${where(low)}`]),
    ...(ends.includes(high.value) ? [] : [`highest is ${where(high)}`]),
  ]
  return `${who} ${verb} from ${where(first)} to ${where(last)}${between.length === 0 ? '' : `; ${between.join(', ')}`}.`
}

function pointsText(points: readonly { readonly at: readonly number[]; readonly name: string }[]): string {
  if (points.length > 8) return `${points.length} points are marked.`
  const texts = points.map(
    ({ at, name }) => `${name === '' ? '' : `${name} `}(${at.map((value) => numberText(value)).join(', ')})`,
  )
  return `Marked: ${listText(texts)}.`
}

/** The reference lines and bands in words. */
export function referencesText(references: readonly Reference[], axes: AxisNames): string {
  return references
    .map(({ axis, from, to, label }) => {
      const place =
        from === to
          ? `${titleOf(axes[axis])} = ${withUnit(from, axes[axis])}`
          : `${titleOf(axes[axis])} from ${withUnit(from, axes[axis])} to ${withUnit(to, axes[axis])}`
      const kind = from === to ? 'A line marks' : 'A band marks'
      return label === '' ? `${kind} ${place}.` : `${kind} ${place}: ${label}.`
    })
    .join(' ')
}

/** Says what a logarithmic axis could not show. */
export function leftOutText(series: readonly { readonly leftOut: number }[]): string {
  const count = series.reduce((sum, { leftOut }) => sum + leftOut, 0)
  return count === 0
    ? ''
    : `${countText(count, 'point is', 'points are')} at or below 0 and left out, as a logarithmic axis has no place for ${count === 1 ? 'it' : 'them'}.`
}

/** The number with the axis's unit. */
export function withUnit(value: number, { unit }: AxisOptions): string {
  if (unit === undefined || unit === '') return numberText(value)
  return `${numberText(value)}${/^[°%]/.test(unit) ? '' : ' '}${unit}`
}

/** What an axis is called in a sentence. */
export function titleOf({ title = '' }: AxisOptions): string {
  return title.replace(/<br\s*\/?>/gi, ' ').replace(/<\/?[a-z][^<>]*>/gi, '')
}
