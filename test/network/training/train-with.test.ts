import { expect, test } from 'vitest'
import { matrix, transpose } from '../../../src/math/index.js'
import { backward, bugs, train, trainWith } from '../../../src/network/index.js'
import { untyped } from '../../math/refusal.js'
import { seededNet } from '../random-net.js'

const { parameters, X, Y } = seededNet(1, [3, 3, 3], 5)
const options = { learningRate: 0.5, epochs: 40 }

test('trainWith() the right backward pass is what train does', () => {
  const ours = trainWith(backward, parameters, X, Y, options)
  const { history, parameters: trained } = train(parameters, X, Y, options)
  expect(ours.status).toBe('finished')
  expect(ours.epochs).toBe(40)
  expect(ours.costs).toHaveLength(41)
  ours.costs.forEach((cost, epoch) => {
    expect(cost).toBeCloseTo(Number(history.cost[epoch]), 12)
  })
  ours.parameters.W1.values.forEach((value, k) => {
    expect(value).toBeCloseTo(Number(trained.W1.values[k]), 12)
  })
})

test('trainWith() gives the pass the options of the net, and none of its own', () => {
  const net = { hiddenActivation: 'tanh', outputActivation: 'identity' } as const
  const seen: unknown[] = []
  const ours = trainWith(
    (p, cache, labels, given) => {
      seen.push(given)
      return backward(p, cache, labels, given)
    },
    parameters,
    X,
    Y,
    { ...options, ...net },
  )
  expect(seen[0]).toEqual(net)
  const { history } = train(parameters, X, Y, { ...options, ...net })
  expect(ours.costs.at(-1)).toBeCloseTo(Number(history.cost.at(-1)), 12)
})

test('trainWith() leaves the parameters that it was given', () => {
  const before = [...parameters.W2.values]
  trainWith(bugs.sign, parameters, X, Y, options)
  expect([...parameters.W2.values]).toEqual(before)
})

test.each(['matmul-for-hadamard', 'bias-unsummed'] as const)(
  'trainWith() the bug %s is refused with the message of the shapes',
  (name) => {
    const ours = trainWith(bugs[name], parameters, X, Y, options)
    expect(ours).toMatchObject({ status: 'refused', epochs: 0 })
    expect(ours.costs).toHaveLength(1)
    expect(ours.message).toContain('×5')
    expect(ours.parameters).toBe(parameters)
  },
)

test('trainWith() a pass whose numbers grow without end has diverged, and all that it returns is finite', () => {
  const ours = trainWith(bugs['Z(1−Z)'], parameters, X, Y, { learningRate: 1, epochs: 5000 })
  expect(ours.status).toBe('diverged')
  expect(ours.epochs).toBeGreaterThan(0)
  expect(ours.costs.every(Number.isFinite)).toBe(true)
  expect(Object.values(ours.parameters).every((m) => [...m.values].every(Number.isFinite))).toBe(true)
  expect(ours.message).toMatch(/Infinity|too large/)
})

test('trainWith() passes on what a pass throws by its own fault', () => {
  const broken = () => {
    throw new RangeError('no such thing')
  }
  expect(() => trainWith(broken, parameters, X, Y, options)).toThrow('no such thing')
})

test('trainWith() names the argument that does not fit', () => {
  const call = untyped(trainWith)
  expect(() => call('sign', parameters, X, Y, options)).toThrow(/expected backward to be a function/)
  expect(() => call(backward, parameters, X, Y, { epochs: 3 })).toThrow(/learningRate/)
  expect(() => call(backward, parameters, X, Y, { learningRate: -1, epochs: 3 })).toThrow(/learningRate/)
  expect(() => call(backward, parameters, X, Y, { learningRate: 1, epochs: 0.5 })).toThrow(/epochs/)
  expect(() => call(backward, parameters, X, Y, { ...options, epoch: 1 })).toThrow(/Did you mean `epochs`/)
  expect(() => call(backward, parameters, transpose(X), Y, options)).toThrow(/trainWith/)
  expect(() => call(backward, parameters, X, matrix([[1]]), options)).toThrow(/trainWith/)
})
