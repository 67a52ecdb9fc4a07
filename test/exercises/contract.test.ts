import { describe, expect, it } from 'vitest'
import type { AnswerFunction, ComputedExercise, Exercise } from '../../src/exercises/exercise.js'
import { check, exercises, type Verdict } from '../../src/exercises/index.js'
import { randomGenerator } from '../../src/math/index.js'
import { trials } from '../support/trials.js'
import { cellIdOf, cellNamed, shownBy, textOf } from './exercise-cells.js'
import { filled } from './filled.js'
import { disturbed } from './wrong-answers.js'

const seeds = Array.from({ length: trials(200) }, (_, i) => i + 1)

const isComputed = (exercise: Exercise): exercise is ComputedExercise =>
  exercise.kind !== 'choice' && exercise.kind !== 'parameter'

/** What a learner gives: the function, or the value that it stands for. */
const given = ({ kind }: ComputedExercise, answer: AnswerFunction): unknown =>
  kind === 'write' || kind === 'mend' ? answer : (answer as () => unknown)()

/** Values have nothing that a seed decides. */
const seedsOf = ({ kind }: ComputedExercise) => (kind === 'write' || kind === 'mend' ? seeds : [1])

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  'exercise %s',
  (id, exercise) => {
    const stub = cellNamed(id, `${cellIdOf(id)}-answer`)

    it('stands in its notebook: what is asked, then a stub that is open', () => {
      expect(cellNamed(id, cellIdOf(id))?.cell_type).toBe('markdown')
      expect(statusOf(shownBy(textOf(stub)))).toEqual([[id, 'open']])
    })

    it('passes with its solution in the place of the stub', () => {
      expect(statusOf(shownBy(filled(textOf(stub), exercise.solution.code)))).toEqual([[id, 'pass']])
      expect(exercise.solution.why).not.toBe('')
    })

    it('has three hints, and for each mistake three parts and a place to look that exists', () => {
      for (const hint of exercise.hints) expect(hint.length).toBeGreaterThan(40)
      const ids = exercise.mistakes.map((mistake) => mistake.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { id: name, did, tempting, look } of exercise.mistakes) {
        expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(did, name).toMatch(/^\p{Lu}.{10,}[.:]$/su)
        expect(tempting, name).toMatch(/^\p{Lu}.{10,}\.$/su)
        expect(look[1], name).toMatch(/^\p{Lu}.{10,}\.$/su)
        expect(cellNamed(id, look[0]), `${name}: ${look[0]}`).toBeDefined()
      }
    })

    it('answers what is no answer at all without throwing', () => {
      const strange = [
        undefined,
        null,
        'x',
        Number.NaN,
        [],
        {},
        [[1], [1, 2]],
        Symbol('s'),
        Promise.resolve(1),
        new Map(),
      ]
      const functions = strange.map((value) => () => value)
      const throwing = [
        () => {
          throw new Error('no')
        },
        () => {
          throw null
        },
        class {},
      ]
      for (const answer of [...strange, ...functions, ...throwing]) {
        const { status, message } = check(exercise, answer)
        expect(status === 'fail' || status === 'error').toBe(true)
        expect(message.length).toBeGreaterThan(20)
      }
    })

    if (isComputed(exercise)) proveComputed(exercise)
    else proveChosen(exercise)
  },
)

function proveComputed(exercise: ComputedExercise): void {
  it('passes every right answer in every form', () => {
    for (const answer of [exercise.answer, ...(exercise.others ?? [])]) {
      const status = (seed: number) => check(exercise, given(exercise, answer), seed).status
      expect(seedsOf(exercise).filter((seed) => status(seed) !== 'pass')).toEqual([])
    }
  })

  it.each(exercise.mistakes.map((mistake) => [mistake.id, mistake] as const))(
    'names %s, it and no other',
    (name, { answer, others = [] }) => {
      for (const made of [answer, ...others]) {
        const verdict = (seed: number) => check(exercise, given(exercise, made), seed)
        const unnamed = seedsOf(exercise).filter((seed) => verdict(seed).mistake !== name)
        expect(unnamed.map((seed) => [seed, verdict(seed).mistake])).toEqual([])
        expectMistake(verdict(1), name)
      }
    },
  )

  it('never passes random wrong answers', () => {
    const random = randomGenerator(5)
    const verdicts = seeds.map((seed) =>
      check(exercise, given(exercise, disturbed(exercise.answer, random, exercise.within)), seed),
    )
    expect(verdicts.filter(({ status }) => status !== 'fail')).toEqual([])
    for (const verdict of verdicts.slice(0, 3)) expectReadable(verdict)
  })
}

function proveChosen(exercise: Exclude<Exercise, ComputedExercise>): void {
  it('passes what is right and names every mistake', () => {
    if (exercise.kind === 'choice') {
      for (const [letter, option] of Object.entries(exercise.options))
        expect(textOf(cellNamed(exercise.id, cellIdOf(exercise.id)))).toContain(`- **${letter}** ${option}`)
      expect(check(exercise, exercise.answer).status).toBe('pass')
      expect(Object.keys(exercise.options).sort()).toEqual(
        [exercise.answer, ...exercise.mistakes.map(({ option }) => option)].sort(),
      )
      for (const { id, option } of exercise.mistakes) expectMistake(check(exercise, option), id)
    } else {
      for (const value of exercise.examples) expect(check(exercise, value).status, `${value}`).toBe('pass')
      for (const { id, examples } of exercise.mistakes) {
        expect(examples.length).toBeGreaterThan(0)
        for (const value of examples) expectMistake(check(exercise, value), id)
      }
    }
  })
}

function expectMistake(verdict: Verdict, id: string): void {
  expect([verdict.status, verdict.mistake]).toEqual(['fail', id])
  expectReadable(verdict)
}

/** About eighty words, and data that survives as JSON. */
function expectReadable(verdict: Verdict): void {
  const words = verdict.message.split(/\s+/).length
  expect(words, verdict.message).toBeLessThanOrEqual(120)
  expect(words, verdict.message).toBeGreaterThanOrEqual(15)
  expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
}

function statusOf(shown: readonly unknown[]): [string, string][] {
  return shown
    .filter((item): item is Verdict => typeof item === 'object' && item !== null && 'status' in item)
    .map(({ exercise, status }) => [exercise, status])
}
