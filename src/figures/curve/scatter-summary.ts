import { extent } from '../base/values.js'
import type { Reference } from '../marks/marks.js'
import { countText, numberText } from '../text/number-text.js'
import { type AxisNames, leftOutText, referencesText, titleOf, withUnit } from './curve-summary.js'
import type { CheckedGroup } from './scatter-groups.js'

/** What the points show: how many, from where to where, how closely the two numbers go together, which lines. */
export function scatterSummary(
  groups: readonly CheckedGroup[],
  axes: AxisNames,
  lines: readonly { readonly slope: number; readonly intercept: number; readonly name: string }[],
  references: readonly Reference[],
): string {
  const x = groups.flatMap((group) => group.x)
  const y = groups.flatMap((group) => group.y)
  const count = countText(x.length, 'point')
  const several = groups.length > 1 ? ` in ${groups.length} groups` : ''
  const r = correlation(x, y)
  return [
    `${count}${several}, ${titleOf(axes.y)} against ${titleOf(axes.x)}.`,
    ...groups.map((group) => groupText(group, axes)),
    r === undefined ? '' : `The correlation of the two is ${numberText(r, 2)}.`,
    ...lines.map((line) => lineText(line)),
    referencesText(references, axes),
    leftOutText(groups),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function groupText({ name, x, y }: CheckedGroup, axes: AxisNames): string {
  const span = (values: readonly number[], axis: 'x' | 'y') => {
    const [low, high] = extent(values)
    return low === high
      ? `${titleOf(axes[axis])} ${withUnit(low, axes[axis])}`
      : `${titleOf(axes[axis])} from ${numberText(low)} to ${withUnit(high, axes[axis])}`
  }
  const who = name === '' ? 'They have' : `“${name}”: ${countText(x.length, 'point')},`
  return `${who} ${span(x, 'x')} and ${span(y, 'y')}.`
}

function lineText({ slope, intercept, name }: { slope: number; intercept: number; name: string }): string {
  const sign = intercept < 0 ? '−' : '+'
  const equation = `y = ${slope === 1 ? '' : `${numberText(slope)} `}x${intercept === 0 ? '' : ` ${sign} ${numberText(Math.abs(intercept))}`}`
  return name === '' ? `A line is drawn at ${equation}.` : `The line “${name}” is ${equation}.`
}

/** Pearson's r; undefined where there are fewer than three points or one of the two does not vary. */
function correlation(x: readonly number[], y: readonly number[]): number | undefined {
  if (x.length < 3) return undefined
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  let [sxy, sxx, syy] = [0, 0, 0]
  x.forEach((value, k) => {
    const [dx, dy] = [value - mx, (y[k] ?? 0) - my]
    sxy += dx * dy
    sxx += dx * dx
    syy += dy * dy
  })
  return sxx > 0 && syy > 0 ? sxy / Math.sqrt(sxx * syy) : undefined
}
