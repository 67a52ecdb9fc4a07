import type { ComputedExercise } from '../exercise.js'
import type { Evidence, Verdict } from '../verdict.js'
import { inputText } from './evidence-table.js'
import { asksFunction, type Trial } from './trial.js'
import { sentenceOf, verdictOf } from './verdict-of.js'

/** An answer that gave no value for some input: an exception, nothing, a Promise, something of a wrong kind. */
export function judgeStopped(
  exercise: ComputedExercise,
  trials: readonly Trial[],
  evidence: readonly Evidence[],
  besides: readonly string[],
): Verdict | undefined {
  const trial = trials.find(({ got }) => got.kind === 'threw' || got.kind === 'strange')
  if (trial === undefined) return undefined
  const input = inputText(exercise, trial)
  const at = input === '' ? '' : `, asked for ${input}`
  return verdictOf(exercise, 'error', {
    message: [messageOf(trial, at, asksFunction(exercise)), ...besides].join(' '),
    evidence: trials.some(({ got }) => got.kind === 'value') ? evidence : [],
  })
}

function messageOf({ got }: Trial, at: string, isFunction: boolean): string {
  if (got.kind === 'threw') {
    const line = got.line === undefined ? '' : ` The line: ${got.line}`
    return `Your function stopped with an error${at}. It says: ${sentenceOf(got.error)}${line}`
  }
  if (got.kind !== 'strange') return ''
  const what = {
    undefined: `There is nothing to compare: what came was ${got.words}${at}. ${aboutUndefined(got.words, isFunction)}`,
    promise: `A Promise came, a value for later${at}. Nothing here has to wait: leave out async and await.`,
    ragged: `Rows of unequal length came, or empty ones${at}. Every row of a matrix has the same number of entries.`,
    other: `What came was ${got.words}${at}. Expected were numbers: a number, a list of numbers, rows, or a Matrix.${aboutStrings(got.words)}`,
  }
  return what[got.what]
}

function aboutUndefined(words: string, isFunction: boolean): string {
  if (words !== 'undefined')
    return 'An index past the end of a list gives it, or a name that a record does not have.'
  return isFunction
    ? 'Is there a return in every branch? A function with { } around its body returns nothing unless it says so.'
    : 'Put your answer in its place.'
}

function aboutStrings(words: string): string {
  return words.includes('a string')
    ? ' A string is text, also where it looks like a number: `toFixed` and quotes make one.'
    : ''
}
