import { requireKnownKeys } from '../../math/known.js'
import { received } from '../../math/received.js'
import type { AxisOptions } from '../base/axis.js'
import type { Figure } from '../base/figure.js'
import { extent, isList, type NumberList, requireNumbers } from '../base/values.js'
import { type Band, type Mark, readReferences } from '../marks/marks.js'
import { numberText } from '../text/number-text.js'
import { curve } from './curve.js'
import { leftOutText, referencesText } from './curve-summary.js'

/** Everything that `costCurve` reads. */
export interface CostCurveOptions {
  /** The cost on a logarithmic axis: a constant rate of descent is a straight line. Default false. */
  readonly log?: boolean
  /** What is counted along x. Default 'iteration'; the first cost is number 0, before any step. */
  readonly per?: string
  /** Default { title: 'cost J' }. */
  readonly y?: AxisOptions
  readonly title?: string
  readonly summary?: string
  readonly marks?: readonly Mark[]
  readonly bands?: readonly Band[]
  readonly legend?: 'below' | 'right' | 'none'
  readonly height?: number
}

/** Costs by name: several runs, or training and test. */
export interface NamedCosts {
  readonly [name: string]: NumberList
}

const known = ['log', 'per', 'y', 'title', 'summary', 'marks', 'bands', 'legend', 'height']

/**
 * The cost by iteration or epoch, of one run or of several.
 *
 * @param costs `[J before training, J after 1, …]`, or several such lists by name
 * @throws TypeError if there is no cost or an option is unknown; RangeError naming the cost that is NaN
 */
export function costCurve(costs: NumberList | NamedCosts, options: CostCurveOptions = {}): Figure {
  const call = 'costCurve(costs, options)'
  requireKnownKeys(call, 'options', options, known)
  const { log = false, per = 'iteration', title, ...rest } = options
  const runs = readRuns(call, costs)
  const y: AxisOptions = { title: 'cost J', ...options.y, ...(log ? { log: true } : {}) }
  const series = runs.map(({ name, values }) => ({
    x: values.map((_, k) => k),
    y: values,
    ...(name === '' ? {} : { name }),
  }))
  const logAxes = { x: false, y: y.log === true }
  const references = readReferences(call, options.marks, options.bands, logAxes)
  const leftOut = runs.map(({ values }) => ({
    leftOut: logAxes.y ? values.filter((value) => value <= 0).length : 0,
  }))
  const summary = [
    ...runs.map((run) => runText(run, per, runs.length)),
    referencesText(references, { x: { title: per }, y }),
    leftOutText(leftOut),
  ].filter((sentence) => sentence !== '')
  return curve(series, {
    ...rest,
    y,
    x: { title: per, ...wholeTicks(Math.max(...runs.map(({ values }) => values.length - 1))) },
    title: title ?? `Cost by ${per}`,
    summary: options.summary ?? summary.join(' '),
  })
}

/** There is no half an iteration: where Plotly would write 0.5, the ticks are given. */
function wholeTicks(last: number): { ticks?: { values: number[]; labels: string[] } } {
  if (last > 10) return {}
  const values = Array.from({ length: last + 1 }, (_, k) => k)
  return { ticks: { values, labels: values.map(String) } }
}

function readRuns(call: string, costs: unknown): { name: string; values: number[] }[] {
  if (isList(costs)) return [{ name: '', values: requireNumbers(call, 'costs', costs) }]
  if (typeof costs !== 'object' || costs === null)
    throw new TypeError(
      `${call}: expected costs to be a list of numbers or a record { name: list }, received ${received(costs)}.`,
    )
  const entries = Object.entries(costs)
  if (entries.length === 0)
    throw new TypeError(`${call}: costs has no list. Expected at least one { name: list }.`)
  return entries.map(([name, values]) => ({ name, values: requireNumbers(call, `costs['${name}']`, values) }))
}

function runText(
  { name, values }: { name: string; values: readonly number[] },
  per: string,
  runs: number,
): string {
  const [first = 0, last = 0] = [values[0], values.at(-1)]
  const steps = values.length - 1
  const who = name === '' ? 'The cost' : runs === 1 ? `The cost of “${name}”` : `“${name}”`
  if (steps === 0) return `${who} is ${numberText(first)} at ${per} 0.`
  const rises = values.filter((value, k) => k > 0 && value > (values[k - 1] ?? value)).length
  const [lowest] = extent(values)
  const verb = last < first ? 'falls' : last > first ? 'rises' : 'goes'
  const how = rises === 0 ? '' : rises === steps ? ', rising at every one' : `, rising at ${rises} of them`
  const low =
    lowest < Math.min(first, last)
      ? `; its lowest is ${numberText(lowest)} at ${per} ${values.indexOf(lowest)}`
      : ''
  return `${who} ${verb} from ${numberText(first)} to ${numberText(last)} in ${numberText(steps)} ${steps === 1 ? per : `${per}s`}${how}${low}.`
}
