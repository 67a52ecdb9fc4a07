import { numberText } from '../../figures/text/number-text.js'
import { type BugName, bugs } from '../../network/index.js'
import type { Look } from '../exercise.js'
import { explanationOf } from '../judge/verdict-of.js'
import type { Explanation } from '../verdict.js'
import { outcomeOf } from './curves.js'
import {
  type Findings,
  findingsOf,
  type LineFinding,
  type LineName,
  lineNames,
  tolerance,
} from './findings.js'
import { timesText } from './symptoms.js'

/** Where the chapter makes each matrix. */
export const placeOf: Readonly<Record<LineName, string>> = {
  dA2: 'step-da2',
  dZ2: 'step-dz2',
  dW2: 'step-dw2',
  dB2: 'step-db2-measured',
  dA1: 'step-da1-dz1',
  dZ1: 'step-da1-dz1',
  dW1: 'step-dw1',
  dB1: 'step-dw1',
}

/** Why a case is not the bug that was named: what that bug does, why the two are alike, and where they part. */
export function notThisBug(named: BugName, bug: BugName): Explanation {
  return explanationOf(
    {
      did: `You named \`${named}\`. ${bugs[named].summary}`,
      tempting: alike(named, bug),
      look: lookOf(findingsOf(bug)),
    },
    parting(findingsOf(named), findingsOf(bug)),
  )
}

function alike(named: BugName, bug: BugName): string {
  const [theirs, own] = [findingsOf(named), findingsOf(bug)]
  const first = own.firstWrong?.name
  if (theirs.stops.square !== '' && own.stops.square !== '')
    return 'It is tempting, because both stop at a shape, even where all sizes are equal.'
  if (first !== undefined && first === theirs.firstWrong?.name)
    return first === 'dA2'
      ? 'It is tempting, because both are wrong from the first matrix on.'
      : `It is tempting, because both are right up to ${first}, and wrong there.`
  if (wrongOnes(theirs) === wrongOnes(own)) return 'It is tempting, because both spoil the same gradients.'
  if (outcomeOf(named) === outcomeOf(bug))
    return 'It is tempting to go by the curve: with either the cost ends in much the same way.'
  return 'It is tempting to go by one symptom alone.'
}

function wrongOnes({ lines }: Findings): string {
  return lines
    .filter(({ name, error }) => /^d[WB]/.test(name) && error > tolerance)
    .map(({ name }) => name)
    .join()
}

/** The first thing in which the two differ, in numbers. */
function parting(theirs: Findings, own: Findings): string {
  if ((theirs.stops.square === '') !== (own.stops.square === ''))
    return own.stops.square === ''
      ? `With it the 3-3-3 net would stop: ${theirs.stops.square} This pass runs.`
      : `With it the 3-3-3 net would run. This pass stops: ${own.stops.square}`
  for (const name of lineNames) {
    const [would, is] = [theirs, own].map(({ lines }) => lines.find((line) => line.name === name))
    if (would === undefined || is === undefined) break
    const [wouldBe, isSo] = [amount(would), amount(is)]
    if (wouldBe !== isSo) return `With it ${name} would be ${wouldBe}. Here it is ${isSo}.`
    const [far, near] = [numberText(would.error, 3), numberText(is.error, 3)]
    if (far !== near) return `With it the relative error of ${name} would be ${far}. Here it is ${near}.`
  }
  return `With it the message would be another: ${theirs.stops.square} Here it is: ${own.stops.square}`
}

function amount(line: LineFinding): string {
  if (line.error <= tolerance) return 'right'
  if (line.times === undefined) return `of the wrong shape, ${timesText(line)}`
  return `${timesText(line)} times the right one`
}

function lookOf({ firstWrong }: Findings): Look {
  if (firstWrong === undefined)
    return ['products', 'Write the shapes beside each line: the first product that does not fit is the one.']
  return [
    placeOf[firstWrong.name],
    `The first matrix that is wrong here is ${firstWrong.name}: look again at how it is made.`,
  ]
}
