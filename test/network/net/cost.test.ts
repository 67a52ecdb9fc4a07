import { expect, test } from 'vitest'
import {
  binaryCrossEntropy,
  crossEntropy,
  fill,
  meanSquaredError,
  ShapeError,
  zeros,
} from '../../../src/math/index.js'
import { cost, forward } from '../../../src/network/index.js'
import { type Refusal, testRefusals, untyped } from '../../math/refusal.js'
import { seededNet } from '../random-net.js'

const { parameters, X, Y } = seededNet(1, [2, 4, 3], 6)
const cache = forward(parameters, X)
const third = fill(3, 6, 1 / 3)

test('cost() takes A2 for the mean squared error, Z2 for the cross-entropies', () => {
  expect(cost(cache, Y)).toBe(meanSquaredError(cache.A2, Y))
  expect(cost(cache, Y, { cost: 'binaryCrossEntropy' })).toBe(binaryCrossEntropy(cache.Z2, Y))
  expect(cost(cache, third, { cost: 'crossEntropy' })).toBe(crossEntropy(cache.Z2, third))
})

const call = 'cost(cache, Y, options)'
const refusals: readonly Refusal[] = [
  [
    'Y of another shape',
    () => cost(cache, zeros(3, 5)),
    ShapeError,
    `${call}: Y is 3×5, but A2 is 3×6. Expected labels in A2's shape`,
  ],
  [
    'no cache',
    () => cost(untyped(undefined), Y),
    TypeError,
    `${call}: expected cache.Z2 to be a Matrix, received undefined.`,
  ],
  [
    'labels below 0 for a cross-entropy',
    () => cost(cache, fill(3, 6, -1), { cost: 'binaryCrossEntropy' }),
    RangeError,
    `${call}: a cross-entropy needs labels from 0 to 1`,
  ],
  [
    'labels that are no distribution for softmax',
    () => cost(cache, Y, { cost: 'crossEntropy' }),
    RangeError,
    `${call}: column 0 of Y (counted from 0) sums to`,
  ],
  [
    'a misspelt cost',
    () => cost(cache, Y, untyped({ cost: 'meanSquareError' })),
    RangeError,
    "Did you mean 'meanSquaredError'?",
  ],
]
testRefusals(refusals)
