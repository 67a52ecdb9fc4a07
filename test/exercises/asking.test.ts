import { expect, it } from 'vitest'
import { bugLab, checkBugHunt, hint, predict, solution } from '../../src/exercises/index.js'

it('a letter counts with brackets, wherever one is chosen', () => {
  expect(predict('06-p1', '(B)').choice).toBe('b')
  expect(checkBugHunt('01-h1', 5, 'b)').status).toBe('pass')
  expect(checkBugHunt('01-h1', 5, '(a)').mistake).toBe('reason-a')
})

it('an id without its nought is told how it is written', () => {
  expect(() => hint('6-3', 1)).toThrow("there is nothing with the id '6-3'.")
  expect(() => hint('6-3', 1)).toThrow("Did you mean '06-3'?")
  expect(() => hint('9-3', 1)).toThrow(/'08-5', [^?]*\.$/)
})

it('a level is a number, and giving up is true or false', () => {
  const level: unknown = '1'
  expect(() => hint('06-3', level as number)).toThrow('expected a level from 1 to 3, received a string ("1")')
  const giveUp: unknown = 'yes'
  expect(() => solution('06-3', { giveUp: giveUp as boolean })).toThrow(
    'expected giveUp to be true or false, received a string ("yes")',
  )
})

it('the lab without a number is its score', () => {
  expect(bugLab()).toEqual(bugLab({ summary: true }))
})
