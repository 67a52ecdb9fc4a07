import { expect, test } from 'vitest'
import { closest } from '../../src/math/closest.js'
import { requireKnownKeys, requireKnownValue } from '../../src/math/known.js'
import { requirePositive } from '../../src/math/number-argument.js'
import { received } from '../../src/math/received.js'

test('closest() finds the word that was meant, whatever its capitals', () => {
  const words = ['learningRate', 'epochs', 'batchSize', 'seed']
  expect(closest('learnigRate', words)).toBe('learningRate')
  expect(closest('learningrate', words)).toBe('learningRate')
  expect(closest('epohcs', words)).toBe('epochs')
  expect(closest('epoch', words)).toBe('epochs')
  expect(closest('batch_size', words)).toBe('batchSize')
})

test('closest() finds nothing where nothing is near', () => {
  expect(closest('temperature', ['seed', 'epochs'])).toBeUndefined()
  expect(closest('x', ['seed', 'xy'])).toBe('xy')
  expect(closest('', ['a'])).toBeUndefined()
  expect(closest('a', [])).toBeUndefined()
})

test('requireKnownKeys() names the unknown key, the known ones and the nearest', () => {
  const check = (options: unknown) => () =>
    requireKnownKeys('f(x, options)', 'options', options, ['log', 'title'])
  expect(check({ log: true })).not.toThrow()
  expect(check({ titel: '' })).toThrow(
    'f(x, options): unknown option `titel`. Expected one of log, title. Did you mean `title`?',
  )
  expect(check({ colour: '' })).toThrow(/Expected one of log, title\.$/)
  expect(check(3)).toThrow('f(x, options): expected options to be a record { log, title }, received 3.')
  expect(check(null)).toThrow('received null')
  expect(check([1])).toThrow('received an array of 1')
})

test('requireKnownValue() names the unknown value, the known ones and the nearest', () => {
  const check = (value: unknown) => () => requireKnownValue('f(x)', 'shape', value, ['round', 'square'])
  expect(check('round')()).toBe('round')
  expect(check('sqare')).toThrow(
    "f(x): unknown shape 'sqare'. Expected one of 'round', 'square'. Did you mean 'square'?",
  )
  expect(check('triangular')).toThrow(/Expected one of 'round', 'square'\.$/)
  expect(check(4)).toThrow("f(x): expected shape to be one of 'round', 'square', received 4.")
})

test('requirePositive() takes numbers above 0 only', () => {
  expect(requirePositive('f(x)', 'x', 0.1)).toBe(0.1)
  expect(() => requirePositive('f(x)', 'x', 0)).toThrow(
    'f(x): expected x to be a finite number above 0, received 0.',
  )
  expect(() => requirePositive('f(x)', 'x', undefined)).toThrow(
    'f(x): expected x to be a number above 0, received undefined.',
  )
})

test('received() says in words what came', () => {
  expect(
    [undefined, null, true, Number.NaN, -0, 'a', () => 0, [], {}, { a: 1, b: 2 }, Symbol.iterator].map(
      received,
    ),
  ).toEqual([
    'undefined',
    'null',
    'true',
    'NaN',
    '-0',
    'a string ("a")',
    'a function',
    'an empty array',
    'an empty object',
    'an object with a, b',
    'a symbol',
  ])
})
