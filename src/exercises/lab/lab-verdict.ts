import { closest } from '../../math/closest.js'
import { received } from '../../math/received.js'
import { type BugName, bugs } from '../../network/index.js'
import { verdictOf } from '../judge/verdict-of.js'
import type { Evidence, Verdict } from '../verdict.js'
import { costLeft } from './curves.js'
import { findingsOf } from './findings.js'
import { type LabPlace, labId } from './lab-order.js'
import { notThisBug } from './not-this-bug.js'

// The keys of `bugs` are the names, by its type.
const names = Object.keys(bugs) as BugName[]

/** Names as one can type them: ᵀ is T, − is -, and capitals do not matter. */
function plain(name: string): string {
  return name.trim().replaceAll('ᵀ', 'T').replaceAll('−', '-').replaceAll(' ', '').toLowerCase()
}

/** What an answer to a case of the lab is. Never throws. */
export function labVerdict({ bug, number }: LabPlace, answer: unknown): Verdict {
  const text = { id: labId(number), title: `Bug Lab, case ${number}` }
  const named = typeof answer === 'string' ? names.find((name) => plain(name) === plain(answer)) : undefined
  if (named === undefined)
    return verdictOf(text, 'error', {
      message: `Expected the name of a bug, such as 'no-2', received ${received(answer)}.${nearText(answer)}`,
    })
  if (named !== bug) return verdictOf(text, 'fail', { mistake: named, explanation: notThisBug(named, bug) })
  return verdictOf(text, 'pass', {
    message: `This check passed: it is \`${bug}\`. ${bugs[bug].summary} ${lessonOf(bug)}`,
    evidence: linesOf(bug),
  })
}

function nearText(answer: unknown): string {
  const near = typeof answer === 'string' ? closest(answer, names) : undefined
  return near === undefined ? ' The list of suspects has the names.' : ` Did you mean '${near}'?`
}

/** What the case shows besides its bug. */
export function lessonOf(bug: BugName): string {
  const left = costLeft(bug)
  const { firstWrong } = findingsOf(bug)
  const where =
    firstWrong === undefined
      ? ''
      : `The check finds ${firstWrong.name} wrong first, which is the line to look at.`
  const cost =
    left === undefined
      ? 'The training stops, so this one you would have noticed.'
      : left < 90
        ? `And all the same the cost came down to ${left.toFixed(1)} % of its start.`
        : 'The cost stays up, so this one you would have noticed.'
  return `${where} ${cost}`.trim()
}

/** The wrong line, and the right one in its place. */
export function linesOf(bug: BugName): Evidence[] {
  const { line, right } = bugs[bug]
  const both = line.includes('\n')
  return [
    {
      kind: 'code',
      caption: both ? 'The lines that are wrong' : 'The line that is wrong',
      lines: line.split('\n'),
    },
    { kind: 'code', caption: 'Right is', lines: right.split('\n') },
  ]
}
