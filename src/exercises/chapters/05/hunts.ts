import {
  add,
  at,
  columnOf,
  fill,
  type Matrix,
  map,
  matmul,
  matrix,
  sigmoid,
  sigmoidPrime,
  toRows,
} from '../../../math/index.js'
import { forward, initialize, numericalGradient } from '../../../network/index.js'
import type { BugHunt } from '../../bug-hunt.js'
import { symptomTable } from '../../symptom-table.js'

const W = matrix([
  [0, 2],
  [3, -2],
  [-3, -2],
])
const B = matrix([[-2], [0], [2]])
const X = matrix([
  [0.5, 2, -1],
  [0.5, 1, -2],
])

/** What the first hunt's code does: the number of the column chooses the bias. */
function layerOf(samples: Matrix): Matrix {
  return sigmoid(map(matmul(W, samples), (z, _, column) => z + at(B, column, 0)))
}

/** The same sample in the first, the second and the third place. */
function symptomsOfTheRow() {
  const same = map(fill(2, 3, 0), () => 0.5)
  const answers = layerOf(same)
  const right = sigmoid(add(matmul(W, columnOf(same, 0)), B))
  return [
    symptomTable(
      'One sample, (0.5, 0.5), given three times: what the neurons say',
      ['neuron', 'in place 1', 'in place 2', 'in place 3', 'right'],
      [0, 1, 2].map((k) => [`${k + 1}`, ...[0, 1, 2].map((place) => at(answers, k, place)), at(right, k, 0)]),
    ),
  ]
}

/** The smallest slope of each hidden neuron, as the second hunt's code has it, and measured. */
function symptomsOfTheSlopes() {
  const smallest = (slopes: Matrix) => Math.min(...toRows(slopes).flat())
  const measured = (z: number) => numericalGradient(([t = 0]) => sigmoid(t), [z])[0] ?? 0
  return [
    symptomTable(
      'The smallest slope in the hidden layer',
      ['scale of the weights', 'largest |z|', 'these lines', 'measured'],
      [0.01, 0.7, 5, 50].map((scale) => {
        const { Z1, A1 } = forward(initialize({ sizes: [2, 3, 1], seed: 1, scale }), X)
        return [
          `${scale}`,
          Math.max(...toRows(Z1).flat().map(Math.abs)),
          smallest(sigmoidPrime(A1)),
          smallest(map(Z1, measured)),
        ]
      }),
    ),
  ]
}

/** The bug hunts of chapter 5. */
export const huntsOf05: readonly BugHunt[] = [
  {
    id: '05-h1',
    title: 'A sample that listens to its place',
    task: 'Find the wrong line of a layer.',
    says: 'This layer has three neurons. With three samples it runs without complaint, but the answer to a sample depends on the place where it stands:',
    code: [
      'const layer = (W, B, X) => {',
      '  const biases = toRows(B).map((row) => row[0])',
      '  const rows = toRows(matmul(W, X))',
      '  const Z = rows.map((row) => row.map((z, j) => z + biases[j]))',
      '  return sigmoid(matrix(Z))',
      '}',
    ],
    symptoms: symptomsOfTheRow,
    line: 4,
    lines: [
      'It takes the weights, the biases and the samples.',
      'It makes a list of the biases, one for each neuron: row[0] is the only number in each row of B.',
      'It multiplies the weights by the samples, and takes the rows: one for each neuron.',
      'In row.map((z, j) => …) the number j counts the columns, which are samples, and it is used to choose a bias.',
      'It bends every entry.',
      'It closes what line 1 opened.',
    ],
    reasons: {
      a: 'The product has to be X·W, with the samples first.',
      b: 'The sigmoid has to come before the bias.',
      c: 'The bias is chosen by the column, so it belongs to a sample; it has to be chosen by the row.',
      d: 'B has to be multiplied by the number of samples.',
    },
    reason: 'c',
    overlooked: {
      a: 'with samples as columns the weights stand on the left: 3×2 times 2×3.',
      b: 'the bias belongs to z, which is bent afterwards.',
      d: 'each entry of Z gets one bias, whatever the number of samples.',
    },
    look: ['bias-as-row', 'Look at “The same three numbers, added as a column and as a row”.'],
    hints: [
      'It is one sample, and each neuron should say the same in all three places. Which of the nine numbers are right, and where do they stand?',
      'In place 1 all three neurons get the first bias, in place 2 the second. Which letter in the code counts the places?',
    ],
    solution: {
      code: 'const Z = rows.map((row, i) => row.map((z) => z + biases[i]))',
      why: 'The bias belongs to the neuron, and a neuron is a row: i chooses it. With as many samples as neurons no shape can warn; that the place matters is what gives it away.',
    },
  },
  {
    id: '05-h2',
    returning: '04-h1',
    title: 'Nobody is saturated',
    task: 'Find the bug of chapter 4 in a report on a hidden layer.',
    says: 'These lines report the smallest slope in a hidden layer, to see whether a start is saturated. They find every start healthy:',
    code: [
      'const smallestSlope = (net, X) => {',
      '  const { Z1, A1 } = forward(net, X)',
      '  const slopes = sigmoidPrime(A1)',
      '  const list = toRows(slopes).flat()',
      '  return Math.min(...list)',
      '}',
    ],
    symptoms: symptomsOfTheSlopes,
    line: 3,
    lines: [
      'It takes a net and some samples.',
      'It runs the net forward and keeps what the hidden layer computed.',
      'It hands the activations to a function that makes activations itself.',
      'It puts all slopes into one list.',
      'It returns the smallest of them.',
      'It closes what line 1 opened.',
    ],
    reasons: {
      a: 'The slope is taken at A1, and it has to be taken at Z1.',
      b: 'The smallest slope says nothing; it has to be the largest.',
      c: 'The slope of the sigmoid is A1 itself.',
      d: 'A hidden layer has no slopes; only the output layer has.',
    },
    reason: 'a',
    overlooked: {
      b: 'a saturated neuron has a small slope, so the smallest is the one to ask for.',
      c: 'A1 is the height of the curve. Far to the right it is 1, and the slope there is 0.',
      d: 'every σ has a slope, and each stands in the product of the chain rule.',
    },
    look: [
      'size',
      'Look at the last picture of “A1 for weights of three sizes”: with 50 nearly every entry is close to 0 or 1.',
    ],
    hints: [
      'With a scale of 50 the numbers z are huge. What must the slope be there? Why do these lines never say less than 0.196?',
      'All entries of A1 lie between 0 and 1. Where on the curve of the sigmoid is that, if they are taken for z?',
    ],
    solution: {
      code: 'const slopes = sigmoidPrime(Z1)',
      why: 'The slope belongs to the place where the sigmoid was asked, Z1. Taken at A1 it lies between 0.196 and 0.25 for any net. In chapter 4 this spoilt a gradient; here it hides that a start is stuck.',
    },
  },
]
