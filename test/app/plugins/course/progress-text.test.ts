import { expect, it } from 'vitest'
import { progressText } from '../../../../src/app/plugins/course/progress-text.js'

const progress = (of: 'cells' | 'exercises', done: number, all: number) =>
  progressText({ of, done, all, exercises: [] })

it('says how many checks passed, also when none did', () => {
  expect(progress('exercises', 0, 4)).toBe('0 of 4 checks passed')
  expect(progress('exercises', 1, 1)).toBe('1 of 1 check passed')
})

it('counts cells only when one was run, and never of none', () => {
  expect(progress('cells', 12, 30)).toBe('12 of 30 cells run')
  expect(progress('cells', 0, 30)).toBeUndefined()
  expect(progress('cells', 0, 0)).toBeUndefined()
})
