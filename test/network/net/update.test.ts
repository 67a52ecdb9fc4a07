import { expect, test } from 'vitest'
import { add, fill, ShapeError, scale, zeros } from '../../../src/math/index.js'
import { backward, cost, forward, update } from '../../../src/network/index.js'
import { expectClose } from '../../math/arbitrary-matrix.js'
import { type Refusal, testRefusals, untyped } from '../../math/refusal.js'
import { seededNet } from '../random-net.js'

const { parameters, X, Y } = seededNet(1, [2, 4, 3], 6)
const gradients = backward(parameters, forward(parameters, X), Y)

test('update() goes against the gradient, α times its length, in every parameter', () => {
  const next = update(parameters, gradients, 0.25)
  expectClose(add(next.W1, scale(gradients.dW1, 0.25)), parameters.W1)
  expectClose(add(next.B1, scale(gradients.dB1, 0.25)), parameters.B1)
  expectClose(add(next.W2, scale(gradients.dW2, 0.25)), parameters.W2)
  expectClose(add(next.B2, scale(gradients.dB2, 0.25)), parameters.B2)
})

test('update() returns new parameters and leaves the old ones as they were', () => {
  const before = JSON.stringify(parameters)
  const next = update(parameters, gradients, 0.1)
  expect(JSON.stringify(parameters)).toBe(before)
  expect(next).not.toEqual(parameters)
  expect(update(parameters, gradients, 0.1)).toEqual(next)
})

test('update() with learningRate 0 changes nothing, and a small step lowers the cost', () => {
  expect(update(parameters, gradients, 0)).toEqual(parameters)
  const J = (p: typeof parameters) => cost(forward(p, X), Y)
  expect(J(update(parameters, gradients, 0.01))).toBeLessThan(J(parameters))
})

const call = 'update(parameters, gradients, learningRate)'
const refusals: readonly Refusal[] = [
  [
    'no learning rate',
    () => update(parameters, gradients, untyped(undefined)),
    TypeError,
    `${call}: expected learningRate to be a number, 0 or above, received undefined.`,
  ],
  [
    'a negative learning rate',
    () => update(parameters, gradients, -0.1),
    RangeError,
    `${call}: expected learningRate to be a finite number, 0 or above, received -0.1.`,
  ],
  ['a learning rate of NaN', () => update(parameters, gradients, Number.NaN), RangeError, 'received NaN.'],
  [
    'no gradients',
    () => update(parameters, untyped(null), 1),
    TypeError,
    `${call}: expected gradients to be a record { dW1, dB1, dW2, dB2 }, received null.`,
  ],
  [
    'a gradient too few',
    () => update(parameters, untyped({ ...gradients, dB1: undefined }), 1),
    TypeError,
    `${call}: expected gradients.dB1 to be a Matrix, received undefined.`,
  ],
  [
    'a bias gradient that is not summed',
    () => update(parameters, { ...gradients, dB2: zeros(3, 6) }, 1),
    ShapeError,
    `${call}: dB2 is 3×6, but B2 is 3×1. Expected a gradient in its parameter's shape.`,
  ],
  [
    'a gradient that would broadcast',
    () => update(parameters, { ...gradients, dW2: zeros(3, 1) }, 1),
    ShapeError,
    `${call}: dW2 is 3×1, but W2 is 3×4.`,
  ],
  [
    'a step beyond all numbers',
    () => update(parameters, { ...gradients, dW2: fill(3, 4, 1e300) }, 1e300),
    RangeError,
    'Look for a learning rate that is too large, or unscaled input.',
  ],
]
testRefusals(refusals)
