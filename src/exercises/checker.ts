import { check } from './check.js'
import type {
  Answer,
  AnswerFunction,
  Checker,
  ChoiceExercise,
  ComputedExercise,
  ComputedMistake,
  Exercise,
  ParameterExercise,
} from './exercise.js'

/** The checker of an exercise that asks for a function. */
export function functionChecker<F extends AnswerFunction>(
  exercise: Omit<ComputedExercise<F>, 'kind'> & { readonly kind: 'write' | 'mend' },
): Checker<F> {
  // What F is is known to the exercise's own functions alone; they are called with what `inputs` makes.
  return checkerOf<F>(exercise as unknown as ComputedExercise)
}

/** An exercise that asks for a value: its answers are values, not functions. */
type ValueText<T> = Omit<
  ComputedExercise<() => T>,
  'kind' | 'inputs' | 'inputName' | 'answer' | 'others' | 'mistakes' | 'combine'
> & {
  readonly kind: 'value' | 'picture'
  readonly answer: T
  readonly others?: readonly unknown[]
  readonly mistakes: readonly (Omit<ComputedMistake<() => T>, 'answer' | 'others' | 'confirms'> & {
    readonly answer: unknown
    readonly others?: readonly unknown[]
  })[]
}

/** The checker of an exercise that asks for a value: computed, predicted, or read off a picture. */
export function valueChecker<T>(exercise: ValueText<T>): Checker<T> {
  const constant = (value: unknown) => () => value
  return checkerOf<T>({
    ...exercise,
    inputs: () => [[]],
    answer: constant(exercise.answer),
    others: (exercise.others ?? []).map(constant),
    mistakes: exercise.mistakes.map(({ answer, others = [], ...mistake }) => ({
      ...mistake,
      answer: constant(answer),
      others: others.map(constant),
    })),
  } as ComputedExercise) // a function without arguments is one of any
}

/** The checker of an exercise that asks for a number of which many are right. */
export function parameterChecker(exercise: Omit<ParameterExercise, 'kind'>): Checker<number> {
  return checkerOf<number>({ ...exercise, kind: 'parameter' })
}

/** The checker of an exercise that asks for an option. */
export function choiceChecker(exercise: Omit<ChoiceExercise, 'kind'>): Checker<string> {
  return checkerOf<string>({ ...exercise, kind: 'choice' })
}

function checkerOf<T>(exercise: Exercise): Checker<T> {
  const checker = (answer: Answer<T>) => check(exercise, answer)
  return Object.freeze(Object.assign(checker, { exercise: Object.freeze(exercise) }))
}
