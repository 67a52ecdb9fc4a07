// Every `as number` in this file follows from indices that stay inside 0 … length − 1.
import type { ComputedExercise } from '../exercise.js'
import type { Part } from '../value/parts.js'
import { fits, type Nearness, partNamed, sameNumber } from '../value/same.js'
import { apart, argumentText, entryText, partsText, shapeText } from '../value/value-text.js'
import type { EvidenceTable } from '../verdict.js'
import { isRight, type Trial } from './trial.js'

const mostRows = 12

/** What an input is called: `θ = (3, 0.5), α = 0.1`; empty where there is none. */
export function inputText({ argumentNames, inputName }: ComputedExercise, { args }: Trial): string {
  if (inputName !== undefined) return inputName(args as never) // what `inputs` of the same exercise made
  return args
    .flatMap((value, i) => {
      if (typeof value === 'function') return [] // it has no numbers to show
      const name = argumentNames?.[i] ?? (args.length === 1 ? 'the argument' : `argument ${i + 1}`)
      const text = argumentText(value)
      const shape = /^a (\d+×\d+) matrix$/.exec(text)?.[1]
      return shape === undefined ? `${name} = ${text}` : `${name} (${shape})`
    })
    .join(', ')
}

/** Yours beside what was expected: entry by entry for the first input that differs, or one line for each input. */
export function evidenceTable(
  exercise: ComputedExercise,
  trials: readonly Trial[],
  near: Nearness,
): EvidenceTable {
  const wrong = trials.find((trial) => !isRight(trial, near))
  const single = trials.every(({ expected }) => expected.length === 1 && expected[0]?.values.length === 1)
  if (single || wrong === undefined || wrong.got.kind !== 'value') return byInput(exercise, trials, near)
  return byEntry(exercise, wrong, near)
}

/** A value's entries, and which of them differ: what is right stays to be found. A single number needs no table. */
export function ownTable(
  exercise: ComputedExercise,
  trials: readonly Trial[],
  near: Nearness,
): EvidenceTable[] {
  const { head, ...table } = evidenceTable(exercise, trials, near)
  if (table.rows.length < 2) return []
  return [
    {
      ...table,
      caption: 'Your answer, and where it differs',
      head: head.filter((name) => name !== 'expected'),
      rows: table.rows.map((row) => row.filter((_, j) => head[j] !== 'expected')),
    },
  ]
}

function byInput(exercise: ComputedExercise, trials: readonly Trial[], near: Nearness): EvidenceTable {
  const rows = trials.slice(0, mostRows).map((trial) => {
    const { got, expected } = trial
    const name = inputText(exercise, trial) || 'your answer'
    if (got.kind !== 'value') return [name, wordsOf(trial), partsText(expected), '≠']
    if (isRight(trial, near)) return [name, partsText(got.parts), partsText(expected), '=']
    return [name, ...apart(got.parts, expected, partsText), '≠']
  })
  return table(
    exercise.kind === 'picture' ? 'Yours, and what the picture says' : 'Yours, and what was expected',
    rows,
  )
}

function byEntry(exercise: ComputedExercise, trial: Trial, near: Nearness): EvidenceTable {
  const { expected, got } = trial
  const parts = got.kind === 'value' ? got.parts : []
  const rows = expected.flatMap((part) => {
    const mine = partNamed(parts, part.name)
    const name = part.name === '' ? '' : `${part.name} `
    if (mine === undefined) return [[`${name}`.trim(), 'missing', shapeText(part), '≠']]
    if (!fits(mine, part)) return [[`${name}shape`, shapeText(mine), shapeText(part), '≠']]
    return part.values.map((value, k) => {
      const yours = mine.values[k] as number
      const entry = name + entryName(exercise, part, k)
      if (sameNumber(yours, value, near)) return [entry, entryText(yours), entryText(value), '=']
      return [entry, ...apart(yours, value, entryText), '≠']
    })
  })
  const differing = rows.filter((row) => row[3] === '≠')
  const shown = rows.length <= mostRows ? rows : differing.slice(0, mostRows)
  const input = inputText(exercise, trial)
  const left = rows.length - shown.length
  return table(
    [input === '' ? 'Yours, and what was expected' : `For ${input}`, left > 0 ? `(${left} more entries)` : '']
      .join(' ')
      .trim(),
    shown,
  )
}

/** What an entry is called in a sentence or a table. */
export function entryName({ entryNames }: ComputedExercise, part: Part, k: number): string {
  if (part.values.length === 1) return part.name === '' ? 'the number' : ''
  if ((part.name === '' || part.form === 'list') && entryNames?.[k] !== undefined)
    return entryNames[k] as string
  if (part.form === 'list') return `entry ${k + 1}`
  return `row ${Math.floor(k / part.columns) + 1}, column ${(k % part.columns) + 1}`
}

function wordsOf({ got }: Trial): string {
  if (got.kind === 'threw') return got.error
  return got.kind === 'strange' ? got.words : ''
}

function table(caption: string, rows: readonly (readonly string[])[]): EvidenceTable {
  return {
    kind: 'table',
    caption,
    head: ['', 'yours', 'expected', ''],
    rows,
    differ: rows.flatMap((row, i) => (row[3] === '≠' ? [i] : [])),
  }
}
