import { expect, test } from 'vitest'
import { at, columnOf, matrix, rowOf, toRows, transpose } from '../../src/math/index.js'

const m = matrix([
  [1, 2, 3],
  [4, 5, 6],
])

test('at() counts rows and columns from 0', () => {
  expect(at(m, 0, 0)).toBe(1)
  expect(at(m, 1, 2)).toBe(6)
})

test('rowOf() and columnOf() cut out one row, one column', () => {
  expect(rowOf(m, 1)).toEqual(matrix([[4, 5, 6]]))
  expect(columnOf(m, 1)).toEqual(matrix([[2], [5]]))
})

test('an index beyond the matrix is refused with the range that it has', () => {
  expect(() => at(m, 2, 0)).toThrow('at(m, i, j): expected i to be a whole number, from 0 to 1, received 2.')
  expect(() => at(m, 0, -1)).toThrow(
    'at(m, i, j): expected j to be a whole number, from 0 to 2, received -1.',
  )
  expect(() => rowOf(m, 0.5)).toThrow(RangeError)
  expect(() => columnOf(m, 3)).toThrow('columnOf(m, j): expected j')
})

test('what is no matrix is refused by name', () => {
  // @ts-expect-error a cell may pass an array of rows
  expect(() => toRows([[1]])).toThrow(
    'toRows(m): expected m to be a Matrix, received an array of 1. Make one with matrix([[…], […]]).',
  )
})

test('a NaN that was smuggled in is told, not handed on', () => {
  const smuggled = { rows: 1, columns: 2, values: new Float64Array([1, Number.NaN]) }
  expect(at(smuggled, 0, 0)).toBe(1)
  expect(() => at(smuggled, 0, 1)).toThrow(
    'at(m, i, j): expected the entry (0, 1) to be a finite number, received NaN.',
  )
  expect(() => toRows(smuggled)).toThrow('toRows(m): expected finite numbers in m')
  expect(() => rowOf(smuggled, 0)).toThrow("rowOf(m, i): the result's entry in row 0, column 1")
  expect(() => columnOf(smuggled, 1)).toThrow('columnOf(m, j)')
  expect(() => transpose(smuggled)).toThrow('transpose(m): expected finite numbers in m')
})
