import { randomGenerator } from '../../math/index.js'
import type { ComputedExercise } from '../exercise.js'
import { type Outcome, outcomeOf } from '../run/outcome.js'
import type { Part } from '../value/parts.js'
import { fits, type Nearness, nearness, partNamed, sameParts } from '../value/same.js'

/** One list of arguments, what is right for it, and what the learner's answer gave. */
export interface Trial {
  readonly args: readonly unknown[]
  readonly expected: readonly Part[]
  readonly got: Outcome
}

/** Tries an answer on every input of the exercise. */
export function trialsOf(exercise: ComputedExercise, answer: unknown, seed: number): Trial[] {
  return exercise.inputs(randomGenerator(seed)).map((args) => {
    const right = outcomeOf(exercise.answer, args)
    if (right.kind !== 'value') throw new Error(`${exercise.id}: the right answer gives no value.`)
    return { args, expected: right.parts, got: outcomeOf(answer, args) }
  })
}

/** Whether the answer is a function; else it is a value. */
export function asksFunction({ kind }: ComputedExercise): boolean {
  return kind === 'write' || kind === 'mend'
}

/** How near an answer has to be. */
export function nearnessOf({ within }: ComputedExercise): Nearness {
  return within === undefined ? nearness : { relative: 0, floor: within }
}

/** Whether the learner's answer is right for this input. */
export function isRight({ got, expected }: Trial, near: Nearness): boolean {
  return got.kind === 'value' && sameParts(got.parts, expected, near)
}

/** Whether the answer has the shape that is wanted. */
export function hasShape({ got, expected }: Trial): boolean {
  return (
    got.kind === 'value' &&
    expected.every((part) => {
      const mine = partNamed(got.parts, part.name)
      return mine !== undefined && fits(mine, part)
    })
  )
}
