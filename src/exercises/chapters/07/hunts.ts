import { xor } from '../../../data/index.js'
import { costCurve } from '../../../figures/index.js'
import { map, randomGenerator } from '../../../math/index.js'
import {
  backward,
  bugs,
  checkGradients,
  cost,
  forward,
  initialize,
  type Parameters,
  trainWith,
  update,
} from '../../../network/index.js'
import type { BugHunt } from '../../bug-hunt.js'
import { drawMatrix } from '../../draw.js'
import { symptomTable } from '../../symptom-table.js'

const alpha = 1
const updates = 60

/** What the loop of the first hunt goes through, and what its gradients are worth on the way. */
function staleTraining() {
  const { X, Y } = xor()
  const start = initialize({ sizes: [2, 2, 1], seed: 1 })
  const cache = forward(start, X)
  const errorOf = (net: Parameters) => checkGradients(net, X, Y, backward(net, cache, Y)).dW2
  const costs: number[] = []
  const errors: number[] = []
  let net: Parameters = start
  for (let k = 0; k <= updates; k++) {
    costs.push(cost(forward(net, X), Y))
    errors.push(errorOf(net))
    net = update(net, backward(net, cache, Y), alpha)
  }
  return { costs, errors, right: trainWith(backward, start, X, Y, { learningRate: alpha, epochs: updates }) }
}

function symptomsOfTheStalePass() {
  const { costs, errors, right } = staleTraining()
  return [
    {
      kind: 'chart' as const,
      figure: costCurve(
        { 'these lines': costs, 'right loop': right.costs },
        { title: 'Bug hunt: XOR with these lines' },
      ),
    },
    symptomTable(
      'The gradient check of dW2 on the way',
      ['', 'relative error'],
      [0, 1, 10, 50].map((k) => [`update ${k + 1}`, errors[k] ?? 0]),
    ),
  ]
}

function symptomsOfTheWrongWay() {
  const random = randomGenerator(21)
  const net = initialize({ sizes: [2, 2, 2], seed: 21 })
  const X = drawMatrix(random, 2, 8, -2, 2)
  const Y = map(drawMatrix(random, 2, 8), (x) => Number(x > 0))
  const pass = bugs['W1ᵀ-for-W2ᵀ']
  const errors = checkGradients(net, X, Y, pass(net, forward(net, X), Y))
  const run = (backwardPass: typeof backward) =>
    trainWith(backwardPass, net, X, Y, { learningRate: 1, epochs: 100 }).costs
  return [
    {
      kind: 'chart' as const,
      figure: costCurve(
        { 'these lines': run(pass), 'right step': run(backward) },
        { title: 'Bug hunt: a 2-2-2 net with these lines' },
      ),
    },
    symptomTable(
      'The gradient check before the first update',
      ['', 'relative error'],
      (['dW2', 'dB2', 'dW1', 'dB1'] as const).map((name) => [name, errors[name]]),
    ),
  ]
}

/** The bug hunts of chapter 7. */
export const huntsOf07: readonly BugHunt[] = [
  {
    id: '07-h1',
    title: 'A loop that climbs',
    task: 'Find the wrong line of a training loop.',
    says: 'This loop trains a net. `forward`, `backward` and `update` are those of this chapter, and a first update with it lowers the cost as it should. Then this happens:',
    code: [
      'const training = (start, X, Y, alpha, iterations) => {',
      '  let net = start',
      '  const cache = forward(net, X)',
      '  for (let k = 0; k < iterations; k++) {',
      '    const gradients = backward(net, cache, Y)',
      '    net = update(net, gradients, alpha)',
      '  }',
      '  return net',
      '}',
    ],
    symptoms: symptomsOfTheStalePass,
    line: 3,
    lines: [
      'It takes all that a training needs.',
      'It keeps the net in a variable, so that each update can begin where the last one ended.',
      'It runs the net forward, and stands in the wrong place.',
      'It counts from 0 and stops before the number: so many updates as were asked for.',
      'It computes all four gradients before anything moves. It can be no better than the cache that it gets.',
      'It takes the step, with a minus in it, and keeps the new net.',
      'It closes what line 4 opened.',
      'It gives back the net that was trained.',
      'It closes what line 1 opened.',
    ],
    reasons: {
      a: 'The forward pass is run once; after the first update its values belong to a net that is gone.',
      b: 'The step has the wrong sign, so it climbs.',
      c: 'The learning rate is too large, so it leaps over the minimum.',
      d: 'The update comes before the gradients are complete.',
    },
    reason: 'a',
    overlooked: {
      b: 'with a wrong sign the very first step would climb.',
      c: 'the right loop has the same learning rate, and does not climb.',
      d: '`backward` has returned all four gradients before `update` is called.',
    },
    look: ['loop', 'Compare line by line with “The loop”: what stands inside it, and what before?'],
    hints: [
      'The check of the first update is right, and that of the second is not. What has changed in between, and what has not?',
      'A gradient is that of one net. Everything it is computed from has to belong to that net: the weights, and the values of the forward pass.',
    ],
    solution: {
      code: `for (let k = 0; k < iterations; k++) {
  const cache = forward(net, X)`,
      why: 'The forward pass belongs into the loop. Outside it says for ever how wrong the first net was, and every step corrects that same error once more, also when it is long corrected.',
    },
  },
  {
    id: '07-h2',
    returning: '06-h1',
    title: 'A step that is half right',
    task: 'Find the wrong line of a training step.',
    says: 'One training step, with a small function for the way back across a layer. On a net with two of everything it runs, and the cost falls:',
    code: [
      'const across = (W, dZ) => matmul(transpose(W), dZ)',
      'const step = (net, X, Y, alpha) => {',
      '  const { Z1, A1, Z2, A2 } = forward(net, X)',
      '  const dA2 = scale(subtract(A2, Y), 2 / Y.columns)',
      '  const dZ2 = hadamard(dA2, sigmoidPrime(Z2))',
      '  const dZ1 = hadamard(across(net.W1, dZ2), sigmoidPrime(Z1))',
      '  const ofLayer1 = { dW1: matmul(dZ1, transpose(X)), dB1: sumColumns(dZ1) }',
      '  const ofLayer2 = { dW2: matmul(dZ2, transpose(A1)), dB2: sumColumns(dZ2) }',
      '  return update(net, { ...ofLayer1, ...ofLayer2 }, alpha)',
      '}',
    ],
    symptoms: symptomsOfTheWrongWay,
    line: 6,
    lines: [
      'It goes back across a layer: with the turned weights, whichever it is given.',
      'It takes what one step needs.',
      'It runs the net forward and keeps all four matrices.',
      'It begins the way back, with the 1/M of the mean.',
      'It goes back across the bend of the output layer. Nothing stands between dA2 and dZ2 but that bend.',
      'It goes back to the hidden layer, across the wrong layer of weights.',
      'It makes the gradients of layer 1 from dZ1. They can be no better than that.',
      'It makes the gradients of layer 2 from dZ2, and the check finds them right.',
      'It updates all four at once, after all gradients are there.',
      'It closes what line 2 opened.',
    ],
    reasons: {
      a: 'The update of layer 1 has to come before that of layer 2.',
      b: 'From dZ2 the way to the hidden layer leads back across W2, and W1 is given.',
      c: 'σ′(Z1) has to be σ′(Z2).',
      d: 'The weights must not be transposed.',
    },
    reason: 'b',
    overlooked: {
      a: 'all four gradients are there before anything moves, and the order no longer matters.',
      c: 'the bend that is crossed here is that of the hidden layer, at Z1.',
      d: 'a neuron’s number went along a column of W2, and turning makes columns into rows.',
    },
    look: [
      'vanishing-intro',
      'See the three formulas of “The gradient on its way back”: which W stands between dZ2 and dA1?',
    ],
    hints: [
      'dW2 and dB2 are right, dW1 and dB1 are not. Which line lies between the two pairs?',
      'Write down the shapes for a net of 2-4-1 with 6 samples. In which line does a product no longer fit?',
    ],
    solution: {
      code: 'const dZ1 = hadamard(across(net.W2, dZ2), sigmoidPrime(Z1))',
      why: 'The hidden layer hears of the error through W2, so the error comes back through W2ᵀ. With equal sizes W1ᵀ fits too, and a cost that falls says nothing against it.',
    },
  },
]
