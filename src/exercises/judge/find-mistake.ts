import type { AnswerFunction, ComputedExercise } from '../exercise.js'
import { type Outcome, outcomeOf } from '../run/outcome.js'
import type { Part } from '../value/parts.js'
import { commonFactor, type Nearness, partNamed, samePart, sameParts } from '../value/same.js'
import type { Trial } from './trial.js'

/** What a mistake gives on each input, computed when it is asked for: most are seen to differ by the first. */
interface Candidate {
  readonly id: string
  readonly outcome: (trial: number) => Outcome | undefined
}

/**
 * The mistakes that an answer consists of: one, also in some parts of a record only, or two together. None where
 * nothing matches, or where more than one explanation does.
 */
export function findMistakes(
  exercise: ComputedExercise,
  trials: readonly Trial[],
  near: Nearness,
): readonly string[] {
  const candidate = (id: string, answer: AnswerFunction): Candidate => {
    const known: Outcome[] = []
    return {
      id,
      outcome: (i) => {
        const trial = trials[i]
        if (trial !== undefined) known[i] ??= outcomeOf(answer, trial.args)
        return known[i]
      },
    }
  }
  const candidates = exercise.mistakes.map(({ id, answer }) => candidate(id, answer))
  const single = candidates.filter((one) => matches(trials, one, near))
  if (single.length > 0) return single.length === 1 ? single.map(({ id }) => id) : []
  // A lone number is the product of something with something else by mere chance.
  const lone = trials.length === 1 && trials[0]?.expected.flatMap(({ values }) => values).length === 1
  if (exercise.within !== undefined || lone) return []
  const partly = candidates.filter((one) => isPartly(trials, one, near))
  if (partly.length > 0) return partly.length === 1 ? partly.map(({ id }) => id) : []

  const found = new Set<string>()
  const add = (one: Candidate, two: Candidate) => found.add([one.id, two.id].sort().join('\n'))
  candidates.forEach((one, i) => {
    for (const two of candidates.slice(i + 1)) {
      const both = exercise.combine?.(one.id, two.id)
      if (both !== undefined) {
        if (matches(trials, candidate(one.id, both), near)) add(one, two)
      } else if (
        isScaled(trials, one, two, near) ||
        isScaled(trials, two, one, near) ||
        isMixed(trials, one, two, near)
      )
        add(one, two)
    }
  })
  return found.size === 1 ? ([...found][0] ?? '').split('\n') : []
}

/** Whether an answer is what a mistake gives on every input, seen in numbers at least once. */
function matches(trials: readonly Trial[], one: Candidate, near: Nearness): boolean {
  let seen = false
  for (const [i, { got, expected }] of trials.entries()) {
    const theirs = one.outcome(i)
    if (theirs?.kind === 'value' && got.kind === 'value') {
      if (!sameParts(got.parts, theirs.parts, near)) return false
      seen ||= !sameParts(theirs.parts, expected, near)
    } else if (theirs?.kind === 'value' || got.kind === 'value') return false
  }
  return seen
}

/** Whether the answer is what `one` gives, times the factor by which `two` is off on that input. */
function isScaled(trials: readonly Trial[], one: Candidate, two: Candidate, near: Nearness): boolean {
  return trials.every(({ got, expected }, i) => {
    const [base, factorOf] = [one.outcome(i), two.outcome(i)]
    if (got.kind !== 'value' || base?.kind !== 'value' || factorOf?.kind !== 'value') return false
    const factor = commonFactor(factorOf.parts, expected, near)
    return factor !== undefined && sameParts(got.parts, scaled(base.parts, factor), near)
  })
}

function scaled(parts: readonly Part[], factor: number): Part[] {
  return parts.map((part) => ({ ...part, values: part.values.map((value) => factor * value) }))
}

/** Whether some parts of a record are what a mistake gives, and the rest is right: made in one place, not in all. */
function isPartly(trials: readonly Trial[], one: Candidate, near: Nearness): boolean {
  let seen = false
  const all = trials.every(({ got, expected }, i) => {
    const theirs = one.outcome(i)
    if (got.kind !== 'value' || theirs?.kind !== 'value' || expected.length < 2) return false
    return expected.every((part) => {
      const mine = got.parts.find(({ name }) => name === part.name)
      if (mine === undefined) return false
      if (samePart(mine, part, near)) return true
      const other = partNamed(theirs.parts, part.name)
      const made = other !== undefined && samePart(mine, other, near)
      seen ||= made
      return made
    })
  })
  return all && seen
}

/** Whether some parts of a record are what `one` gives, others what `two` gives, and the rest is right. */
function isMixed(trials: readonly Trial[], one: Candidate, two: Candidate, near: Nearness): boolean {
  let [needsOne, needsTwo] = [false, false]
  const all = trials.every(({ got, expected }, i) => {
    const [a, b] = [one.outcome(i), two.outcome(i)]
    if (got.kind !== 'value' || a?.kind !== 'value' || b?.kind !== 'value' || expected.length < 2)
      return false
    return expected.every((part) => {
      const mine = got.parts.find(({ name }) => name === part.name)
      if (mine === undefined) return false
      if (samePart(mine, part, near)) return true
      const [ofOne, ofTwo] = [a, b].map(({ parts }) => {
        const theirs = partNamed(parts, part.name)
        return theirs !== undefined && samePart(mine, theirs, near)
      })
      needsOne ||= ofOne === true && ofTwo !== true
      needsTwo ||= ofTwo === true && ofOne !== true
      return ofOne === true || ofTwo === true
    })
  })
  return all && needsOne && needsTwo
}
