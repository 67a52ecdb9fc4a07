import { expect, test } from 'vitest'
import { type Matrix, matrix, toRows } from '../../../src/math/index.js'
import { backward, checkGradients, cost, forward, update } from '../../../src/network/index.js'

// A 2-2-1 net with three samples, σ in both layers and the mean squared error, worked out by hand. The decimals were
// computed once more with numpy, apart from this module.
const parameters = {
  W1: matrix([
    [0.1, -0.2],
    [0.4, 0.3],
  ]),
  B1: matrix([[0.05], [-0.1]]),
  W2: matrix([[0.6, -0.5]]),
  B2: matrix([[0.2]]),
}
const X = matrix([
  [1, 2, -1],
  [0.5, -1, 2],
])
const Y = matrix([[1, 0, 0.5]])
const cache = forward(parameters, X)

function expectRows(actual: Matrix, expected: number[][]): void {
  expect(toRows(actual).map((row) => row.length)).toEqual(expected.map((row) => row.length))
  toRows(actual).forEach((row, i) => {
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(expected[i]?.[j] ?? Number.NaN, 14)
    })
  })
}

test('forward() by hand: Z1 = W1·X + B1, A1 = σ(Z1), Z2 = W2·A1 + B2, A2 = σ(Z2)', () => {
  // first column of Z1: 0.1·1 − 0.2·0.5 + 0.05 = 0.05 and 0.4·1 + 0.3·0.5 − 0.1 = 0.45
  expectRows(cache.Z1, [
    [0.05, 0.45, -0.45],
    [0.45, 0.4, 0.1],
  ])
  // 1/(1 + e^−0.05) = 0.51249…
  expectRows(cache.A1, [
    [0.5124973964842103, 0.610639233949222, 0.389360766050778],
    [0.610639233949222, 0.5986876601124521, 0.5249791874789399],
  ])
  // 0.6·0.51249… − 0.5·0.61063… + 0.2 = 0.20217…
  expectRows(cache.Z2, [[0.20217882091591516, 0.26703971031330714, 0.17112686589099685]])
  expectRows(cache.A2, [[0.5503732328349683, 0.5663660143230247, 0.5426776182177606]])
  expect(cache.X).toBe(X)
})

test('cost() by hand: a third of (0.5504 − 1)² + (0.5664 − 0)² + (0.5427 − 0.5)²', () => {
  expect(cost(cache, Y)).toBeCloseTo(0.17491869034272237, 15)
})

test('backward() by hand, each step and each gradient', () => {
  const steps = backward(parameters, cache, Y, { steps: true })
  // (2/3)(0.5504 − 1) = −0.29975…
  expectRows(steps.dA2, [[-0.2997511781100211, 0.37757734288201644, 0.02845174547850707]])
  // −0.29975… · 0.55037…(1 − 0.55037…) = −0.07417…
  expectRows(steps.dZ2, [[-0.07417718712786796, 0.09273131600174887, 0.00706111495514642]])
  // −0.07417…·0.51249… + 0.09273…·0.61063… + 0.00706…·0.38936… = 0.02135…
  expectRows(steps.dW2, [[0.02135908561296518, 0.01392853226381419]])
  // −0.07417… + 0.09273… + 0.00706… = 0.02561…
  expectRows(steps.dB2, [[0.02561524382902734]])
  // 0.6·(−0.07417…) and −0.5·(−0.07417…)
  expectRows(steps.dA1, [
    [-0.04450631227672077, 0.05563878960104932, 0.00423666897308785],
    [0.03708859356393398, -0.04636565800087444, -0.00353055747757321],
  ])
  // −0.04450… · 0.51249…(1 − 0.51249…) = −0.01111…
  expectRows(steps.dZ1, [
    [-0.01111962685440745, 0.01322862074625964, 0.00100730600852912],
    [0.00881814543032755, -0.01113984756808679, -0.00088043644343061],
  ])
  // −0.01111…·1 + 0.01322…·2 + 0.00100…·(−1) = 0.01433…
  expectRows(steps.dW1, [
    [0.01433030862958272, -0.01677382215640513],
    [-0.01258111326241541, 0.01378804739638934],
  ])
  expectRows(steps.dB1, [[0.00311629990038132], [-0.00320213858118985]])
})

test('update() by hand with learningRate 0.5', () => {
  const next = update(parameters, backward(parameters, cache, Y), 0.5)
  // 0.1 − 0.5·0.01433… = 0.09283…
  expectRows(next.W1, [
    [0.09283484568520864, -0.19161308892179746],
    [0.4062905566312077, 0.29310597630180535],
  ])
  expectRows(next.B1, [[0.04844185004980935], [-0.09839893070940509]])
  expectRows(next.W2, [[0.5893204571935174, -0.5069642661319071]])
  expectRows(next.B2, [[0.18719237808548633]])
})

test('the cross-entropies of two outputs by hand', () => {
  const two = {
    ...parameters,
    W2: matrix([
      [0.6, -0.5],
      [-0.3, 0.7],
    ]),
    B2: matrix([[0.2], [-0.1]]),
  }
  const Y2 = matrix([
    [1, 0, 0.25],
    [0, 1, 0.75],
  ])
  const softmax = forward(two, X, { cost: 'crossEntropy' })
  expectRows(softmax.A2, [
    [0.5071196627751741, 0.5327406138747678, 0.5051122379622731],
    [0.4928803372248259, 0.4672593861252324, 0.494887762037727],
  ])
  expect(cost(softmax, Y2, { cost: 'crossEntropy' })).toBeCloseTo(0.7127302987278398, 15)
  expect(cost(forward(two, X), Y2, { cost: 'binaryCrossEntropy' })).toBeCloseTo(1.4139610113232666, 14)
})

test('checkGradients() finds nothing wrong with the hand’s numbers', () => {
  const errors = checkGradients(parameters, X, Y, backward(parameters, cache, Y, { steps: true }))
  for (const error of Object.values(errors)) expect(error).toBeLessThan(1e-8)
})
