import { describe, expect, it } from 'vitest'
import { check, exercises } from '../../src/exercises/index.js'

const chosen = exercises.filter(({ kind }) => kind === 'parameter')

describe.each(chosen.map((exercise) => [exercise.id, exercise] as const))(
  'the verdict of %s',
  (_, exercise) => {
    it.each([1 / 3, 2 / 3, 10 / 3, 100 / 3, 1e-7 / 3, 1e6 / 3, -1 / 3])(
      'says a typed %d in few digits',
      (number) => {
        const { message, evidence } = check(exercise, number)
        const figures = evidence.flatMap((each) => (each.kind === 'chart' ? [each.figure] : []))
        const words = figures.flatMap(({ data, layout }) => [
          JSON.stringify(layout['title']),
          ...data.map((trace) => String(trace['name'])),
        ])
        for (const text of [message, ...words]) expect(text).not.toMatch(/3{7}|6{7}/)
      },
    )
  },
)

it('a share that is nearly all is not rounded to all', () => {
  const rate = exercises.find(({ id }) => id === '02-3')
  const saysOf = (learningRate: number) => (rate === undefined ? '' : check(rate, learningRate).message)
  expect(saysOf(0.333333)).toContain('each step leaves nearly all of the distance, on the other side')
  expect(saysOf(1e-9)).toContain('each step leaves nearly all of the distance')
  expect(saysOf(0.1)).toContain('each step leaves 0.9 of the distance')
})
