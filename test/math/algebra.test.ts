import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  columnOf,
  hadamard,
  type Matrix,
  map,
  matmul,
  matrix,
  ones,
  ShapeError,
  scale,
  subtract,
  sumColumns,
  toRows,
  transpose,
  zeros,
} from '../../src/math/index.js'
import { trials } from '../support/trials.js'
import { anyMatrix, expectClose, matrixOf, sized } from './arbitrary-matrix.js'
import { type Refusal, testRefusals, untyped } from './refusal.js'

const chain3 = sized(4, (a = 1, b = 1, c = 1, d = 1) =>
  fc.tuple(matrixOf(a, b), matrixOf(b, c), matrixOf(c, d)),
)
const twins = sized(2, (n = 1, m = 1) => fc.tuple(matrixOf(n, m), matrixOf(n, m), matrixOf(n, m)))
const identityMatrix = (n: number): Matrix => map(zeros(n, n), (_, i, j) => (i === j ? 1 : 0))

test('matmul() of known matrices', () => {
  const A = matrix([
    [1, 2, 3],
    [4, 5, 6],
  ])
  const B = matrix([
    [7, 8],
    [9, 10],
    [11, 12],
  ])
  expect(toRows(matmul(A, B))).toEqual([
    [58, 64],
    [139, 154],
  ])
})

test('(AB)ᵀ = BᵀAᵀ', () => {
  fc.assert(
    fc.property(chain3, ([A, B]) => {
      expectClose(transpose(matmul(A, B)), matmul(transpose(B), transpose(A)), 1000)
    }),
  )
})

test('(AB)C = A(BC)', () => {
  fc.assert(
    fc.property(chain3, ([A, B, C]) => {
      expectClose(matmul(matmul(A, B), C), matmul(A, matmul(B, C)), 1e5)
    }),
  )
})

test('A(B + C) = AB + AC', () => {
  const shapes = sized(3, (a = 1, b = 1, c = 1) => fc.tuple(matrixOf(a, b), matrixOf(b, c), matrixOf(b, c)))
  fc.assert(
    fc.property(shapes, ([A, B, C]) => {
      expectClose(matmul(A, add(B, C)), add(matmul(A, B), matmul(A, C)), 1e4)
    }),
  )
})

test('the identity matrix changes nothing on either side', () => {
  fc.assert(
    fc.property(anyMatrix, (A) => {
      expectClose(matmul(identityMatrix(A.rows), A), A)
      expectClose(matmul(A, identityMatrix(A.columns)), A)
    }),
  )
})

test('matmul() is the sum of products, written out, at sizes up to 40', () => {
  const size = fc.integer({ min: 1, max: 40 })
  const pair = fc.tuple(size, size, size).chain(([n, k, m]) => fc.tuple(matrixOf(n, k), matrixOf(k, m)))
  fc.assert(
    fc.property(pair, ([A, B]) => {
      const [rows, columns] = [toRows(A), toRows(transpose(B))]
      const expected = rows.map((row) =>
        columns.map((column) => row.reduce((sum, a, k) => sum + a * (column[k] ?? Number.NaN), 0)),
      )
      expectClose(matmul(A, B), matrix(expected), 1e4)
    }),
    { numRuns: trials(30) },
  )
})

test('transpose() twice is the matrix itself', () => {
  fc.assert(
    fc.property(anyMatrix, (A) => {
      expect(transpose(transpose(A))).toEqual(A)
    }),
  )
})

test('add() and hadamard() commute; subtract() undoes add(); scale(A, 2) = A + A', () => {
  fc.assert(
    fc.property(twins, ([A, B]) => {
      expect(add(A, B)).toEqual(add(B, A))
      expect(hadamard(A, B)).toEqual(hadamard(B, A))
      expectClose(subtract(add(A, B), B), A, 100)
      expectClose(scale(A, 2), add(A, A))
    }),
  )
})

test('hadamard() distributes over add()', () => {
  fc.assert(
    fc.property(twins, ([A, B, C]) => {
      expectClose(hadamard(A, add(B, C)), add(hadamard(A, B), hadamard(A, C)), 1000)
    }),
  )
})

test('add() and subtract() broadcast a column over all columns', () => {
  const withColumn = sized(2, (n = 1, m = 1) => fc.tuple(matrixOf(n, m), matrixOf(n, 1)))
  fc.assert(
    fc.property(withColumn, ([A, b]) => {
      const spread = matmul(b, ones(1, A.columns))
      expectClose(add(A, b), add(A, spread))
      expectClose(subtract(A, b), subtract(A, spread))
    }),
  )
})

test('sumColumns() adds up the columns: n×M becomes n×1', () => {
  expect(
    sumColumns(
      matrix([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ),
  ).toEqual(matrix([[6], [15]]))
  fc.assert(
    fc.property(anyMatrix, (A) => {
      expectClose(sumColumns(A), matmul(A, ones(A.columns, 1)), 100)
    }),
  )
})

test('map() hands over the entry, its row and its column', () => {
  expect(toRows(map(zeros(2, 3), (value, i, j) => value + 10 * i + j))).toEqual([
    [0, 1, 2],
    [10, 11, 12],
  ])
})

test('no operation changes its arguments', () => {
  fc.assert(
    fc.property(twins, ([A, B]) => {
      const before = [toRows(A), toRows(B)]
      add(A, B)
      subtract(A, columnOf(B, 0))
      hadamard(A, B)
      scale(A, 3)
      transpose(A)
      sumColumns(A)
      matmul(A, transpose(B))
      map(A, (value) => value + 1)
      expect([toRows(A), toRows(B)]).toEqual(before)
    }),
  )
})

test('products with 0 are 0, not −0', () => {
  expect(toRows(scale(zeros(1, 1), -1))).toEqual([[0]])
  expect(toRows(hadamard(zeros(1, 1), matrix([[-1]])))).toEqual([[0]])
  expect(toRows(matmul(zeros(1, 1), matrix([[-1]])))).toEqual([[0]])
})

const [A, B] = [zeros(3, 2), zeros(3, 5)]
const huge = matrix([[1e200, -1e200]])
/** Made by hand, past the doors of matrix() and fromValues(). */
const smuggled: Matrix = { rows: 1, columns: 1, values: new Float64Array([Number.NaN]) }
const notAMatrix = { rows: 2, columns: 2, values: new Float64Array(3) }
const refusals: readonly Refusal[] = [
  [
    'unequal inner sizes',
    () => matmul(A, B),
    ShapeError,
    'matmul(A, B): cannot multiply 3×2 by 3×5: the inner sizes 2 and 3 differ. Expected B with 2 rows.',
  ],
  ['an inner size of 1', () => matmul(zeros(3, 1), B), ShapeError, 'Expected B with 1 row.'],
  [
    'unequal shapes to add',
    () => add(A, B),
    ShapeError,
    'add(A, B): A is 3×2, B is 3×5. Expected B to be 3×2, or 3×1 for the same column throughout.',
  ],
  [
    'a column and two',
    () => add(matrix([[1]]), matrix([[1, 2]])),
    ShapeError,
    'add(A, B): A is 1×1, B is 1×2. Expected B to be 1×1.',
  ],
  ['a bias as a row', () => add(A, zeros(1, 2)), ShapeError, 'add(A, B): A is 3×2, B is 1×2.'],
  ['a column first', () => add(zeros(3, 1), A), ShapeError, 'add(A, B): A is 3×1, B is 3×2.'],
  ['unequal shapes to subtract', () => subtract(A, B), ShapeError, 'subtract(A, B): A is 3×2, B is 3×5.'],
  [
    'unequal shapes for ⊙',
    () => hadamard(A, zeros(3, 1)),
    ShapeError,
    'hadamard(A, B): A is 3×2, B is 3×1. Expected both to have the same shape.',
  ],
  [
    'a factor of NaN',
    () => scale(A, Number.NaN),
    RangeError,
    'scale(m, k): expected k to be a finite number, received NaN.',
  ],
  [
    'a matrix for a factor',
    () => scale(A, untyped(B)),
    TypeError,
    'scale(m, k): expected k to be a finite number, received a 3×5 matrix.',
  ],
  [
    'no second matrix',
    () => matmul(A, untyped(undefined)),
    TypeError,
    'matmul(A, B): expected B to be a Matrix, received undefined.',
  ],
  [
    'an array',
    () => add(untyped([[1]]), A),
    TypeError,
    'add(A, B): expected A to be a Matrix, received an array of 1. Make one with matrix',
  ],
  [
    'a shell with too few values',
    () => transpose(notAMatrix),
    TypeError,
    'Its values are not a Float64Array of rows times columns numbers',
  ],
  ['no function', () => map(A, untyped(2)), TypeError, 'map(m, f): expected f to be a function, received 2.'],
  [
    'a function that gives NaN',
    () => map(matrix([[1, -1]]), Math.log),
    RangeError,
    'map(m, f): f(-1) is NaN for the entry in row 0, column 1 (counted from 0). Expected a finite number.',
  ],
  [
    'a function that gives nothing',
    () => map(A, () => untyped(undefined)),
    TypeError,
    'map(m, f): f(0) is undefined for the entry in row 0, column 0',
  ],
  [
    'a product too large for a number',
    () => hadamard(huge, huge),
    RangeError,
    "hadamard(A, B): the result's entry in row 0, column 0 (counted from 0) is Infinity. The numbers have grown too large.",
  ],
  [
    'a sum of products too large',
    () => matmul(huge, transpose(huge)),
    RangeError,
    "matmul(A, B): the result's entry in row 0, column 0",
  ],
  [
    'a NaN smuggled in',
    () => add(smuggled, smuggled),
    RangeError,
    "add(A, B): the result's entry in row 0, column 0 (counted from 0) is NaN.",
  ],
]

testRefusals(refusals)

test('numbers made in another realm are numbers all the same', () => {
  // A notebook's cells have an Array and a Float64Array of their own.
  const rows = runInNewContext('[[1, 2], [3, 4]]')
  const values = runInNewContext('new Float64Array([1, 2, 3, 4])')
  expect(values instanceof Float64Array).toBe(false)
  expect(toRows(matrix(rows))).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(toRows(add({ rows: 2, columns: 2, values }, matrix(rows)))).toEqual([
    [2, 4],
    [6, 8],
  ])
})
