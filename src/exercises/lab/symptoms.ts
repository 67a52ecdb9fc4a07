import { curve, type Figure, heatmaps } from '../../figures/index.js'
import { numberText } from '../../figures/text/number-text.js'
import type { BugName } from '../../network/index.js'
import { symptomTable } from '../symptom-table.js'
import type { Evidence } from '../verdict.js'
import { curveOf } from './curves.js'
import { findingsOf, type LineFinding, parameterNames, tolerance } from './findings.js'
import { oblongNet, squareNet } from './lab-nets.js'
import type { LabPlace } from './lab-order.js'

/** What one sees of a case before its training: shapes, the gradient check, heat maps. */
export function symptomsOf({ bug, level, number }: LabPlace): Evidence[] {
  const { stops, lines } = findingsOf(bug)
  const seen =
    level === 3 ? parameterNames.flatMap((name) => lines.filter((line) => line.name === name)) : lines
  const firstWrong = seen.find(({ error }) => error > tolerance)
  return [
    symptomTable(
      'Shapes: one whole step, forward, backward and update',
      ['net', 'what happens'],
      [
        [squareNet.name, stops.square === '' ? 'it runs' : stops.square],
        [oblongNet.name, stops.oblong === '' ? 'it runs' : stops.oblong],
      ],
      [...(stops.square === '' ? [] : [0]), ...(stops.oblong === '' ? [] : [1])],
    ),
    ...(seen.length === 0 ? [] : [checkTable(seen)]),
    ...(firstWrong === undefined ? [] : [{ kind: 'chart' as const, figure: maps(firstWrong, number) }]),
  ]
}

function checkTable(seen: readonly LineFinding[]): Evidence {
  return symptomTable(
    `Gradient check on the ${squareNet.name} net`,
    ['', 'relative error', 'times the right one'],
    seen.map((line) => [
      line.name,
      line.error === Number.POSITIVE_INFINITY ? 'wrong shape' : numberText(line.error, 2),
      timesText(line),
    ]),
    seen.flatMap(({ error }, i) => (error > tolerance ? [i] : [])),
  )
}

/** By which factor the entries are off: `5`, or `0.9 to 1.3`. */
export function timesText({ times, error, got, right }: LineFinding): string {
  if (times === undefined) return `${got.rows}×${got.columns} for ${right.rows}×${right.columns}`
  if (error <= tolerance) return '1'
  const [low, high] = times.map((each) => numberText(each, 3))
  return low === high ? `${low}` : `${low} to ${high}`
}

function maps({ name, got, right }: LineFinding, number: number): Figure {
  return heatmaps(
    { [`${name}, this pass`]: got, [`${name}, right`]: right },
    { title: `Case ${number}: ${name} of this pass, and the right one` },
  )
}

/** The cost while the net trains with this pass, beside the right gradient. */
export function trainingChart(bug: BugName, number: number): Figure {
  const series = ([name, key]: readonly [string, BugName | 'no bug']) => {
    const { costs } = curveOf(key)
    return { x: costs.map((_, k) => 5 * k), y: costs, name }
  }
  return curve([series(['this pass', bug]), series(['right gradient', 'no bug'])], {
    x: { title: 'epoch' },
    y: { title: 'cost J' },
    title: `Case ${number}: the cost over training`,
  })
}
