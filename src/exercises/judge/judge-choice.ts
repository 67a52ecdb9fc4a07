import { received } from '../../math/received.js'
import type { ChoiceExercise } from '../exercise.js'
import { letterOf } from '../letter-of.js'
import type { Verdict } from '../verdict.js'
import { explanationOf, verdictOf } from './verdict-of.js'

/** What the chosen option is. */
export function judgeChoice(exercise: ChoiceExercise, answer: unknown): Verdict {
  const { options } = exercise
  const letters = Object.keys(options)
  const chosen = letterOf(answer)
  if (chosen === '?' || chosen === '')
    return verdictOf(exercise, 'open', {
      message: `This one is still open. Choose one of ${letters.join(', ')}.`,
    })
  if (chosen === undefined || !letters.includes(chosen))
    return verdictOf(exercise, 'error', {
      message: `Expected one of the letters ${letters.map((letter) => `'${letter}'`).join(', ')}, received ${received(answer)}.`,
    })
  if (chosen === exercise.answer)
    return verdictOf(exercise, 'pass', { message: `This check passed. ${exercise.solution.why}` })
  const mistake = exercise.mistakes.find(({ option }) => option === chosen)
  if (mistake === undefined)
    return verdictOf(exercise, 'fail', {
      message: `You chose ${chosen}: ${options[chosen]}. It does not hold.`,
    })
  return verdictOf(exercise, 'fail', {
    mistake: mistake.id,
    explanation: explanationOf(mistake, mistake.where),
  })
}
