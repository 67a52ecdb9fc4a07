import { expect, it } from 'vitest'
import { check, exercises } from '../../src/exercises/index.js'

const says = (id: string, answer: unknown) => {
  const exercise = exercises.find((each) => each.id === id)
  return exercise === undefined ? '' : check(exercise, answer).message
}

it('a list that holds something else than numbers is told by what it holds', () => {
  expect(says('01-1', () => ['4', '6'])).toContain('a list with a string ("4") in it')
  expect(says('01-1', () => [4, undefined])).toContain('a list with undefined in it')
  expect(says('01-1', () => [4, undefined])).toContain('An index past the end of a list gives it')
  expect(says('02-2', () => [[1, null]])).toContain('rows with null in them')
})

it('a string that looks like a number is said to be text', () => {
  for (const message of [says('01-1', () => ['4', '6']), says('03-1', () => (2.5).toFixed(3))])
    expect(message).toContain('A string is text, also where it looks like a number')
  expect(says('01-1', () => [4, null])).not.toContain('text')
})

it('nothing in the place of a value is not blamed on a missing return', () => {
  expect(says('01-2', undefined)).toBe(
    'There is nothing to compare: what came was undefined. Put your answer in its place.',
  )
  expect(says('01-1', () => undefined)).toContain('Is there a return in every branch?')
})

it('a number below zero is too near to 0 or too far from it, not too large', () => {
  expect(says('04-1', -60)).toContain('Yours, −60, is too far from 0.')
  expect(says('04-1', -4)).toContain('Yours, −4, is too near to 0.')
  expect(says('01-2', 16)).toContain('Yours, 16, is too large.')
})

it('two numbers that differ late are written with as many digits as it takes', () => {
  const exercise = exercises.find(({ id }) => id === '04-2')
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))
  const coarse = (z: number) => (sigmoid(z + 0.01) - sigmoid(z - 0.01)) / 0.02
  const verdict = exercise === undefined ? undefined : check(exercise, coarse)
  expect(verdict?.status).toBe('fail')
  const [table] = verdict?.evidence ?? []
  for (const [, yours, expected, sign] of table?.kind === 'table' ? table.rows : []) {
    expect(sign).toBe('≠')
    expect(yours).not.toBe(expected)
  }
  expect(verdict?.message).not.toMatch(/you get (\S+); right is \1\./)
})
