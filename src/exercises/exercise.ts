import type { Figure } from '../figures/index.js'
import type { RandomGenerator } from '../math/index.js'
import type { Evidence, Verdict } from './verdict.js'

/** What an exercise asks for. */
export type ExerciseKind = 'value' | 'picture' | 'write' | 'mend' | 'parameter' | 'choice'

/** A cell of the chapter's notebook, and the sentence that sends the learner there. */
export type Look = readonly [cell: string, sentence: string]

/** The three parts of an explanation that every mistake has, and its stable name. */
export interface MistakeText<Where> {
  /** Small letters and hyphens, unique in its exercise: `no-1-over-m`. */
  readonly id: string
  /** What the learner did, as a sentence. */
  readonly did: string
  /** Why that is tempting. */
  readonly tempting: string
  /** Where it fails, in the learner's numbers. Left out: the first input, the learner's answer and the right one. */
  readonly where?: Where
  readonly look: Look
}

/** What an exercise has of whatever kind. */
export interface ExerciseText {
  /** Chapter and number: `06-3`. */
  readonly id: string
  readonly title: string
  /** One line for the list of exercises: what is asked. */
  readonly task: string
  /** From a question over a rule to a worked example with other numbers. */
  readonly hints: readonly [string, string, string]
  /** Code that takes the stub's place in the cell, on its own but for `'../src'`, and why it is right. */
  readonly solution: { readonly code: string; readonly why: string }
}

/** A learner's function or value against the right one. */
export type AnswerFunction = (...args: never[]) => unknown

/** What a sentence or a picture about an answer can use. */
export interface Shown<F extends AnswerFunction> {
  readonly args: Parameters<F>
  /** The learner's answer for these arguments, and the right one, in words. */
  readonly yours: string
  readonly expected: string
  /** Their numbers, row after row. */
  readonly numbers: { readonly yours: readonly number[]; readonly expected: readonly number[] }
}

/** A known mistake, as code: `answer` gives what someone who makes it gets. */
export interface ComputedMistake<F extends AnswerFunction> extends MistakeText<(shown: Shown<F>) => string> {
  readonly answer: F
  /** The same mistake made in other ways, with other values. */
  readonly others?: readonly F[]
  /** Asked where the values fit and other mistakes can have them too, such as NaN: whether it is this one. */
  readonly confirms?: (answer: F, args: Parameters<F>) => boolean
}

/** An exercise whose answer is a function, or (without inputs) a value. */
export interface ComputedExercise<F extends AnswerFunction = AnswerFunction> extends ExerciseText {
  readonly kind: 'write' | 'mend' | 'value' | 'picture'
  /** Lists of arguments to try; the random generator follows from the id. A value has one empty list. */
  readonly inputs: (random: RandomGenerator) => readonly Parameters<F>[]
  readonly answer: F
  /** Right answers in other forms. */
  readonly others?: readonly F[]
  readonly mistakes: readonly ComputedMistake<F>[]
  /** Names for the arguments; `entryNames` for the entries of the answer. */
  readonly argumentNames?: readonly string[]
  /** What an input is called where its arguments are too many to list: `a 3-3-3 net with 5 samples`. */
  readonly inputName?: (args: Parameters<F>) => string
  readonly entryNames?: readonly string[]
  /** How far an answer may be from the right one: for what is read off a picture. */
  readonly within?: number
  /** A picture of the learner's answer beside the right one, where it tells more than numbers. */
  readonly chart?: (shown: Shown<F>) => Figure
  /** One function with both mistakes in it, where that makes sense. */
  readonly combine?: (one: string, two: string) => F | undefined
}

/** A mistake that is recognised by the number chosen. */
export interface ParameterMistake extends MistakeText<(value: number) => string> {
  readonly when: (value: number) => boolean
  /** Values that make it. */
  readonly examples: readonly number[]
}

/** A number to choose; many are right. */
export interface ParameterExercise extends ExerciseText {
  readonly kind: 'parameter'
  readonly accepts: (value: number) => boolean
  readonly examples: readonly number[]
  readonly mistakes: readonly ParameterMistake[]
  /** What the number does. */
  readonly evidence?: (value: number) => readonly Evidence[]
  /** Why it is right, in its numbers. */
  readonly passed?: (value: number) => string
}

/** A mistake that is recognised by the option chosen. */
export interface ChosenMistake extends MistakeText<string> {
  readonly option: string
  readonly where: string
}

/** An option to choose, with a reason. */
export interface ChoiceExercise extends ExerciseText {
  readonly kind: 'choice'
  readonly question: string
  readonly options: Readonly<Record<string, string>>
  readonly answer: string
  /** Every other option is a mistake. */
  readonly mistakes: readonly ChosenMistake[]
}

export type Exercise = ComputedExercise | ParameterExercise | ChoiceExercise

/**
 * What a learner gives to a checker: hopefully a T. Anything else type-checks too, because it deserves an answer
 * that says what is wrong with it.
 */
export type Answer<T> = T | object | string | number | boolean | bigint | symbol | null | undefined

/** A function that answers what an answer is. It never throws and never prints. */
export interface Checker<T = unknown> {
  (answer: Answer<T>): Verdict
  readonly exercise: Exercise
}
