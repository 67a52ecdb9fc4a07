import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromValues, type Matrix, matrix, randomGenerator } from '../../../src/math/index.js'
import {
  backward,
  cost,
  forward,
  initialize,
  type NetworkOptions,
  type Parameters,
  trainer,
  update,
} from '../../../src/network/index.js'
import { trials } from '../../support/trials.js'
import { randomNet, seededNet, smoothOptions } from '../random-net.js'

const allOptions: NetworkOptions[] = [
  ...smoothOptions,
  ...smoothOptions.map((options) => ({ ...options, hiddenActivation: 'relu' as const })),
  { hiddenActivation: 'relu', outputActivation: 'relu', cost: 'meanSquaredError' },
  { hiddenActivation: 'tanh', outputActivation: 'relu', cost: 'meanSquaredError' },
  {},
]

/** ‖a − b‖/‖b‖ over all four parameters. */
function relativeDifference(a: Parameters, b: Parameters): number {
  let [difference, size] = [0, 0]
  for (const name of ['W1', 'B1', 'W2', 'B2'] as const)
    b[name].values.forEach((value, k) => {
      difference += (Number(a[name].values[k]) - value) ** 2
      size += value ** 2
    })
  return Math.sqrt(difference / size)
}

/** One step of the pure functions: the cost before it, and the new parameters. */
function pureStep(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  options: NetworkOptions,
  learningRate: number,
) {
  const cache = forward(parameters, X, options)
  const gradients = backward(parameters, cache, Y, options)
  return { J: cost(cache, Y, options), parameters: update(parameters, gradients, learningRate) }
}

describe('trainer()', () => {
  it('gives the numbers of forward, backward, cost and update, for every activation and cost', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allOptions), fc.integer(), (options, seed) => {
        const { parameters, X, Y } = randomNet(randomGenerator(seed), options)
        const fast = trainer(parameters, X, Y, options)
        let pure = parameters
        for (let step = 0; step < 5; step++) {
          const expected = pureStep(pure, X, Y, options, 0.3)
          const J = fast.step(0.3)
          // Predictions and labels are about 1, and J is made of their differences.
          expect(Math.abs(J - expected.J)).toBeLessThanOrEqual(1e-12 * Math.max(1, expected.J))
          pure = expected.parameters
        }
        expect(relativeDifference(fast.parameters(), pure)).toBeLessThan(1e-12)
      }),
      { numRuns: trials(1000) },
    )
  })

  it('does so for sizes that fill the blocks of its products', () => {
    for (const options of allOptions) {
      const random = randomGenerator(7)
      const values = (n: number) => Array.from({ length: n }, () => random.normal())
      const [nx, nh, ny, M] = [13, 9, 6, 530]
      const X = fromValues(nx, M, values(nx * M))
      const Y = matrix(
        Array.from({ length: ny }, (_, i) => Array.from({ length: M }, (_, j) => (j % ny === i ? 1 : 0))),
      )
      const parameters = initialize({ sizes: [nx, nh, ny], seed: 3 })
      const fast = trainer(parameters, X, Y, options)
      const expected = pureStep(parameters, X, Y, options, 0.3)
      expect(Math.abs(fast.step(0.3) - expected.J)).toBeLessThan(1e-12 * expected.J)
      expect(relativeDifference(fast.parameters(), expected.parameters)).toBeLessThan(1e-12)
    }
  })

  it('gives the numbers of the pure functions where every neuron is saturated', () => {
    for (const hiddenActivation of ['sigmoid', 'tanh'] as const)
      for (const z of [-1000, -700, -40, -20, 20, 40, 1000]) {
        const parameters = { W1: matrix([[z]]), B1: matrix([[0]]), W2: matrix([[1]]), B2: matrix([[0]]) }
        const options: NetworkOptions = { hiddenActivation, outputActivation: 'identity' }
        const fast = trainer(parameters, matrix([[1]]), matrix([[3]]), options)
        const expected = pureStep(parameters, matrix([[1]]), matrix([[3]]), options, 1e6)
        fast.step(1e6)
        expect(relativeDifference(fast.parameters(), expected.parameters)).toBeLessThan(1e-12)
      }
  })

  it('leaves what it was given, and what it gave out, as they are', () => {
    const { parameters, X, Y } = seededNet(1, [3, 3, 3], 5)
    const before = JSON.stringify({ parameters, X, Y })
    const fast = trainer(parameters, X, Y)
    fast.step(0.5)
    const first = fast.parameters()
    const copy = JSON.stringify(first)
    fast.step(0.5)
    expect(JSON.stringify({ parameters, X, Y })).toBe(before)
    expect(JSON.stringify(first)).toBe(copy)
    expect(JSON.stringify(fast.parameters())).not.toBe(copy)
  })

  it('throws where numbers stop being finite, and keeps the last parameters that were', () => {
    const { parameters, X, Y } = seededNet(1, [3, 3, 3], 5)
    const fast = trainer(parameters, X, Y, { hiddenActivation: 'identity', outputActivation: 'identity' })
    expect(() => {
      for (let step = 0; step < 100; step++) fast.step(1e10)
    }).toThrow(/trainer\.step\(learningRate\): .*(not finite|too large)/)
    for (const m of Object.values(fast.parameters())) expect(m.values.every(Number.isFinite)).toBe(true)
  })

  it('refuses wrong arguments and names them', () => {
    const { parameters, X, Y } = seededNet(1, [3, 3, 3], 5)
    expect(() => trainer(parameters, Y, matrix([[1]]))).toThrow(/Y is 1×1, but A2 is 3×5/)
    expect(() => trainer(parameters, matrix([[1]]), Y)).toThrow(/trainer\(.*X is 1×1, but W1 is 3×3/)
    // @ts-expect-error unknown option
    expect(() => trainer(parameters, X, Y, { costs: 'crossEntropy' })).toThrow(/Did you mean `cost`/)
    expect(() => trainer(parameters, X, Y, { cost: 'crossEntropy' })).toThrow(/column 0 of Y/)
    const fast = trainer(parameters, X, Y)
    // @ts-expect-error no learning rate
    expect(() => fast.step()).toThrow(/expected learningRate to be a number/)
    expect(() => fast.step(-1)).toThrow(/learningRate/)
  })
})
