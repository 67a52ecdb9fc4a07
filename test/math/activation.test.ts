import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  identity,
  identityPrime,
  matrix,
  ones,
  relu,
  reluPrime,
  sigmoid,
  sigmoidPrime,
  softmax,
  sumColumns,
  tanh,
  tanhPrime,
  toRows,
  transpose,
} from '../../src/math/index.js'
import { anyMatrix, expectClose } from './arbitrary-matrix.js'

const pairs = [
  ['sigmoid', sigmoid, sigmoidPrime],
  ['tanh', tanh, tanhPrime],
  ['relu', relu, reluPrime],
  ['identity', identity, identityPrime],
] as const

test.each(pairs)('the derivative of %s() is its central difference', (_, f, prime) => {
  const z = fc.double({ min: -8, max: 8, noNaN: true }).filter((value) => Math.abs(value) > 1e-4)
  fc.assert(
    fc.property(z, (value) => {
      const h = 1e-5
      expect(prime(value)).toBeCloseTo((f(value + h) - f(value - h)) / (2 * h), 8)
    }),
  )
})

test.each(pairs)('%s() and its derivative take a number or a matrix, entry by entry', (name, f, prime) => {
  const Z = matrix([
    [-1, 0, 0.5],
    [2, -3, 30],
  ])
  for (const g of [f, prime]) expect(toRows(g(Z))).toEqual(toRows(Z).map((row) => row.map((z) => g(z))))
  expect(f.name).toBe(name)
  expect(prime.name).toBe(`${name}Prime`)
})

test('known values of the activations', () => {
  expect(sigmoid(0)).toBe(0.5)
  expect(sigmoid(Math.log(3))).toBeCloseTo(0.75, 15)
  expect(sigmoidPrime(0)).toBe(0.25)
  expect(tanhPrime(0)).toBe(1)
  expect([relu(-2), relu(0), relu(2)]).toEqual([0, 0, 2])
  expect([reluPrime(-2), reluPrime(0), reluPrime(2)]).toEqual([0, 0, 1])
})

test('σ′ = σ(1 − σ) and tanh′ = 1 − tanh²', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (z) => {
      expect(sigmoidPrime(z)).toBeCloseTo(sigmoid(z) * (1 - sigmoid(z)), 15)
      expect(tanhPrime(z)).toBeCloseTo(1 - tanh(z) ** 2, 15)
    }),
  )
})

test('at |z| = 1000 every activation is finite and exact', () => {
  expect([sigmoid(1000), sigmoid(-1000)]).toEqual([1, 0])
  expect([tanh(1000), tanh(-1000)]).toEqual([1, -1])
  for (const prime of [sigmoidPrime, tanhPrime]) expect([prime(1000), prime(-1000)]).toEqual([0, 0])
  expect([relu(1000), relu(-1000)]).toEqual([1000, 0])
})

test('σ(−z) = 1 − σ(z), and for very negative z it keeps its digits', () => {
  expect(sigmoid(-40)).toBeCloseTo(Math.exp(-40), 30)
  expect(sigmoidPrime(40) / Math.exp(-40)).toBeCloseTo(1, 12)
  fc.assert(
    fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (z) => {
      expect(sigmoid(-z)).toBeCloseTo(1 - sigmoid(z), 15)
    }),
  )
})

test('an activation refuses NaN, Infinity and what is neither number nor matrix', () => {
  expect(() => sigmoid(Number.NaN)).toThrow('sigmoid(z): expected z to be a finite number, received NaN.')
  expect(() => tanh(Number.POSITIVE_INFINITY)).toThrow(RangeError)
  // @ts-expect-error a cell may pass a string
  expect(() => relu('1')).toThrow('relu(z): expected z to be a number or a Matrix, received a string ("1").')
  const smuggled = { rows: 1, columns: 1, values: new Float64Array([Number.NaN]) }
  expect(() => reluPrime(smuggled)).toThrow(
    'reluPrime(z): expected finite numbers in z, but its entry in row 0, column 0 (counted from 0) is NaN.',
  )
})

test('softmax() makes each column positive with sum 1', () => {
  fc.assert(
    fc.property(anyMatrix, (Z) => {
      const A = softmax(Z)
      expect(A.values.every((a) => a > 0 && a <= 1)).toBe(true)
      expectClose(sumColumns(transpose(A)), ones(Z.columns, 1))
    }),
  )
})

test('softmax() does not change when a column is shifted, and is stable at |z| = 1000', () => {
  const Z = matrix([
    [1, 1000, -1000, 1000],
    [2, 1001, -999, -1000],
    [3, 1002, -998, -1000],
  ])
  const columns = toRows(transpose(softmax(Z)))
  const [first = []] = columns
  expect(columns).toEqual([first, first, first, [1, 0, 0]])
  expect(first[2]).toBeCloseTo(1 / (1 + Math.exp(-1) + Math.exp(-2)), 15)
})
