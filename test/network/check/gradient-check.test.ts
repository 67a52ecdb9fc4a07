import { expect, test } from 'vitest'
import { fill, type Matrix, matrix, randomGenerator, scale, zeros } from '../../../src/math/index.js'
import { backward, bugs, checkGradients, forward } from '../../../src/network/index.js'
import { type Refusal, testRefusals, untyped } from '../../math/refusal.js'
import { randomNet, seededNet, smoothOptions } from '../random-net.js'

const { parameters, X, Y } = seededNet(1, [3, 3, 3], 5)
const cache = forward(parameters, X)
const right = backward(parameters, cache, Y, { steps: true })

test('checkGradients() passes every right gradient and step, with every cost and activation', () => {
  const random = randomGenerator(4)
  for (const options of [...smoothOptions, ...smoothOptions]) {
    const net = randomNet(random, options)
    const cache = forward(net.parameters, net.X, options)
    const steps = backward(net.parameters, cache, net.Y, { ...options, steps: true })
    const errors = checkGradients(net.parameters, net.X, net.Y, steps, options)
    for (const [name, error] of Object.entries(errors))
      if (!(error < 1e-6)) expect.fail(`${name}: ${error} with ${JSON.stringify(net)}`)
  }
})

test('checkGradients() speaks of dA2, dZ2, dA1, dZ1 only when they are given', () => {
  const { dA2, dZ2, dA1, dZ1, ...gradients } = right
  expect(Object.keys(checkGradients(parameters, X, Y, gradients))).toEqual(['dW1', 'dB1', 'dW2', 'dB2'])
  expect(Object.keys(checkGradients(parameters, X, Y, { ...gradients, dZ2 })).sort()).toEqual([
    'dB1',
    'dB2',
    'dW1',
    'dW2',
    'dZ2',
  ])
})

test('checkGradients() of a doubled gradient is 1/3, of a flipped one 1, of none 1', () => {
  const errors = checkGradients(parameters, X, Y, {
    dW1: scale(right.dW1, 2),
    dB1: scale(right.dB1, -1),
    dW2: zeros(3, 3),
    dB2: right.dB2,
  })
  expect(errors.dW1).toBeCloseTo(1 / 3, 6)
  expect(errors.dB1).toBeCloseTo(1, 6)
  expect(errors.dW2).toBe(1)
  expect(errors.dB2).toBeLessThan(1e-7)
})

test('checkGradients() shows which line is wrong: the first that is, in the order of the backward pass', () => {
  const firstWrong = (name: keyof typeof bugs) => {
    const steps = bugs[name](parameters, cache, Y, { steps: true })
    const errors = checkGradients(parameters, X, Y, steps)
    const order = ['dA2', 'dZ2', 'dW2', 'dB2', 'dA1', 'dZ1', 'dW1', 'dB1'] as const
    return order.find((key) => (errors[key] ?? 0) > 1e-4)
  }
  for (const name of Object.keys(bugs) as (keyof typeof bugs)[]) {
    if (name === 'matmul-for-hadamard') continue // throws before there is anything to check
    expect([name, firstWrong(name)]).toEqual([name, bugs[name].right.split(' ')[0]])
  }
})

test('the source’s dZ2 spoils all four parameters, while its dA2 is right', () => {
  const errors = checkGradients(parameters, X, Y, bugs['source'](parameters, cache, Y, { steps: true }))
  expect(errors.dA2).toBeLessThan(1e-7)
  for (const key of ['dZ2', 'dW1', 'dB1', 'dW2', 'dB2'] as const) expect(errors[key]).toBeGreaterThan(0.01)
})

test('checkGradients() calls a gradient of the wrong shape, or with NaN, infinitely wrong', () => {
  const nan: Matrix = { rows: 3, columns: 3, values: new Float64Array(9).fill(Number.NaN) }
  const errors = checkGradients(parameters, X, Y, { ...right, dB2: zeros(3, 5), dW1: nan, dZ1: zeros(1, 1) })
  expect([errors.dB2, errors.dW1, errors.dZ1]).toEqual([Infinity, Infinity, Infinity])
  expect(errors.dW2).toBeLessThan(1e-7)
})

test('checkGradients() is 0 where gradient and central difference cannot be told from 0', () => {
  const dead = { ...parameters, W2: zeros(3, 3) } // nothing of W1 reaches the output
  const gradients = backward(dead, forward(dead, X), Y)
  const errors = checkGradients(dead, X, Y, gradients)
  expect([errors.dW1, errors.dB1]).toEqual([0, 0])
  // A net that fits exactly: J and its gradient are 0 but for rounding.
  const options = { hiddenActivation: 'identity', outputActivation: 'identity' } as const
  const perfect = { W1: matrix([[0.3]]), B1: zeros(1, 1), W2: matrix([[0.7]]), B2: zeros(1, 1) }
  const line = matrix([[1, 2.1, -3.3]])
  const { A2 } = forward(perfect, line, options)
  const none = backward(perfect, forward(perfect, line, options), A2, options)
  expect(Object.values(checkGradients(perfect, line, A2, none, options))).toEqual([0, 0, 0, 0])
})

test('dA2 of a cross-entropy beyond computing is infinitely wrong, the rest is still checked', () => {
  const certain = { W1: matrix([[1]]), B1: zeros(1, 1), W2: matrix([[0]]), B2: matrix([[40]]) }
  const options = { cost: 'binaryCrossEntropy' } as const
  const x = matrix([[1, 1]])
  const check = (Y: Matrix) => {
    const steps = backward(certain, forward(certain, x), Y, { ...options, steps: true })
    return checkGradients(certain, x, Y, steps, options)
  }
  expect(check(matrix([[1, 0]])).dA2).toBe(Infinity)
  expect(check(matrix([[1, 0]])).dB2).toBeLessThan(1e-7)
  expect(check(matrix([[1, 1]])).dA2).toBeLessThan(1e-7)
})

const call = 'checkGradients(parameters, X, Y, gradients, options)'
const refusals: readonly Refusal[] = [
  [
    'no gradients',
    () => checkGradients(parameters, X, Y, untyped(undefined)),
    TypeError,
    `${call}: expected gradients to be a record { dW1, dB1, dW2, dB2 }, received undefined.`,
  ],
  [
    'a gradient too few',
    () => checkGradients(parameters, X, Y, untyped({ ...right, dW2: undefined })),
    TypeError,
    `${call}: expected gradients.dW2 to be a Matrix, received undefined.`,
  ],
  [
    'an array for a gradient',
    () => checkGradients(parameters, X, Y, untyped({ ...right, dW2: [[1]] })),
    TypeError,
    'Make one with matrix([[…], […]]).',
  ],
  [
    'parameters that are none',
    () => checkGradients(untyped({}), X, Y, right),
    TypeError,
    `${call}: expected parameters.W1 to be a Matrix, received undefined.`,
  ],
  [
    'X of another shape',
    () => checkGradients(parameters, zeros(2, 5), Y, right),
    TypeError,
    `${call}: X is 2×5, but W1 is 3×3.`,
  ],
  [
    'Y of another shape',
    () => checkGradients(parameters, X, zeros(3, 4), right),
    TypeError,
    `${call}: Y is 3×4, but A2 is 3×5.`,
  ],
  [
    'labels that the cost does not take',
    () => checkGradients(parameters, X, fill(3, 5, 1), right, { cost: 'crossEntropy' }),
    RangeError,
    'column 0 of Y (counted from 0) sums to 3.',
  ],
  [
    'a misspelt option',
    () => checkGradients(parameters, X, Y, right, untyped({ costs: 'crossEntropy' })),
    TypeError,
    `${call}: unknown option \`costs\`. Expected one of hiddenActivation, outputActivation, cost. Did you mean \`cost\`?`,
  ],
]
testRefusals(refusals)
