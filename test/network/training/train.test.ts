import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoMoons, xor } from '../../../src/data/index.js'
import { minibatches } from '../../../src/data/minibatches.js'
import { matrix, randomGenerator } from '../../../src/math/index.js'
import {
  backward,
  cost,
  forward,
  type Gradients,
  initialize,
  type Parameters,
  train,
  update,
} from '../../../src/network/index.js'
import { randomNet, seededNet, smoothOptions } from '../random-net.js'

const start = initialize({ sizes: [2, 4, 1], seed: 2 })
const { X, Y } = xor()

/** Equal to ten digits, of 1 or of what was expected, whichever is larger. */
function expectNear(value: number | undefined, expected: number): void {
  expect(Math.abs(Number(value) - expected)).toBeLessThan(1e-10 * Math.max(1, Math.abs(expected)))
}

function expectClose(a: Parameters, b: Parameters): void {
  for (const name of ['W1', 'B1', 'W2', 'B2'] as const)
    a[name].values.forEach((value, k) => {
      expectNear(value, Number(b[name].values[k]))
    })
}

function norm(gradients: Gradients, name: keyof Gradients): number {
  return Math.hypot(...gradients[name].values)
}

describe('train()', () => {
  it('makes the steps of the pure functions, full batch, and records them', () => {
    // Small enough a rate that no random net runs away.
    fc.assert(
      fc.property(fc.constantFrom(...smoothOptions), fc.integer(), (options, seed) => {
        const { parameters, X, Y } = randomNet(randomGenerator(seed), options)
        const run = train(parameters, X, Y, { ...options, learningRate: 0.01, epochs: 6 })
        let pure = parameters
        for (let epoch = 0; epoch <= 6; epoch++) {
          const cache = forward(pure, X, options)
          const gradients = backward(pure, cache, Y, options)
          expectNear(run.history.cost[epoch], cost(cache, Y, options))
          for (const name of ['dW1', 'dB1', 'dW2', 'dB2'] as const)
            expectNear(run.history.gradientNorm[name][epoch], norm(gradients, name))
          if (epoch < 6) pure = update(pure, gradients, 0.01)
        }
        expectClose(run.parameters, pure)
        expect([run.status, run.epochs, run.iterations, run.history.cost.length]).toEqual([
          'finished',
          6,
          6,
          7,
        ])
      }),
    )
  })

  it('goes through the minibatches of minibatches(), new ones each epoch', () => {
    const { X, Y } = twoMoons({ samples: 23 })
    const options = { batchSize: 5, seed: 4 }
    const run = train(start, X, Y, { ...options, learningRate: 0.5, epochs: 3 })
    let pure = start
    for (let epoch = 1; epoch <= 3; epoch++)
      for (const batch of minibatches(X, Y, { ...options, epoch })) {
        const cache = forward(pure, batch.X)
        pure = update(pure, backward(pure, cache, batch.Y), 0.5)
      }
    expectClose(run.parameters, pure)
    expect([run.status, run.epochs, run.iterations]).toEqual(['finished', 3, 15])
    expect(run.history.cost.at(-1)).toBeCloseTo(cost(forward(pure, X), Y), 12)
  })

  it('learns XOR', () => {
    const run = train(start, X, Y, { learningRate: 2, epochs: 4000 })
    expect(run.history.cost.at(-1)).toBeLessThan(0.01)
  })

  it('keeps the parameters of every n-th epoch, of epoch 0 and of the last', () => {
    const { history, parameters } = train(start, X, Y, { learningRate: 1, epochs: 25, recordParameters: 10 })
    expect(history.snapshots.map(({ epoch }) => epoch)).toEqual([0, 10, 20, 25])
    expect(history.snapshots[0]?.parameters).toEqual(start)
    expect(history.snapshots.at(-1)?.parameters).toEqual(parameters)
    for (const { epoch, parameters } of history.snapshots)
      expect(cost(forward(parameters, X), Y)).toBeCloseTo(Number(history.cost[epoch]), 12)
    expect(train(start, X, Y, { learningRate: 1, epochs: 25 }).history.snapshots).toEqual([])
  })

  it('stops when the norm of all gradients together is at most the tolerance', () => {
    const run = train(start, X, Y, { learningRate: 2, epochs: 20_000, tolerance: 0.01 })
    expect(run.status).toBe('converged')
    const { dW1, dB1, dW2, dB2 } = run.history.gradientNorm
    const lengths = dW1.map((n, k) => Math.hypot(n, Number(dB1[k]), Number(dW2[k]), Number(dB2[k])))
    expect(lengths.findIndex((length) => length <= 0.01)).toBe(run.epochs)
    expect(run.iterations).toBe(run.epochs)
  })

  it('says where it diverged, and returns finite numbers only', () => {
    const options = { hiddenActivation: 'identity', outputActivation: 'identity' } as const
    fc.assert(
      fc.property(
        fc.double({ min: 5, max: 1e200, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 99 }),
        (learningRate, batchSize, seed) => {
          const { parameters, X, Y } = seededNet(seed, [3, 3, 3], 10)
          const run = train(parameters, X, Y, {
            ...options,
            learningRate,
            batchSize,
            epochs: 2000,
            recordParameters: 1,
          })
          expect(run.status).toBe('diverged')
          expect(run.message).toMatch(
            /^Diverged in epoch \d+, at iteration \d+: .* Try a learning rate below/,
          )
          expect([run.iterations, run.iterations + 1]).toContain(run.divergedAt)
          const { cost, gradientNorm, snapshots } = run.history
          expect([cost, ...Object.values(gradientNorm)].flat().every(Number.isFinite)).toBe(true)
          expect(Object.values(gradientNorm).map((norms) => norms.length)).toEqual(Array(4).fill(cost.length))
          for (const m of [run, ...snapshots].flatMap(({ parameters }) => Object.values(parameters)))
            expect(m.values.every(Number.isFinite)).toBe(true)
          expect(run.epochs).toBe(cost.length - 1)
        },
      ),
    )
  })

  it('takes back a step to parameters that are not finite', () => {
    const run = train(start, X, Y, { learningRate: Number.MAX_VALUE, epochs: 50, outputActivation: 'relu' })
    expect(run.status).toBe('diverged')
    expect(run.iterations).toBe(run.divergedAt === undefined ? Number.NaN : run.divergedAt - 1)
  })

  it('leaves its arguments as they are and gives the same result again', () => {
    const before = JSON.stringify({ start, X, Y })
    const options = { learningRate: 1, epochs: 10, batchSize: 3, seed: 9 }
    expect(train(start, X, Y, options)).toEqual(train(start, X, Y, options))
    expect(train(start, X, Y, { ...options, seed: 10 }).parameters).not.toEqual(
      train(start, X, Y, options).parameters,
    )
    expect(JSON.stringify({ start, X, Y })).toBe(before)
  })

  it('with no epochs, or a learning rate of 0, leaves the parameters where they were', () => {
    expect(train(start, X, Y, { learningRate: 1, epochs: 0 }).parameters).toEqual(start)
    expect(train(start, X, Y, { learningRate: 0, epochs: 3 }).parameters).toEqual(start)
  })

  it('takes a batch size above the number of samples as the full batch', () => {
    const full = train(start, X, Y, { learningRate: 1, epochs: 5 })
    expect(train(start, X, Y, { learningRate: 1, epochs: 5, batchSize: 100 })).toEqual(full)
  })

  it('refuses wrong options and names them', () => {
    const good = { learningRate: 1, epochs: 5 }
    // @ts-expect-error no options
    expect(() => train(start, X, Y)).toThrow(/train\(.*expected options to be a record/)
    // @ts-expect-error no learning rate
    expect(() => train(start, X, Y, { epochs: 5 })).toThrow(/expected learningRate .* received undefined/)
    // @ts-expect-error no epochs
    expect(() => train(start, X, Y, { learningRate: 1 })).toThrow(
      /expected epochs to be a whole number, .* undefined/,
    )
    expect(() => train(start, X, Y, { ...good, learningRate: -0.1 })).toThrow(/learningRate .* received -0.1/)
    expect(() => train(start, X, Y, { ...good, epochs: 2.5 })).toThrow(/epochs .* received 2.5/)
    expect(() => train(start, X, Y, { ...good, batchSize: 0 })).toThrow(/batchSize .* received 0/)
    expect(() => train(start, X, Y, { ...good, seed: 0.5 })).toThrow(/seed/)
    expect(() => train(start, X, Y, { ...good, tolerance: Number.NaN })).toThrow(/tolerance/)
    expect(() => train(start, X, Y, { ...good, recordParameters: 0 })).toThrow(/recordParameters/)
    // @ts-expect-error a typing error in a name
    expect(() => train(start, X, Y, { ...good, learningrate: 1 })).toThrow(/Did you mean `learningRate`/)
    // @ts-expect-error an unknown cost
    expect(() => train(start, X, Y, { ...good, cost: 'crossEntrop' })).toThrow(/Did you mean 'crossEntropy'/)
    expect(() => train(start, matrix([[1, 2]]), Y, good)).toThrow(/X is 1×2, but W1 is 4×2/)
    expect(() => train(start, X, matrix([[1, 2]]), good)).toThrow(/Y is 1×2, but A2 is 1×4/)
  })
})
