// Every `as number` in this file follows from indices that stay inside 0 … length − 1.
import { listText, numberText } from '../../figures/text/number-text.js'
import type { ComputedExercise } from '../exercise.js'
import type { Part } from '../value/parts.js'
import { type Nearness, partNamed, sameNumber, sameParts } from '../value/same.js'
import { entryName } from './evidence-table.js'
import { asksFunction, type Trial } from './trial.js'

/** Which parts of a record, or which entries, differ where others are right; and by what, if it is a factor. */
export function aboutEntries(
  exercise: ComputedExercise,
  trials: readonly Trial[],
  near: Nearness,
): string | undefined {
  const pairs = trials.flatMap(({ got, expected }) =>
    got.kind === 'value' ? [{ got: got.parts, expected }] : [],
  )
  const [first] = pairs
  if (first === undefined || pairs.length < trials.length) return undefined
  if (first.expected.length > 1) return aboutParts(pairs, near)
  const entries = pairs.flatMap(({ got, expected: [part] }) => {
    const mine = part === undefined ? undefined : partNamed(got, part.name)
    return part === undefined || mine === undefined ? [] : [{ mine, part }]
  })
  const [{ part } = { part: undefined }] = entries
  if (part === undefined || entries.some((each) => each.part.values.length !== part.values.length))
    return undefined
  const differs = (k: number) =>
    entries.some((each) => !sameNumber(each.mine.values[k] as number, each.part.values[k] as number, near))
  const wrong = part.values.map((_, k) => k).filter(differs)
  if (wrong.length === part.values.length || wrong.length === 0) return undefined
  const left = part.values.length - wrong.length
  const which =
    wrong.length <= 3
      ? listText(wrong.map((k) => entryName(exercise, part, k)))
      : `${wrong.length} of ${part.values.length} entries`
  const others = left === 1 ? 'the other is right' : 'the others are right'
  return `${which} differ${wrong.length === 1 ? 's' : ''}; ${others}.${asksFunction(exercise) ? factorText(entries, wrong, near) : ''}`
}

function aboutParts(
  pairs: readonly { readonly got: readonly Part[]; readonly expected: readonly Part[] }[],
  near: Nearness,
): string | undefined {
  const names = (pairs[0]?.expected ?? []).map(({ name }) => name)
  const only = (parts: readonly Part[], name: string) => parts.filter((part) => part.name === name)
  const wrong = names.filter((name) =>
    pairs.some(({ got, expected }) => !sameParts(only(got, name), only(expected, name), near)),
  )
  if (wrong.length === 0 || wrong.length === names.length) return undefined
  const others = names.length - wrong.length === 1 ? 'the other is right' : 'the others are right'
  return `${listText(wrong)} differ${wrong.length === 1 ? 's' : ''}; ${others}.`
}

/** The factor that is the same for all of these entries, on every input. */
function factorText(
  entries: readonly { readonly mine: Part; readonly part: Part }[],
  wrong: readonly number[],
  near: Nearness,
): string {
  const ratios = entries.flatMap(({ mine, part }) =>
    wrong.map((k) => (mine.values[k] as number) / (part.values[k] as number)),
  )
  const [first] = ratios
  if (first === undefined || !Number.isFinite(first) || first === 0) return ''
  if (!ratios.every((ratio) => sameNumber(ratio, first, near))) return ''
  return ` ${wrong.length === 1 ? 'It is' : 'They are'} the right one${wrong.length === 1 ? '' : 's'} times ${numberText(first, 6)}.`
}
