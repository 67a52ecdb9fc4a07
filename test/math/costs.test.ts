import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  binaryCrossEntropy,
  crossEntropy,
  fromValues,
  type Matrix,
  map,
  matrix,
  meanSquaredError,
  meanSquaredErrorGradient,
  ShapeError,
  sigmoid,
  softmax,
  zeros,
} from '../../src/math/index.js'
import { expectClose, matrixOf, sized } from './arbitrary-matrix.js'
import { type Refusal, testRefusals } from './refusal.js'

const A = matrix([
  [0.5, 1],
  [0, 2],
])
const Y = matrix([
  [1, 1],
  [1, 0],
])

test('meanSquaredError() sums over outputs and averages over samples', () => {
  expect(meanSquaredError(A, Y)).toBe((0.25 + 1 + 0 + 4) / 2)
})

test('meanSquaredErrorGradient() is (2/M)(A − Y), the central difference of the cost', () => {
  expect(meanSquaredErrorGradient(A, Y)).toEqual(
    matrix([
      [-0.5, 0],
      [-1, 2],
    ]),
  )
  const pair = sized(2, (n = 1, m = 1) => fc.tuple(matrixOf(n, m), matrixOf(n, m)))
  fc.assert(
    fc.property(pair, ([A, Y]) => {
      const numerical = A.values.map((_, k) => {
        const h = 1e-3 // a parabola: any step is exact
        const J = (by: number) => meanSquaredError(nudge(A, k, by), Y)
        return (J(h) - J(-h)) / (2 * h)
      })
      expectClose(meanSquaredErrorGradient(A, Y), fromValues(A.rows, A.columns, numerical), 1e4)
    }),
  )
})

const within = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true })

test('binaryCrossEntropy() is −mean of y ln a + (1 − y) ln(1 − a), summed over outputs', () => {
  const y = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(within(10), y), { minLength: 1, maxLength: 8 }), (samples) => {
      const Z2 = fromValues(
        1,
        samples.length,
        samples.map(([z]) => z),
      )
      const labels = fromValues(
        1,
        samples.length,
        samples.map(([, y]) => y),
      )
      const naive = samples.map(([z, y]) => y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z)))
      const expected = -naive.reduce((sum, term) => sum + term, 0) / samples.length
      expect(binaryCrossEntropy(Z2, labels)).toBeCloseTo(expected, 10)
    }),
  )
})

test('crossEntropy() is −mean of ln a at the right class', () => {
  fc.assert(
    fc.property(fc.array(within(10), { minLength: 6, maxLength: 6 }), (values) => {
      const Z2 = fromValues(3, 2, values)
      const a = softmax(Z2).values
      const naive = -(Math.log(a[0] ?? 0) + Math.log(a[5] ?? 0)) / 2
      expect(
        crossEntropy(
          Z2,
          matrix([
            [1, 0],
            [0, 0],
            [0, 1],
          ]),
        ),
      ).toBeCloseTo(naive, 10)
    }),
  )
})

test('of two classes, cross-entropy of (z, 0) is binary cross-entropy of z', () => {
  fc.assert(
    fc.property(within(1000), fc.double({ min: 0, max: 1, noNaN: true }), (z, y) => {
      const two = crossEntropy(matrix([[z], [0]]), matrix([[y], [1 - y]]))
      expect(two).toBeCloseTo(binaryCrossEntropy(matrix([[z]]), matrix([[y]])), 10)
    }),
  )
})

test('at |z| = 1000 the cross-entropies are exact where ln a would be ln 0', () => {
  const Z2 = matrix([[1000, -1000]])
  expect(binaryCrossEntropy(Z2, matrix([[1, 0]]))).toBe(0)
  expect(binaryCrossEntropy(Z2, matrix([[0, 1]]))).toBe(1000)
  const Z3 = matrix([[1000], [-1000], [0]])
  expect(crossEntropy(Z3, matrix([[1], [0], [0]]))).toBe(0)
  expect(crossEntropy(Z3, matrix([[0], [1], [0]]))).toBe(2000)
  expect(crossEntropy(Z3, matrix([[0], [0], [1]]))).toBe(1000)
})

const smuggled = { rows: 2, columns: 2, values: new Float64Array([0, 0, Number.NaN, 0]) }
const refusals: readonly Refusal[] = [
  [
    'unequal shapes',
    () => meanSquaredError(A, zeros(2, 1)),
    ShapeError,
    'meanSquaredError(A, Y): A is 2×2, Y is 2×1. Expected both to have the same shape.',
  ],
  [
    'unequal shapes in the gradient',
    () => meanSquaredErrorGradient(A, zeros(1, 2)),
    ShapeError,
    'meanSquaredErrorGradient(A, Y): A is 2×2, Y is 1×2.',
  ],
  [
    'NaN',
    () => meanSquaredError(smuggled, Y),
    RangeError,
    'meanSquaredError(A, Y): expected finite numbers in A, but its entry in row 1, column 0 (counted from 0) is NaN.',
  ],
  [
    'numbers too large to square',
    () => meanSquaredError(matrix([[1e200]]), matrix([[0]])),
    RangeError,
    'meanSquaredError(A, Y): the sum of squares is Infinity: the numbers have grown too large.',
  ],
  [
    'unequal shapes in binaryCrossEntropy',
    () => binaryCrossEntropy(A, zeros(1, 2)),
    ShapeError,
    'binaryCrossEntropy(Z2, Y): Z2 is 2×2, Y is 1×2.',
  ],
  [
    'a label of 2',
    () => binaryCrossEntropy(A, A),
    RangeError,
    "binaryCrossEntropy(Z2, Y): a cross-entropy needs labels from 0 to 1, but the entry in row 1, column 1 (counted from 0) of Y is 2. For other targets use the cost 'meanSquaredError'.",
  ],
  [
    'unequal shapes in crossEntropy',
    () => crossEntropy(A, zeros(1, 2)),
    ShapeError,
    'crossEntropy(Z2, Y): Z2 is 2×2, Y is 1×2.',
  ],
  [
    'labels that sum to 2',
    () => crossEntropy(A, Y),
    RangeError,
    "crossEntropy(Z2, Y): column 0 of Y (counted from 0) sums to 2. Cross-entropy with softmax needs each column to sum to 1: one-hot labels, made with oneHot(labels). For outputs that each say yes or no use 'binaryCrossEntropy'.",
  ],
  [
    'a negative label',
    () =>
      crossEntropy(
        A,
        matrix([
          [-1, 1],
          [2, 0],
        ]),
      ),
    RangeError,
    'entry in row 0, column 0 (counted from 0) of Y is -1.',
  ],
  [
    'scores too large to add',
    () => crossEntropy(matrix([[1.7e308], [-1.7e308]]), matrix([[0], [1]])),
    RangeError,
    'crossEntropy(Z2, Y): the sum is Infinity',
  ],
  ['scores that are NaN', () => softmax(smuggled), RangeError, 'softmax(Z): expected finite numbers in Z'],
]

testRefusals(refusals)

function nudge(A: Matrix, at: number, by: number): Matrix {
  return map(A, (value, i, j) => (i * A.columns + j === at ? value + by : value))
}
