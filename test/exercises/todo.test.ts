import { expect, it } from 'vitest'
import { check, exercises, todo } from '../../src/exercises/index.js'
import { matmul } from '../../src/math/index.js'

const gradient = exercises.find(({ id }) => id === '01-1')
const statusOf = (answer: unknown) => gradient && check(gradient, answer).status

it.each<[string, unknown]>([
  ['in the place of the function', todo()],
  ['returned', () => todo()],
  ['in a list', () => [1, todo()]],
  ['in rows', () => [[1, todo()]]],
  ['in a record', () => ({ dW1: todo() })],
  ['in arithmetic', () => [2 * todo<number>(), 1]],
  ['compared', () => (todo<number>() > 1 ? [1, 2] : [2, 1])],
  ['given to a function of the course', () => matmul(todo(), todo())],
  [
    'caught by the learner',
    () => {
      try {
        return [Number(todo<number>())]
      } catch {
        return [1, 2]
      }
    },
  ],
  ['waited for', async () => await todo<Promise<number>>()],
])('a todo() %s is open', (_, answer) => {
  expect(statusOf(answer)).toBe('open')
})

it('a todo() made before the call is open where it is used', () => {
  const part = todo<number>()
  expect(statusOf(() => [part * 2, 1])).toBe('open')
  expect(statusOf(() => [part, 1])).toBe('open')
})
