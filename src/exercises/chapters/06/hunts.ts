import { costCurve } from '../../../figures/index.js'
import { type Matrix, map, matmul, matrix, randomGenerator, shapeOf, transpose } from '../../../math/index.js'
import { backward, bugs, checkGradients, forward, initialize, trainWith } from '../../../network/index.js'
import type { BugHunt } from '../../bug-hunt.js'
import { drawMatrix } from '../../draw.js'
import { symptomTable } from '../../symptom-table.js'

/** A square net, on which every shape fits. */
function squareNet() {
  const random = randomGenerator(11)
  const net = initialize({ sizes: [3, 3, 3], seed: 11 })
  const X = drawMatrix(random, 3, 6, -2, 2)
  return { net, X, Y: map(drawMatrix(random, 3, 6), (x) => Number(x > 0)) }
}

function symptomsOfTheWrongWeights() {
  const { net, X, Y } = squareNet()
  const pass = bugs['W1ᵀ-for-W2ᵀ']
  const errors = checkGradients(net, X, Y, pass(net, forward(net, X), Y))
  const run = (backwardPass: typeof backward) =>
    trainWith(backwardPass, net, X, Y, { learningRate: 0.5, epochs: 60 }).costs
  const names = ['dW2', 'dB2', 'dW1', 'dB1'] as const
  return [
    symptomTable(
      'The gradient check on a 3-3-3 net with 6 samples',
      ['', 'relative error'],
      [...names.map((name) => [name, errors[name]])],
    ),
    {
      kind: 'chart' as const,
      figure: costCurve(
        { 'these lines': run(pass), 'right gradient': run(backward) },
        { per: 'epoch', title: 'Bug hunt: the cost with these lines' },
      ),
    },
  ]
}

/** What the layer of the second hunt gives, for 3 neurons, 2 inputs and 4 samples. */
function layerBack(dZ: Matrix, A: Matrix, W: Matrix) {
  return {
    dW: matmul(dZ, transpose(A)),
    dB: matmul(matrix([[1, 1, 1]]), dZ), // the sum of each column
    dA: matmul(transpose(W), dZ),
  }
}

function symptomsOfTheRow() {
  const random = randomGenerator(12)
  const [W, B] = [drawMatrix(random, 3, 2), drawMatrix(random, 3, 1)]
  const [A, dZ] = [drawMatrix(random, 2, 4), drawMatrix(random, 3, 4)]
  const { dW, dB, dA } = layerBack(dZ, A, W)
  return [
    symptomTable(
      'A layer of 3 neurons that read 2 numbers, with 4 samples',
      ['', 'its own shape', 'shape of its gradient'],
      [
        ['W', shapeOf(W), shapeOf(dW)],
        ['B', shapeOf(B), shapeOf(dB)],
        ['A', shapeOf(A), shapeOf(dA)],
      ],
      [1],
    ),
  ]
}

/** The bug hunts of chapter 6. */
export const huntsOf06: readonly BugHunt[] = [
  {
    id: '06-h1',
    title: 'Half of it is right',
    task: 'Find the wrong line of a backward pass.',
    says: 'Eight lines that go back through a net with sigmoids. On a 3-3-3 net they run without complaint, and this comes of them:',
    code: [
      'dA2 = scale(subtract(A2, Y), 2 / M)',
      'dZ2 = hadamard(dA2, sigmoidPrime(Z2))',
      'dW2 = matmul(dZ2, transpose(A1))',
      'dB2 = sumColumns(dZ2)',
      'dA1 = matmul(transpose(W1), dZ2)',
      'dZ1 = hadamard(dA1, sigmoidPrime(Z1))',
      'dW1 = matmul(dZ1, transpose(X))',
      'dB1 = sumColumns(dZ1)',
    ],
    symptoms: symptomsOfTheWrongWeights,
    line: 5,
    lines: [
      'It is the derivative of the squares, with the 1/M of the mean.',
      'It goes back across the bend of the output layer, entry by entry.',
      'It makes dW2 from dZ2 and the input of that layer. The check finds dW2 right.',
      'It adds up the samples. The check finds dB2 right.',
      'It goes back to the hidden layer, through the wrong weights.',
      'It goes back across the bend of the hidden layer, entry by entry. It can do no better than the dA1 that it is given.',
      'It makes dW1 from dZ1 and the input of that layer. It can be no better than dZ1.',
      'It adds up the samples of dZ1.',
    ],
    reasons: {
      a: 'dA1 has to be made from dA2, because both are gradients of activations.',
      b: 'The matrix must not be transposed, since it was not on the way forward.',
      c: 'The error came through W2, so it has to go back through W2ᵀ.',
      d: 'σ′ of the output layer is missing in it.',
    },
    reason: 'c',
    overlooked: {
      a: 'between dA2 and the hidden layer lies the bend of the output layer, so the way leads over dZ2.',
      b: 'each neuron’s number went to all outputs, along a column of the weights, and turning makes columns into rows.',
      d: 'σ′(Z2) is in dZ2 already, by line 2.',
    },
    look: ['map', 'Look at the map at the top: which matrix stands on the arrow between A1 and Z2?'],
    hints: [
      'The check finds dW2 and dB2 right. So which lines can you trust, and which is the first that you cannot?',
      'Write the shapes for a net of 2-4-3 with 6 samples beside each line. One product no longer fits.',
    ],
    solution: {
      code: 'dA1 = matmul(transpose(W2), dZ2)',
      why: 'Forward, A1 met W2 on its way to Z2, so the error goes back through W2ᵀ. On a square net W1ᵀ fits as well, and the output layer, trained rightly, brings the cost down alone.',
    },
  },
  {
    id: '06-h2',
    returning: '05-h1',
    title: 'A layer that gives back a row',
    task: 'Find the wrong line of one layer’s way back.',
    says: 'These lines take a layer’s dZ and give back the gradients of its weights, its biases and its input. An update with them stops at a shape:',
    code: [
      'const layerBack = (dZ, A, W) => {',
      '  const dW = matmul(dZ, transpose(A))',
      '  const neurons = ones(1, dZ.rows)',
      '  const dB = matmul(neurons, dZ)',
      '  const dA = matmul(transpose(W), dZ)',
      '  return { dW: dW, dB: dB, dA: dA }',
      '}',
    ],
    symptoms: symptomsOfTheRow,
    line: 4,
    lines: [
      'It takes what is known of the layer.',
      'It makes dW from dZ and the input of the layer: 3×2, the shape of W.',
      'It makes a row with a one for each neuron. Nothing is wrong with such a row; the question is what it is used for.',
      'It adds up the neurons of each sample, where the samples of each neuron belong together.',
      'It goes back across the layer with the turned weights: 2×4, the shape of A.',
      'It gives back all three.',
      'It closes what line 1 opened.',
    ],
    reasons: {
      a: 'The bias gradient has to be a mean over the neurons.',
      b: 'It adds up over the neurons, as if samples were rows; the bias of a neuron needs the sum over the samples.',
      c: 'A bias needs no gradient: its derivative is 1.',
      d: 'The product has to be ⊙, entry by entry.',
    },
    reason: 'b',
    overlooked: {
      a: 'a mean of the same numbers has the same shape: a row with a number for each sample.',
      c: 'the 1 is the derivative of z with respect to b; the cost answers to z by dZ.',
      d: 'nothing entry by entry turns 3×4 into 3×1.',
    },
    look: ['step-db2', 'Look at “A nudge of a bias is felt in a whole row”: from sample to sample.'],
    hints: [
      'B is a column, one number for each neuron. Which of the gradients is a row?',
      'A product with a row from the left adds up each column; a product with a column of ones from the right adds up each row.',
    ],
    solution: {
      code: 'const dB = matmul(dZ, ones(dZ.columns, 1))',
      why: 'A neuron’s bias was added in every sample, so the samples of its row are added: a column of ones from the right. (`sumColumns` does the same.)',
    },
  },
]
