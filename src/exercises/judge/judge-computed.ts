import { isMatrix } from '../../math/matrix-argument.js'
import { received } from '../../math/received.js'
import type { AnswerFunction, ComputedExercise, ComputedMistake, Shown } from '../exercise.js'
import { apart, partsText } from '../value/value-text.js'
import type { Evidence, Verdict } from '../verdict.js'
import { evidenceTable, inputText, ownTable } from './evidence-table.js'
import { findMistakes } from './find-mistake.js'
import { judgeStopped } from './judge-stopped.js'
import { asksFunction, hasShape, isRight, nearnessOf, type Trial, trialsOf } from './trial.js'
import { explanationOf, sentenceOf, verdictOf } from './verdict-of.js'
import { whatIsSure } from './what-is-sure.js'

/** What a learner's function or value is; nothing where a `todo()` stands in it. */
export function judgeComputed(
  exercise: ComputedExercise,
  answer: unknown,
  seed: number,
): Verdict | undefined {
  if (asksFunction(exercise) && typeof answer !== 'function')
    return verdictOf(exercise, 'error', {
      message: `Expected a function, received ${received(answer)}. Give the function itself, without calling it: its name, and no brackets after it.`,
    })
  // Above it was seen to be a function where one is asked for.
  const asFunction = asksFunction(exercise) ? (answer as AnswerFunction) : () => answer
  const trials = trialsOf(exercise, asFunction, seed)
  if (trials.some(({ got }) => got.kind === 'todo')) return undefined

  const near = nearnessOf(exercise)
  const changed = trials.find(({ got }) => got.changed !== undefined)
  if (trials.every((trial) => isRight(trial, near)))
    return changed === undefined
      ? judgeRepeat(exercise, answer, seed, trials)
      : aboutChange(exercise, changed)

  const found = findMistakes(exercise, asFunction, trials, near)
  const evidence = evidenceOf(exercise, trials)
  const named = exercise.mistakes.filter(({ id }) => found.includes(id))
  const [first, second] = named
  const wrong = trials.filter((trial) => !isRight(trial, near))
  const shown = wrong.find(({ got }) => got.kind === 'value') ?? wrong[0]
  if (first !== undefined && shown !== undefined)
    return aboutMistakes(exercise, { first, second, changed }, shown, evidence)
  const besides = changed === undefined ? [] : [besidesText(exercise, changed)]
  const stopped = judgeStopped(exercise, trials, evidence, besides)
  if (stopped !== undefined) return stopped

  const sure = [...whatIsSure(exercise, trials, near), ...besides]
  const opening = 'This is none of the mistakes that this check knows by name. What is sure:'
  return verdictOf(exercise, 'fail', {
    message: [
      ...(sure.length > 0 ? [opening, ...sure] : [`This is not it yet. ${difference(exercise, trials)}.`]),
      `A hint: \`show(hint('${exercise.id}', 1))\`.`,
    ].join(' '),
    evidence,
  })
}

function difference(exercise: ComputedExercise, trials: readonly Trial[]): string {
  const near = nearnessOf(exercise)
  const wrong = trials.find((trial) => !isRight(trial, near))
  if (wrong === undefined || wrong.got.kind !== 'value') return 'see the table'
  return whereItFails(exercise, wrong, evidenceOf(exercise, trials)).replace(/\.$/, '')
}

/** A right answer has to be right again. */
function judgeRepeat(
  exercise: ComputedExercise,
  answer: unknown,
  seed: number,
  trials: readonly Trial[],
): Verdict {
  const again = asksFunction(exercise) ? trialsOf(exercise, answer, seed) : trials
  if (!again.every((trial) => isRight(trial, nearnessOf(exercise))))
    return verdictOf(exercise, 'error', {
      message:
        'Called a second time with the same arguments, your function gives something else. It remembers something between the calls, or rolls dice. The same question has to get the same answer.',
      evidence: evidenceOf(exercise, again),
    })
  const tried = trials.length === 1 ? '' : `, on ${trials.length} different inputs`
  return verdictOf(exercise, 'pass', {
    message: `This check passed: ${asksFunction(exercise) ? 'your function gives what it should' : 'your answer is right'}${tried}. ${exercise.solution.why}`,
  })
}

/** What was found: one mistake or two, and the input that the function changes besides. */
interface Found {
  readonly first: ComputedMistake<AnswerFunction>
  readonly second: ComputedMistake<AnswerFunction> | undefined
  readonly changed: Trial | undefined
}

function aboutMistakes(
  exercise: ComputedExercise,
  { first, second, changed }: Found,
  wrong: Trial,
  evidence: readonly Evidence[],
): Verdict {
  const shown = shownOf(wrong)
  const where = second === undefined && wrong.got.kind === 'value' ? first.where?.(shown) : undefined
  const place = whereItFails(exercise, wrong, evidence)
  const chart = exercise.chart === undefined || !hasShape(wrong) ? [] : [charted(exercise, shown)].flat()
  const text =
    second === undefined
      ? first
      : {
          did: `Two things at once. One, by itself: ${first.did} The other, by itself: ${second.did}`,
          tempting: first.tempting,
          look: first.look,
        }
  const besides = changed === undefined ? '' : ` ${besidesText(exercise, changed)}`
  const also = second?.id ?? (changed === undefined ? undefined : 'input-mutated')
  return verdictOf(exercise, 'fail', {
    mistake: also === undefined ? first.id : `${first.id} + ${also}`,
    explanation: explanationOf({ ...text, did: `${text.did}${besides}` }, where ?? place),
    evidence: [...chart, ...evidence],
  })
}

/** The first input for which it differs: the whole answer where it is short, else the first entry that differs. */
function whereItFails(exercise: ComputedExercise, wrong: Trial, evidence: readonly Evidence[]): string {
  const { yours, expected } = shownOf(wrong)
  if (wrong.got.kind === 'threw') return `It stops with an error: ${sentenceOf(wrong.got.error)}`
  // Where the answer is a value, to say what is right would be to give it away.
  if (!asksFunction(exercise)) return `You have ${yours}.`
  const input = inputText(exercise, wrong)
  if ((yours + expected).length < 120 && !/\bmatrix\b/.test(expected))
    return `${input === '' ? 'You have' : `For ${input} you get`} ${yours}; right is ${expected}.`
  const table = evidence.find((each) => each.kind === 'table')
  const [entry = '', mine, right] = table?.rows[table.differ[0] ?? 0] ?? []
  if (entry.endsWith('shape'))
    return `For ${input}: ${entry.replace(/ ?shape$/, '') || 'your answer'} is a ${mine}; right is a ${right}.`
  return `For ${input}: in ${entry} you get ${mine}; right is ${right}.`
}

function charted(exercise: ComputedExercise, shown: Shown<AnswerFunction>): Evidence[] {
  try {
    return exercise.chart === undefined ? [] : [{ kind: 'chart', figure: exercise.chart(shown) }]
  } catch {
    return [] // numbers that cannot be drawn, such as infinite ones; the table has them
  }
}

function shownOf({ args, got, expected }: Trial): Shown<AnswerFunction> {
  const parts = got.kind === 'value' ? got.parts : []
  const [yours, right] = apart(parts, expected, partsText)
  return {
    args: args as never, // the arguments of the exercise's own answer
    yours,
    expected: right,
    numbers: {
      yours: parts.flatMap(({ values }) => values),
      expected: expected.flatMap(({ values }) => values),
    },
  }
}

function evidenceOf(exercise: ComputedExercise, trials: readonly Trial[]): Evidence[] {
  const near = nearnessOf(exercise)
  return asksFunction(exercise) ? [evidenceTable(exercise, trials, near)] : ownTable(exercise, trials, near)
}

/** The exercise's own words for it where it has some. */
function aboutChange(exercise: ComputedExercise, trial: Trial): Verdict {
  const own = exercise.mistakes.find(({ id }) => id === 'input-mutated')
  if (own !== undefined)
    return verdictOf(exercise, 'fail', {
      mistake: own.id,
      explanation: explanationOf(own, own.where?.(shownOf(trial)) ?? ''),
    })
  const name = changedName(exercise, trial)
  return verdictOf(exercise, 'fail', {
    mistake: 'input-mutated',
    message: `The numbers are right, but your function changes ${name}, which belongs to whoever calls it. It is tempting to save a copy and write into what is there. The next reader of ${name} then finds other numbers, and running a cell twice gives two results. ${insteadOf(name, trial)}`,
  })
}

function insteadOf(name: string, { args, got }: Trial): string {
  const value = args[(got.changed ?? 1) - 1]
  if (Array.isArray(value)) return `Build a new list instead: \`${name}.map(…)\` makes one.`
  if (isMatrix(value))
    return `Build a new matrix instead: \`map(${name}, …)\`, \`scale\` and \`subtract\` make one.`
  return `Build a new record instead, such as \`{ ...${name}, W1: … }\`, and leave the old one as it is.`
}

function besidesText(exercise: ComputedExercise, changed: Trial): string {
  return `It also changes ${changedName(exercise, changed)}, which belongs to whoever calls it.`
}

function changedName({ argumentNames }: ComputedExercise, { got }: Trial): string {
  return argumentNames?.[(got.changed ?? 1) - 1] ?? `argument ${got.changed}`
}
