import type { AnswerFunction, ComputedExercise, ComputedMistake } from '../exercise.js'
import { type Outcome, outcomeOf } from '../run/outcome.js'
import type { Part } from '../value/parts.js'
import { commonFactor, type Nearness, nearness, partNamed, samePart, sameParts } from '../value/same.js'
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
  answer: AnswerFunction,
  trials: readonly Trial[],
  near: Nearness,
): readonly string[] {
  const candidate = (id: string, made: AnswerFunction): Candidate => {
    const known: Outcome[] = []
    return {
      id,
      outcome: (i) => {
        const trial = trials[i]
        if (trial !== undefined) known[i] ??= outcomeOf(made, trial.args)
        return known[i]
      },
    }
  }
  const candidates = exercise.mistakes.flatMap(({ id, answer: made, others = [] }) =>
    [made, ...others].map((each) => candidate(id, each)),
  )
  const nears = exercise.within === undefined ? [near] : [near, readOff]
  const single = idsOf(candidates.filter((one) => nears.every((each) => matches(trials, one, each))))
  if (single.length > 1) return []
  if (single.length === 1) return isConfirmed(mistakeOf(exercise, single[0]), answer, trials) ? single : []
  // A lone number is the product of something with something else by mere chance.
  const lone = trials.length === 1 && trials[0]?.expected.flatMap(({ values }) => values).length === 1
  if (exercise.within !== undefined || lone) return []
  // One number for every question is no two mistakes, but one that was written down.
  if (isConstant(trials, near)) return []
  const partly = candidates.filter((one) => isPartly(trials, one, near))
  if (partly.length > 0) return idsOf(narrowest(trials, partly, near))

  const found = new Set<string>()
  const add = (one: Candidate, two: Candidate) => found.add([one.id, two.id].sort().join('\n'))
  candidates.forEach((one, i) => {
    for (const two of candidates.slice(i + 1)) {
      if (one.id === two.id) continue
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

/** A mistake read off a picture has to be near in proportion too: 0 is not near 0.25. */
const readOff: Nearness = { relative: 0.15, floor: nearness.floor }

function idsOf(candidates: readonly Candidate[]): string[] {
  return [...new Set(candidates.map(({ id }) => id))]
}

function mistakeOf(
  exercise: ComputedExercise,
  id: string | undefined,
): ComputedMistake<AnswerFunction> | undefined {
  return exercise.mistakes.find((mistake) => mistake.id === id)
}

function isConfirmed(
  mistake: ComputedMistake<AnswerFunction> | undefined,
  answer: AnswerFunction,
  trials: readonly Trial[],
): boolean {
  // The arguments are those of the exercise's own answer.
  return trials.every(({ args }) => mistake?.confirms?.(answer, args as never) ?? true)
}

/** Whether an answer is what a mistake gives on every input, seen in numbers, or stopped by the very same errors. */
function matches(trials: readonly Trial[], one: Candidate, near: Nearness): boolean {
  let [seen, sameErrors] = [false, true]
  for (const [i, { got, expected }] of trials.entries()) {
    const theirs = one.outcome(i)
    sameErrors &&= got.kind === 'threw' && theirs?.kind === 'threw' && got.error === theirs.error
    if (theirs?.kind === 'value' && got.kind === 'value') {
      if (!sameParts(got.parts, theirs.parts, near)) return false
      seen ||= !sameParts(theirs.parts, expected, near)
    } else if (theirs === undefined || !isBroken(theirs) || !isBroken(got)) return false
  }
  return seen || sameErrors
}

/** Whether nothing can be done with it: what a matrix refuses with an error comes as NaN out of plain lists. */
function isBroken(outcome: Outcome): boolean {
  return outcome.kind !== 'value' || outcome.parts.some(({ values }) => values.some(Number.isNaN))
}

/** Of mistakes that explain the same parts those that touch no others: a mistake in one place is not one in all. */
function narrowest(trials: readonly Trial[], found: readonly Candidate[], near: Nearness): Candidate[] {
  const touched = ({ outcome }: Candidate) =>
    new Set(
      trials.flatMap(({ expected }, i) => {
        const theirs = outcome(i)
        if (theirs?.kind !== 'value') return []
        const differs = (part: Part) => !sameParts(theirs.parts, [part], near)
        return expected.filter(differs).map(({ name }) => name)
      }),
    )
  const all = found.map((one) => ({ one, parts: touched(one) }))
  const least = all.filter(({ one, parts }) =>
    all.every(
      (other) =>
        other.one.id === one.id ||
        (other.parts.size > parts.size && [...parts].every((name) => other.parts.has(name))),
    ),
  )
  return least.map(({ one }) => one)
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

/** Whether the answer is the same for every input, where the right one is not. */
export function isConstant(trials: readonly Trial[], near: Nearness): boolean {
  const [first, ...others] = trials.map(({ got }) => (got.kind === 'value' ? got.parts : []))
  if (first === undefined || first.length === 0 || others.length === 0) return false
  const varies = trials.some(({ expected }) => !sameParts(expected, trials[0]?.expected ?? [], near))
  return varies && others.every((parts) => parts.length > 0 && sameParts(parts, first, near))
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
