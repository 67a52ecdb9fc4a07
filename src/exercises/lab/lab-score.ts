import type { BugName } from '../../network/index.js'
import { type LabOutcome, outcomeOf } from './curves.js'
import { type LabPlace, labId, labOrder } from './lab-order.js'

/** What the learner's log tells of a case, as far as the score reads it. */
export interface LabEvent {
  readonly exercise: string
  readonly event: string
  readonly status?: unknown
  readonly mistake?: unknown
  readonly choice?: unknown
}

/** How a case stands. */
export interface LabStanding extends LabPlace {
  readonly state: 'open' | 'named' | 'given up'
  /** The first prediction; empty if there was none. */
  readonly predicted: LabOutcome | ''
  /** Different names that were tried before the right one. */
  readonly misses: number
  readonly points: number
}

/** The most that a case can bring. */
export const mostPoints = 4

/**
 * The score of all thirty from the learner's log. A name brings 3 points at the first try, 2 at the second, 1 later;
 * a right prediction brings 1, and only the first one counts. The same answer again changes nothing.
 */
export function labScore(events: readonly LabEvent[]): readonly LabStanding[] {
  return labOrder.map((place) => {
    const own = events.filter(({ exercise }) => exercise === labId(place.number))
    const end = own.findIndex(({ event, status }) => event === 'solution' || status === 'pass')
    const before = end < 0 ? own : own.slice(0, end)
    const state = end < 0 ? 'open' : own[end]?.event === 'solution' ? 'given up' : 'named'
    const misses = new Set(before.filter(({ status }) => status === 'fail').map(({ mistake }) => mistake))
      .size
    const predicted = predictionOf(end < 0 ? own : own.slice(0, end + 1))
    const forName = state === 'named' ? Math.max(1, 3 - misses) : 0
    const forPrediction = predicted === outcomeOf(place.bug) ? 1 : 0
    return { ...place, state, predicted, misses, points: forName + forPrediction }
  })
}

function predictionOf(events: readonly LabEvent[]): LabOutcome | '' {
  const choice = events.find(({ event }) => event === 'prediction')?.choice
  return choice === 'falls' || choice === 'falters' || choice === 'rises' || choice === 'stops' ? choice : ''
}

/** The score in a sentence: `7 of 120 points; 2 of 30 bugs named.` */
export function scoreText(standings: readonly LabStanding[]): string {
  const points = standings.reduce((sum, each) => sum + each.points, 0)
  const named = standings.filter(({ state }) => state === 'named').length
  return `${points} of ${mostPoints * standings.length} points; ${named} of ${standings.length} bugs named.`
}

/** The bugs whose names the learner has seen. */
export function knownBugs(standings: readonly LabStanding[]): ReadonlySet<BugName> {
  return new Set(standings.filter(({ state }) => state !== 'open').map(({ bug }) => bug))
}
