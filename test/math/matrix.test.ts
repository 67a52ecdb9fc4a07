import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill, fromValues, matrix, ones, ShapeError, shapeOf, toRows, zeros } from '../../src/math/index.js'
import { anyMatrix } from './arbitrary-matrix.js'
import { type Refusal, testRefusals, untyped } from './refusal.js'

test('matrix() keeps its entries row after row in a Float64Array', () => {
  const m = matrix([
    [1, 2, 3],
    [4, 5, 6],
  ])
  expect(m.rows).toBe(2)
  expect(m.columns).toBe(3)
  expect(m.values).toBeInstanceOf(Float64Array)
  expect([...m.values]).toEqual([1, 2, 3, 4, 5, 6])
  expect(shapeOf(m)).toBe('2×3')
})

test('toRows() is the inverse of matrix()', () => {
  fc.assert(
    fc.property(anyMatrix, (m) => {
      expect(matrix(toRows(m))).toEqual(m)
    }),
  )
})

test('matrix() and fromValues() copy, and the shell of a matrix is frozen', () => {
  const rows = [[1, 2]]
  const m = matrix(rows)
  rows[0]?.fill(9)
  const values = [1, 2]
  const n = fromValues(1, 2, values)
  values.fill(9)
  expect(toRows(m)).toEqual([[1, 2]])
  expect(toRows(n)).toEqual([[1, 2]])
  expect(Object.isFrozen(m) && Object.isFrozen(n)).toBe(true)
})

test('fromValues() takes a Float64Array as well as an array', () => {
  expect(fromValues(2, 1, new Float64Array([1, 2]))).toEqual(matrix([[1], [2]]))
})

test('zeros(), ones() and fill() make the shape asked for', () => {
  expect(toRows(zeros(1, 2))).toEqual([[0, 0]])
  expect(toRows(ones(2, 1))).toEqual([[1], [1]])
  expect(toRows(fill(1, 1, -2.5))).toEqual([[-2.5]])
})

const refusals: readonly Refusal[] = [
  [
    'no array',
    () => matrix(untyped(3)),
    TypeError,
    'matrix(rows): expected an array of rows such as [[1, 2], [3, 4]], received 3.',
  ],
  ['nothing', () => matrix(untyped(undefined)), TypeError, 'received undefined'],
  ['no rows', () => matrix([]), ShapeError, 'matrix(rows): expected at least one row, received none.'],
  [
    'an empty row',
    () => matrix([[]]),
    ShapeError,
    'matrix(rows): row 0 is empty. Expected at least one number in each row.',
  ],
  ['a later empty row', () => matrix([[1], []]), ShapeError, 'matrix(rows): row 1 is empty.'],
  [
    'ragged rows',
    () => matrix([[1, 2], [3]]),
    ShapeError,
    'matrix(rows): ragged rows: row 1 has 1 entries, row 0 has 2. Expected the same number in each row.',
  ],
  [
    'a flat array',
    () => matrix(untyped([1, 2])),
    TypeError,
    'matrix(rows): expected row 0 to be an array of numbers, received 1. A single row is written [[1, 2, 3]], a single column [[1], [2], [3]].',
  ],
  [
    'NaN',
    () => matrix([[1, Number.NaN]]),
    RangeError,
    'matrix(rows): expected finite numbers, but the entry in row 0, column 1 (counted from 0) is NaN.',
  ],
  [
    'Infinity',
    () => matrix([[1], [Number.NEGATIVE_INFINITY]]),
    RangeError,
    'row 1, column 0 (counted from 0) is -Infinity.',
  ],
  [
    'a string',
    () => matrix([[untyped('3')]]),
    TypeError,
    'matrix(rows): expected numbers, but the entry in row 0, column 0 (counted from 0) is a string ("3").',
  ],
  [
    'a hole',
    () => matrix([untyped(new Array(3))]),
    TypeError,
    'row 0, column 0 (counted from 0) is undefined.',
  ],
  [
    'nothing but holes',
    () => matrix(new Array(3)),
    TypeError,
    'expected row 0 to be an array of numbers, received undefined.',
  ],
  [
    'a hole among rows',
    () => matrix(Object.assign(new Array(3), { 0: [1], 2: [3] })),
    TypeError,
    'expected row 1 to be an array of numbers, received undefined.',
  ],
  [
    'more entries than a computer holds',
    () => zeros(1e9, 1e9),
    RangeError,
    'zeros(rows, columns): expected at most 134217728 entries, received 1000000000×1000000000, which is 1000000000000000000.',
  ],
  [
    'the shape of nothing',
    () => shapeOf(untyped(undefined)),
    TypeError,
    'shapeOf(m): expected m to be a Matrix, received undefined.',
  ],
  [
    'the shape of an array',
    () => shapeOf(untyped([[1]])),
    TypeError,
    'shapeOf(m): expected m to be a Matrix, received an array of 1.',
  ],
  [
    'too few values',
    () => fromValues(2, 2, [1, 2, 3]),
    ShapeError,
    'fromValues(rows, columns, values): expected 4 values for 2×2, received 3.',
  ],
  [
    'no values',
    () => fromValues(2, 2, untyped(undefined)),
    TypeError,
    'fromValues(rows, columns, values): expected values to be an array of numbers, received undefined.',
  ],
  [
    'a NaN among the values',
    () => fromValues(2, 2, [1, 2, Number.NaN, 4]),
    RangeError,
    'row 1, column 0 (counted from 0) is NaN.',
  ],
  [
    'a size of 0',
    () => zeros(0, 3),
    RangeError,
    'zeros(rows, columns): expected rows to be a whole number, 1 or above, received 0.',
  ],
  [
    'a size of 1.5',
    () => ones(2, 1.5),
    RangeError,
    'ones(rows, columns): expected columns to be a whole number, 1 or above, received 1.5.',
  ],
  [
    'a size that is no number',
    () => fromValues(untyped('2'), 1, [1, 2]),
    TypeError,
    'expected rows to be a whole number, 1 or above, received a string ("2").',
  ],
  ['a negative size', () => fill(-1, 2, 0), RangeError, 'fill(rows, columns, value): expected rows'],
  [
    'a fill of NaN',
    () => fill(1, 2, Number.NaN),
    RangeError,
    'fill(rows, columns, value): expected value to be a finite number, received NaN.',
  ],
  [
    'a fill of nothing',
    () => fill(1, 2, untyped(undefined)),
    TypeError,
    'expected value to be a finite number, received undefined.',
  ],
]

testRefusals(refusals)

test('ShapeError is a TypeError with a name of its own', () => {
  const error = new ShapeError('no')
  expect(error).toBeInstanceOf(TypeError)
  expect(error.name).toBe('ShapeError')
  expect(String(error)).toBe('ShapeError: no')
})
