// Every `as number` in this file follows from indices that stay inside 0 … length − 1.
import { listText, numberText } from '../../figures/text/number-text.js'
import type { ComputedExercise } from '../exercise.js'
import type { Part } from '../value/parts.js'
import { commonFactor, fits, type Nearness, partNamed, sameNumber, sameParts } from '../value/same.js'
import { aShape, partsText } from '../value/value-text.js'
import { aboutEntries } from './about-entries.js'
import { inputText } from './evidence-table.js'
import { isConstant } from './find-mistake.js'
import { asksFunction, hasShape, isRight, type Trial } from './trial.js'

/** What can be said of a wrong answer for certain, when it is none of the known mistakes. Guesses nothing. */
export function whatIsSure(
  exercise: ComputedExercise,
  trials: readonly Trial[],
  near: Nearness,
): readonly string[] {
  const misshapen = trials.find((trial) => trial.got.kind === 'value' && !hasShape(trial))
  if (misshapen !== undefined) return aboutShape(exercise, misshapen)
  const notNumbers = aboutNotNumbers(trials)
  const numbers = asksFunction(exercise)
    ? [
        notNumbers === undefined ? aboutConstant(trials, near) : undefined,
        aboutSize(trials, near),
        aboutInputs(exercise, trials, near),
      ]
    : [aboutValue(trials) ?? aboutEntries(exercise, trials, near) ?? noneRight(trials)]
  return [notNumbers, ...numbers].filter((sentence) => sentence !== undefined).slice(0, 2)
}

function aboutShape(exercise: ComputedExercise, trial: Trial): string[] {
  const parts = trial.got.kind === 'value' ? trial.got.parts : []
  const wrong = trial.expected.find((part) => {
    const mine = partNamed(parts, part.name)
    return mine === undefined || !fits(mine, part)
  })
  const mine = wrong === undefined ? undefined : partNamed(parts, wrong.name)
  if (wrong === undefined) return []
  const name = wrong.name === '' ? 'Your answer' : wrong.name
  const input = inputText(exercise, trial)
  const at = input === '' ? '' : ` for ${input}`
  if (mine === undefined && wrong.name === '')
    return [
      `You return a record of ${listText(parts.map((part) => part.name))}${at}; expected is ${aShape(wrong)}.`,
    ]
  if (mine === undefined) return [`${name} is missing from what you return${at}.`]
  const sentence = `${name} is ${aShape(mine)}${at}; expected is ${aShape(wrong)}.`
  const turned = mine.rows === wrong.columns && mine.columns === wrong.rows
  return turned && sameParts([transposed(mine)], [{ ...wrong, name: mine.name }])
    ? [sentence, 'It is exactly the transpose of the right one.']
    : [sentence]
}

function transposed(part: Part): Part {
  const { rows, columns, values } = part
  const turned = values.map((_, k) => values[(k % rows) * columns + Math.floor(k / rows)] as number)
  return { ...part, rows: columns, columns: rows, values: turned }
}

function aboutNotNumbers(trials: readonly Trial[]): string | undefined {
  const some = trials.some(
    ({ got, expected }) =>
      got.kind === 'value' &&
      got.parts.some(({ values }) => values.some(Number.isNaN)) &&
      !expected.some(({ values }) => values.some(Number.isNaN)),
  )
  return some
    ? 'There is a NaN in it, "not a number": it comes from 0/0, the root or logarithm of a negative number, or arithmetic with undefined.'
    : undefined
}

/** Of a value no more than the direction, since its factor would be the answer. */
function aboutValue([trial]: readonly Trial[]): string | undefined {
  const [part] = trial?.expected ?? []
  const mine = trial?.got.kind === 'value' ? trial.got.parts[0]?.values[0] : undefined
  const right = part?.values[0]
  if (mine === undefined || right === undefined || part?.form !== 'number' || Number.isNaN(mine))
    return undefined
  if (mine * right < 0) return `Yours, ${numberText(mine, 4)}, has the opposite sign.`
  const [more, less] = right < 0 ? ['far from 0', 'near to 0'] : ['large', 'small']
  return `Yours, ${numberText(mine, 4)}, is too ${Math.abs(mine) > Math.abs(right) ? more : less}.`
}

function noneRight([trial]: readonly Trial[]): string | undefined {
  const entries = trial?.expected.reduce((sum, { values }) => sum + values.length, 0) ?? 0
  return entries > 1 ? `None of the ${entries} numbers that are asked for is right yet.` : undefined
}

function aboutConstant(trials: readonly Trial[], near: Nearness): string | undefined {
  if (!isConstant(trials, near)) return undefined
  const parts = trials[0]?.got.kind === 'value' ? trials[0].got.parts : []
  return `It gives ${partsText(parts)} whatever it is asked. It has to be computed from its arguments.`
}

function aboutSize(trials: readonly Trial[], near: Nearness): string | undefined {
  const factors = trials.map(({ got, expected }) =>
    got.kind === 'value' ? commonFactor(got.parts, expected, near) : undefined,
  )
  const [first] = factors
  if (first !== undefined && factors.every((factor) => factor !== undefined)) {
    const same = factors.every((factor) => sameNumber(factor as number, first, near))
    if (same && first === -1) return 'Every number has the right size and the opposite sign.'
    if (same) return `Every number is the right one times ${numberText(first, 6)}.`
    // Any single number is the right one times something.
    if (trials.every(({ expected }) => expected.flatMap(({ values }) => values).length === 1))
      return undefined
    return `For each input every number is the right one times a factor: ${factors.map((factor) => numberText(factor as number, 6)).join(', ')}. What has these values?`
  }
  return aboutSigns(trials)
}

function aboutSigns(trials: readonly Trial[]): string | undefined {
  const pairs = trials.flatMap(({ got, expected }) =>
    got.kind !== 'value'
      ? []
      : expected.flatMap((part) =>
          part.values.map(
            (value, k) => [partNamed(got.parts, part.name)?.values[k] ?? Number.NaN, value] as const,
          ),
        ),
  )
  const opposite = pairs.filter(([mine, right]) => mine * right < 0).length
  return opposite === pairs.length && pairs.length > 1
    ? 'Every sign is the opposite of the right one.'
    : undefined
}

function aboutInputs(
  exercise: ComputedExercise,
  trials: readonly Trial[],
  near: Nearness,
): string | undefined {
  const right = trials.filter((trial) => isRight(trial, near))
  const wrong = trials.find((trial) => !isRight(trial, near))
  if (trials.length < 2 || right.length === 0 || wrong === undefined)
    return aboutEntries(exercise, trials, near)
  const input = inputText(exercise, wrong)
  return `It is right for ${right.length} of ${trials.length} inputs, and not for ${input === '' ? 'the other' : input}.`
}
