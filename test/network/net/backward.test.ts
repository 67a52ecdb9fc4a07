import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fill,
  fromValues,
  type Matrix,
  matrix,
  randomGenerator,
  ShapeError,
  zeros,
} from '../../../src/math/index.js'
import { backward, cost, forward, type Parameters } from '../../../src/network/index.js'
import { type Refusal, testRefusals, untyped } from '../../math/refusal.js'
import { trials } from '../../support/trials.js'
import { type Net, randomNet, seededNet, smoothOptions } from '../random-net.js'

const gradientOf = { W1: 'dW1', B1: 'dB1', W2: 'dW2', B2: 'dB2' } as const
const names = ['W1', 'B1', 'W2', 'B2'] as const

// One seed for all, so that a failure can be had again; another one: BACKPROP_SEED=… npx vitest …
const seed = Number(process.env['BACKPROP_SEED'] ?? 20_260)

test(`backward() agrees with central differences on ${trials(1200)} random nets (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...smoothOptions), (netSeed, options) => {
      expect(pooledError(randomNet(randomGenerator(netSeed), options))).toBeLessThan(1e-7)
    }),
    { numRuns: trials(1200), seed },
  )
})

/** ‖g − n‖/(‖g‖ + ‖n‖) over all parameters together, with numerical derivatives n from forward() and cost() alone. */
function pooledError({ parameters, X, Y, options }: Net): number {
  const h = 1e-5
  const gradients = backward(parameters, forward(parameters, X, options), Y, options)
  const [difference, g, n] = [[0], [0], [0]]
  for (const name of names) {
    const theta = parameters[name]
    theta.values.forEach((value, k) => {
      const J = (at: number) => cost(forward(withEntry(parameters, name, k, at), X, options), Y, options)
      const numerical = (J(value + h) - J(value - h)) / (2 * h)
      const analytic = gradients[gradientOf[name]].values[k] ?? Number.NaN
      difference.push(analytic - numerical)
      g.push(analytic)
      n.push(numerical)
    })
  }
  return Math.hypot(...difference) / (Math.hypot(...g) + Math.hypot(...n))
}

function withEntry(parameters: Parameters, name: keyof Parameters, k: number, value: number): Parameters {
  const { rows, columns, values } = parameters[name]
  return {
    ...parameters,
    [name]: fromValues(
      rows,
      columns,
      values.map((old, i) => (i === k ? value : old)),
    ),
  }
}

const { parameters, X, Y } = seededNet(1, [2, 4, 3], 6)
const cache = forward(parameters, X)

test('backward() gives every gradient its parameter’s shape', () => {
  const gradients = backward(parameters, cache, Y)
  expect(Object.keys(gradients)).toEqual(['dW1', 'dB1', 'dW2', 'dB2'])
  for (const name of names) {
    const gradient = gradients[gradientOf[name]]
    expect([gradient.rows, gradient.columns]).toEqual([parameters[name].rows, parameters[name].columns])
  }
})

test('backward() with steps gives dA2, dZ2, dA1, dZ1 too, and the same gradients', () => {
  const gradients = backward(parameters, cache, Y)
  const { dA2, dZ2, dA1, dZ1, ...rest } = backward(parameters, cache, Y, { steps: true })
  expect(rest).toEqual(gradients)
  expect([dA2, dZ2].map((m) => [m.rows, m.columns])).toEqual([
    [3, 6],
    [3, 6],
  ])
  expect([dA1, dZ1].map((m) => [m.rows, m.columns])).toEqual([
    [4, 6],
    [4, 6],
  ])
})

test('backward() sums the bias gradient over columns', () => {
  const { dZ2, dB2 } = backward(parameters, cache, Y, { steps: true })
  const sums = [0, 1, 2].map((i) => dZ2.values.slice(6 * i, 6 * i + 6).reduce((sum, value) => sum + value, 0))
  expect([...dB2.values]).toEqual(sums)
})

test('backward() with all samples twice gives the same gradients: 1/M is in them', () => {
  const once = backward(parameters, cache, Y)
  const twice = backward(parameters, forward(parameters, doubled(X)), doubled(Y))
  for (const name of names)
    once[gradientOf[name]].values.forEach((value, k) => {
      expect(twice[gradientOf[name]].values[k]).toBeCloseTo(value, 14)
    })
})

test('with a cross-entropy dZ2 is (A2 − Y)/M', () => {
  const yes = fill(3, 6, 1)
  const options = { cost: 'binaryCrossEntropy', steps: true } as const
  const { dZ2 } = backward(parameters, cache, yes, options)
  dZ2.values.forEach((value, k) => {
    expect(value).toBeCloseTo(((cache.A2.values[k] ?? Number.NaN) - 1) / 6, 15)
  })
})

test('dA2 of a cross-entropy is −y/a and its like, and dA2 ⊙ σ′ is dZ2', () => {
  const Y1 = matrix([[1, 0, 0.25]])
  const p = { W1: matrix([[1]]), B1: zeros(1, 1), W2: matrix([[2]]), B2: zeros(1, 1) }
  const c = forward(p, matrix([[0.5, -3, 1]]))
  const { dA2, dZ2 } = backward(p, c, Y1, { cost: 'binaryCrossEntropy', steps: true })
  c.A2.values.forEach((a, k) => {
    const y = Y1.values[k] ?? Number.NaN
    expect(dA2.values[k]).toBeCloseTo(((1 - y) / (1 - a) - y / a) / 3, 12)
    expect((dA2.values[k] ?? 0) * a * (1 - a)).toBeCloseTo(dZ2.values[k] ?? Number.NaN, 14)
  })
  const softmax = { cost: 'crossEntropy' } as const
  const classes = matrix([
    [1, 0],
    [0, 0],
    [0, 1],
  ])
  const three = seededNet(2, [2, 3, 3], 2)
  const c3 = forward(three.parameters, three.X, softmax)
  const steps = backward(three.parameters, c3, classes, { ...softmax, steps: true })
  classes.values.forEach((y, k) => {
    expect(steps.dA2.values[k]).toBeCloseTo(-y / (c3.A2.values[k] ?? Number.NaN) / 2, 12)
  })
})

test('a net that is certain, |z| = 1000, has finite gradients with every cost', () => {
  const p = { W1: matrix([[1000]]), B1: zeros(1, 1), W2: matrix([[1000], [-1000]]), B2: zeros(2, 1) }
  const x = matrix([[1, 1]])
  const y = matrix([
    [1, 0],
    [0, 1],
  ])
  for (const options of [{}, { cost: 'binaryCrossEntropy' }, { cost: 'crossEntropy' }] as const) {
    const { dW2 } = backward(p, forward(p, x, options), y, options)
    expect(dW2.values.every(Number.isFinite)).toBe(true)
  }
  const { dB2 } = backward(p, forward(p, x), y, { cost: 'binaryCrossEntropy' })
  expect([...dB2.values]).toEqual([0.5, -0.5])
  expect(() => backward(p, forward(p, x), y, { cost: 'binaryCrossEntropy', steps: true })).toThrow(
    "dA2 of backward(…, { steps: true }): the result's entry in row 0, column 1 (counted from 0) is Infinity.",
  )
})

test('backward() changes nothing that it is given', () => {
  const before = JSON.stringify([parameters, cache, Y])
  backward(parameters, cache, Y, { steps: true })
  expect(JSON.stringify([parameters, cache, Y])).toBe(before)
})

const other = seededNet(2, [2, 3, 3], 6)
const nan: Matrix = { rows: 3, columns: 6, values: new Float64Array(18).fill(Number.NaN) }
const refusals: readonly Refusal[] = [
  [
    'Y of another shape',
    () => backward(parameters, cache, zeros(1, 6)),
    ShapeError,
    "backward(parameters, cache, Y, options): Y is 1×6, but A2 is 3×6. Expected labels in A2's shape: a row for each output, a column for each sample.",
  ],
  [
    'no Y',
    () => backward(parameters, cache, untyped(undefined)),
    TypeError,
    'expected Y to be a Matrix, received undefined.',
  ],
  [
    'Y with NaN',
    () => backward(parameters, cache, nan),
    RangeError,
    'expected finite numbers in Y, but its entry in row 0, column 0 (counted from 0) is NaN.',
  ],
  [
    'the cache of another net',
    () => backward(parameters, forward(other.parameters, X), Y),
    ShapeError,
    'cache.Z1 is 3×6, but with W1 4×2, W2 3×4 and 6 samples it has to be 4×6. Expected the cache of forward(parameters, X) with the same parameters.',
  ],
  [
    'no cache',
    () => backward(parameters, untyped(undefined), Y),
    TypeError,
    'expected cache to be what forward(parameters, X) returned, received undefined.',
  ],
  [
    'half a cache',
    () => backward(parameters, untyped({ X }), Y),
    TypeError,
    'expected cache.Z1 to be a Matrix, received undefined.',
  ],
  [
    'a cache with NaN',
    () => backward(parameters, { ...cache, A2: nan }, Y),
    RangeError,
    'expected finite numbers in cache.A2',
  ],
  [
    'labels of 2 for a cross-entropy',
    () => backward(parameters, cache, fill(3, 6, 2), { cost: 'binaryCrossEntropy' }),
    RangeError,
    'a cross-entropy needs labels from 0 to 1',
  ],
  [
    'labels that sum to 0 for softmax',
    () => backward(parameters, cache, zeros(3, 6), { cost: 'crossEntropy' }),
    RangeError,
    'column 0 of Y (counted from 0) sums to 0.',
  ],
  [
    'a misspelt option',
    () => backward(parameters, cache, Y, untyped({ step: true })),
    TypeError,
    'unknown option `step`. Expected one of hiddenActivation, outputActivation, cost, steps. Did you mean `steps`?',
  ],
  [
    'steps that are no boolean',
    () => backward(parameters, cache, Y, untyped({ steps: 'yes' })),
    TypeError,
    'expected steps to be true or false, received a string ("yes").',
  ],
]
testRefusals(refusals)

function doubled(m: Matrix): Matrix {
  const rows = Array.from({ length: m.rows }, (_, i) => [
    ...m.values.slice(i * m.columns, (i + 1) * m.columns),
  ])
  return matrix(rows.map((row) => [...row, ...row]))
}
