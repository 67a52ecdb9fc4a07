import { numberText } from '../../figures/text/number-text.js'
import { symptomTable } from '../symptom-table.js'
import type { Evidence } from '../verdict.js'
import { costLeft, outcomeOf } from './curves.js'
import { knownBugs, type LabEvent, type LabStanding, labScore, mostPoints, scoreText } from './lab-score.js'
import { checkError, lessonChart } from './lesson-chart.js'

/** The learner's score: sentences, a line for each level, the cases that are done, and the lesson of all thirty. */
export interface LabCard {
  readonly sentences: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** The card of what the learner's log tells. Pure: the same log gives the same card. */
export function labCard(events: readonly LabEvent[]): LabCard {
  const all = labScore(events)
  const done = all.filter(({ state }) => state !== 'open')
  const next = all.find(({ state }) => state === 'open')
  return {
    sentences: [
      scoreText(all),
      next === undefined
        ? 'All thirty are known.'
        : `The next one that is open: \`show(bugLab(${next.number}, { predict: '?', answer: '?' }))\`.`,
    ],
    evidence: [
      levelTable(all),
      ...(done.length === 0 ? [] : [caseTable(done)]),
      { kind: 'chart', figure: lessonChart(knownBugs(all)) },
    ],
  }
}

function levelTable(all: readonly LabStanding[]): Evidence {
  const rows = [1, 2, 3].map((level) => {
    const own = all.filter((each) => each.level === level)
    const predicted = own.filter(({ predicted: word, bug }) => word === outcomeOf(bug)).length
    const named = own.filter(({ state }) => state === 'named')
    return [
      `level ${level}`,
      `${named.length} of ${own.length}`,
      `${named.filter(({ misses }) => misses === 0).length}`,
      `${predicted}`,
      `${sum(own.map(({ points }) => points))} of ${mostPoints * own.length}`,
    ]
  })
  return symptomTable('The score', ['', 'named', 'at the first try', 'predicted right', 'points'], rows)
}

function caseTable(done: readonly LabStanding[]): Evidence {
  const rows = done.map(({ number, bug, state, predicted, misses, points }) => {
    const left = costLeft(bug)
    return [
      `case ${number}`,
      bug,
      checkText(checkError(bug)),
      left === undefined ? 'it stops' : `${left.toFixed(1)} %`,
      predicted === '' ? '–' : predicted,
      state === 'named' ? `try ${misses + 1}` : state,
      `${points}`,
    ]
  })
  return symptomTable(
    'What you found',
    ['', 'bug', 'gradient check', 'cost left', 'you expected', 'named', 'points'],
    rows,
  )
}

function checkText(error: number | undefined): string {
  if (error === undefined) return 'did not run'
  return error === Number.POSITIVE_INFINITY ? 'wrong shape' : numberText(error, 2)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
