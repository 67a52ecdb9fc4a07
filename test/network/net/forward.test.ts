import { expect, test } from 'vitest'
import { columnOf, matrix, ShapeError, softmax, toRows, zeros } from '../../../src/math/index.js'
import { forward } from '../../../src/network/index.js'
import { type Refusal, testRefusals, untyped } from '../../math/refusal.js'
import { seededNet } from '../random-net.js'

const { parameters, X } = seededNet(1, [2, 4, 3], 6)

test('forward() treats every column as a sample of its own', () => {
  const all = forward(parameters, X)
  for (let i = 0; i < X.columns; i++) {
    const one = forward(parameters, columnOf(X, i))
    expect(one.A2).toEqual(columnOf(all.A2, i))
  }
})

test('forward() takes the activations from its options', () => {
  const p = { W1: matrix([[-2]]), B1: zeros(1, 1), W2: matrix([[3]]), B2: matrix([[1]]) }
  const run = (options: Parameters<typeof forward>[2]) => {
    const { A1, A2 } = forward(p, matrix([[1]]), options)
    return [A1.values[0], A2.values[0]]
  }
  expect(run({ hiddenActivation: 'identity', outputActivation: 'identity' })).toEqual([-2, -5])
  expect(run({ hiddenActivation: 'relu', outputActivation: 'identity' })).toEqual([0, 1])
  expect(run({ hiddenActivation: 'tanh', outputActivation: 'relu' })).toEqual([Math.tanh(-2), 0])
  expect(run({})[0]).toBeCloseTo(1 / (1 + Math.E ** 2), 15)
})

test('forward() ends in softmax with crossEntropy, and with softmax alone', () => {
  const named = forward(parameters, X, { outputActivation: 'softmax' })
  expect(forward(parameters, X, { cost: 'crossEntropy' })).toEqual(named)
  expect(toRows(named.A2)).toEqual(toRows(softmax(named.Z2)))
})

test('equal rows of W1 and entries of B1 make hidden neurons that compute the same', () => {
  const equal = {
    ...parameters,
    W1: matrix([
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 2],
    ]),
    B1: zeros(4, 1),
  }
  const [first, ...others] = toRows(forward(equal, X).A1)
  for (const row of others) expect(row).toEqual(first)
})

const call = 'forward(parameters, X, options)'
const nan = { rows: 2, columns: 1, values: new Float64Array([0, Number.NaN]) }
const refusals: readonly Refusal[] = [
  [
    'X with samples as rows',
    () => forward(parameters, zeros(6, 2)),
    ShapeError,
    `${call}: X is 6×2, but W1 is 4×2. Expected X with 2 rows, one for each input: samples are columns.`,
  ],
  [
    'X with NaN',
    () => forward(parameters, nan),
    RangeError,
    `${call}: expected finite numbers in X, but its entry in row 1, column 0 (counted from 0) is NaN.`,
  ],
  [
    'an array for X',
    () => forward(parameters, untyped([[1], [2]])),
    TypeError,
    `${call}: expected X to be a Matrix, received an array of 2. Make one with matrix([[…], […]]).`,
  ],
  [
    'no parameters',
    () => forward(untyped(undefined), X),
    TypeError,
    `${call}: expected parameters to be a record { W1, B1, W2, B2 }, received undefined.`,
  ],
  [
    'a parameter too few',
    () => forward(untyped({ ...parameters, B2: undefined }), X),
    TypeError,
    `${call}: expected parameters.B2 to be a Matrix, received undefined.`,
  ],
  [
    'a parameter with NaN',
    () => forward({ ...parameters, B1: nan }, X),
    RangeError,
    `${call}: expected finite numbers in parameters.B1`,
  ],
  [
    'a bias as a row',
    () => forward({ ...parameters, B1: zeros(1, 4) }, X),
    ShapeError,
    `${call}: expected parameters.B1 to be 4×1 (one bias for each row of W1, which is 4×2), received 1×4.`,
  ],
  [
    'a W2 that does not fit W1',
    () => forward({ ...parameters, W2: zeros(3, 5) }, X),
    ShapeError,
    `${call}: expected parameters.W2 to be 3×4 (one column for each row of W1, which is 4×2), received 3×5.`,
  ],
  [
    'a B2 that does not fit W2',
    () => forward({ ...parameters, B2: zeros(2, 1) }, X),
    ShapeError,
    `${call}: expected parameters.B2 to be 3×1 (one bias for each row of W2, which is 3×4), received 2×1.`,
  ],
  [
    'weights so large that numbers overflow',
    () =>
      forward(
        {
          ...parameters,
          W1: matrix([
            [1e308, 1e308],
            [1, 1],
            [1, 1],
            [1, 1],
          ]),
        },
        matrix([[9], [9]]),
      ),
    RangeError,
    "matmul(A, B): the result's entry in row 0, column 0 (counted from 0) is Infinity. The numbers have grown too large.",
  ],
  [
    'an option of another call',
    () => forward(parameters, X, untyped({ steps: true })),
    TypeError,
    `${call}: unknown option \`steps\`.`,
  ],
]
testRefusals(refusals)
