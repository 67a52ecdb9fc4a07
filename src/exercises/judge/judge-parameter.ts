import type { ParameterExercise } from '../exercise.js'
import { readParts } from '../value/parts.js'
import { argumentText } from '../value/value-text.js'
import type { Verdict } from '../verdict.js'
import { explanationOf, verdictOf } from './verdict-of.js'

/** What the chosen number does. */
export function judgeParameter(exercise: ParameterExercise, answer: unknown): Verdict {
  const read = readParts(answer)
  const value = read.kind === 'parts' && read.parts.length === 1 ? read.parts[0] : undefined
  if (value === undefined || value.values.length !== 1 || value.form === 'boolean')
    return verdictOf(exercise, 'error', {
      message: `Expected one number, received ${read.kind === 'strange' ? read.words : argumentText(answer)}.`,
    })
  const number = value.values[0] ?? Number.NaN
  if (!Number.isFinite(number))
    return verdictOf(exercise, 'error', { message: `Expected a finite number, received ${number}.` })
  const evidence = exercise.evidence?.(number) ?? []
  if (exercise.accepts(number)) {
    const why = exercise.passed?.(number) ?? exercise.solution.why
    return verdictOf(exercise, 'pass', { message: `This check passed. ${why}`, evidence })
  }
  const [mistake, ...others] = exercise.mistakes.filter(({ when }) => when(number))
  if (mistake === undefined || others.length > 0)
    return verdictOf(exercise, 'fail', {
      message: `${argumentText(number)} does not do what is asked. See what it does below. A hint: \`show(hint('${exercise.id}', 1))\`.`,
      evidence,
    })
  return verdictOf(exercise, 'fail', {
    mistake: mistake.id,
    explanation: explanationOf(mistake, mistake.where?.(number) ?? ''),
    evidence,
  })
}
