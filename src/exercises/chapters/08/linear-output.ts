import { add, type Matrix, map, matmul, relu, sigmoid, tanh } from '../../../math/index.js'
import type { Parameters as Net } from '../../../network/index.js'
import { functionChecker } from '../../checker.js'
import { drawMatrix } from '../../draw.js'

type Prediction = (net: Net, X: Matrix) => Matrix

/** A pass with these two bends, at the hidden layer and at the output. */
const passWith =
  (output: (Z2: Matrix) => Matrix, hidden: (Z1: Matrix) => Matrix = (Z1) => tanh(Z1)): Prediction =>
  ({ W1, B1, W2, B2 }, X) =>
    output(add(matmul(W2, hidden(add(matmul(W1, X), B1))), B2))

const same = (Z: Matrix) => Z
const said = (x: number) => x.toFixed(2).replace('-', '−')
const from = (numbers: readonly number[]) => said(Math.min(...numbers))
const to = (numbers: readonly number[]) => said(Math.max(...numbers))

/** Exercise 08-2: the output of a net that predicts a quantity. */
export const checkLinearOutput = functionChecker<Prediction>({
  id: '08-2',
  kind: 'mend',
  title: 'An output without bounds',
  task: 'Mend the output of a net that predicts an unbounded quantity.',
  argumentNames: ['net', 'X'],
  inputName: ([{ W1, W2 }, X]) => `a ${W1.columns}-${W1.rows}-${W2.rows} net with ${X.columns} samples`,
  // B2 puts some outputs below −1 and some above 1, whatever the hidden layer adds.
  inputs: (random) =>
    [
      [1, 3, 2, 5],
      [2, 4, 2, 6],
    ].map(([nx = 1, nh = 1, ny = 1, M = 1]) => [
      {
        W1: drawMatrix(random, nh, nx, 0.4, 1.5),
        B1: drawMatrix(random, nh, 1),
        W2: drawMatrix(random, ny, nh, -0.9, 0.9),
        B2: map(drawMatrix(random, ny, 1, 5, 6), (b, row) => (row === 0 ? b : -b)),
      },
      drawMatrix(random, nx, M, -2, 2),
    ]),
  answer: passWith(same),
  mistakes: [
    {
      id: 'sigma-on-unbounded-target',
      did: 'The output still is a sigmoid: σ on an unbounded target.',
      tempting: 'It is tempting to end every layer the same way, as the article does.',
      where: ({ numbers: { expected } }) =>
        `Here the net should say numbers from ${from(expected)} to ${to(expected)}, and a sigmoid says none below 0 and none above 1, however long it is trained.`,
      look: [
        'two-outputs-fit',
        'Look at “What three nets predict”: the sigmoid output stops where its range ends.',
      ],
      answer: passWith((Z2) => sigmoid(Z2)),
    },
    {
      id: 'tanh-on-unbounded-target',
      did: 'The output is bent by tanh, which has bounds as well: −1 and 1.',
      tempting: 'It is tempting, because standardised distances lie on both sides of 0, and so does tanh.',
      where: ({ numbers: { expected } }) =>
        `Here the net should say numbers from ${from(expected)} to ${to(expected)}. Everything beyond −1 and 1 is out of reach.`,
      look: [
        'scale',
        'See the table in “Bring the scales together”: the standardised distances go beyond −1 and 1.',
      ],
      answer: passWith((Z2) => tanh(Z2)),
    },
    {
      id: 'relu-on-unbounded-target',
      did: 'The output is bent by relu, which never says less than 0.',
      tempting: 'It is tempting, because relu has no upper bound.',
      where: ({ numbers: { expected } }) =>
        `Here the least number should be ${from(expected)}. Standardised, about half of the distances lie below 0, and relu gives 0 for each.`,
      look: [
        'scale',
        'See the table in “Bring the scales together”: the smallest standardised distance is far below 0.',
      ],
      answer: passWith((Z2) => relu(Z2)),
    },
    {
      id: 'hidden-bend-gone',
      did: 'Both bends are gone: the output is linear, and the hidden layer, too.',
      tempting: 'It is tempting to take every bend out, when one of them was in the way.',
      where: ({ args: [{ W1 }] }) =>
        `Without the bend the ${W1.rows} hidden neurons come to one line, and the net to least squares.`,
      look: [
        'cars-seen',
        'Read below the first picture of the chapter why there is a hidden layer: the cars lie along a bend.',
      ],
      answer: passWith(same, same),
    },
    {
      id: 'bend-at-the-wrong-layer',
      did: 'The bends have changed places: the sigmoid still is at the output, and the hidden layer has none.',
      tempting: 'It is tempting to take the first bend out that one meets.',
      where: ({ numbers: { expected } }) =>
        `The answers still lie between 0 and 1; they should go from ${from(expected)} to ${to(expected)}.`,
      look: [
        'two-outputs-fit',
        'Look at “What three nets predict”: all three have a tanh inside, and differ in the output.',
      ],
      answer: passWith((Z2) => sigmoid(Z2), same),
    },
  ],
  hints: [
    'Between which two numbers does a sigmoid stay? Between which two do standardised distances lie?',
    'The output is linear: A2 = Z2. The hidden layer keeps its bend.',
    'With Z2 = [[1.7, −2.1]] the linear output says 1.7 and −2.1. The sigmoid says 0.85 and 0.11, the tanh 0.94 and −0.97.',
  ],
  solution: {
    code: `const myPrediction = (net: Parameters, X: Matrix): Matrix => {
  const A1 = tanh(add(matmul(net.W1, X), net.B1))
  return add(matmul(net.W2, A1), net.B2)
}`,
    why: 'An unbounded quantity needs an output without bounds: A2 = Z2. The bend of the net is in its hidden layer.',
  },
})
