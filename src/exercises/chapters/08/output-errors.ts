import { hadamard, type Matrix, map, scale, sigmoid, sigmoidPrime, subtract } from '../../../math/index.js'
import { functionChecker } from '../../checker.js'
import { draw, drawMatrix } from '../../draw.js'

interface Both {
  readonly squared: Matrix
  readonly crossEntropy: Matrix
}
type OutputErrors = (Z2: Matrix, Y: Matrix) => Both

const error = (Z2: Matrix, Y: Matrix) => subtract(sigmoid(Z2), Y)
const simple = (Z2: Matrix, Y: Matrix) => scale(error(Z2, Y), 1 / Y.columns)
const bent = (Z2: Matrix, Y: Matrix) => hadamard(simple(Z2, Y), sigmoidPrime(Z2))

const right: OutputErrors = (Z2, Y) => ({ squared: scale(bent(Z2, Y), 2), crossEntropy: simple(Z2, Y) })
/** The right pair with something else in a place of it. */
const but =
  (change: (Z2: Matrix, Y: Matrix) => Partial<Both>): OutputErrors =>
  (Z2, Y) => ({ ...right(Z2, Y), ...change(Z2, Y) })

/** The answer that is furthest from its label, with its numbers. */
function worst(Z2: Matrix, Y: Matrix) {
  const off = error(Z2, Y).values
  const k = off.reduce((best, each, i) => (Math.abs(each) > Math.abs(off[best] ?? 0) ? i : best), 0)
  const z = Z2.values[k] ?? 0
  const a = 1 / (1 + Math.exp(-z))
  return { z, a: a.toFixed(3), y: Y.values[k] ?? 0, slope: (a * (1 - a)).toFixed(3) }
}

/** Exercise 08-3: the first line of backpropagation with two costs. */
export const checkOutputErrors = functionChecker<OutputErrors>({
  id: '08-3',
  kind: 'write',
  title: 'One output, two costs',
  task: 'Write dZ2 of a sigmoid output for the squared error and for binary cross-entropy.',
  argumentNames: ['Z2', 'Y'],
  inputs: (random) =>
    [
      [1, 4],
      [2, 5],
    ].map(([ny = 1, M = 1]) => [
      map(drawMatrix(random, ny, M, -2, 2), (z, _, column) => (column === 0 ? draw(random, 2.5, 4) : z)),
      // In the first column the net is sure and wrong.
      map(drawMatrix(random, ny, M), (x, _, column) => Number(column > 0 && x > 0)),
    ]),
  answer: right,
  others: [
    (Z2, Y) => ({
      squared: map(
        sigmoid(Z2),
        (a, i, j) => ((2 * (a - (Y.values[i * Y.columns + j] ?? 0))) / Y.columns) * a * (1 - a),
      ),
      crossEntropy: scale(subtract(Y, sigmoid(Z2)), -1 / Y.columns),
    }),
  ],
  mistakes: [
    {
      id: 'cross-entropy-dz2-with-mse',
      did: 'In `squared` stands the dZ2 of cross-entropy, (A2 − Y)/M.',
      tempting: 'It is tempting, because it is the simpler one, and it has the right sign everywhere.',
      where: ({ args: [Z2, Y] }) => {
        const { z, a, y, slope } = worst(Z2, Y)
        return `At z = ${z} the net says ${a} and the label is ${y}. The squared error hardly changes with z there: σ′ = ${slope} belongs into it, and a 2. Only in cross-entropy something cancels the σ′.`
      },
      look: ['pull', 'Look at “How hard each cost pulls”: on the left the two curves are far apart.'],
      answer: but((Z2, Y) => ({ squared: simple(Z2, Y) })),
    },
    {
      id: 'mse-dz2-with-cross-entropy',
      did: 'In `crossEntropy` stands the dZ2 of the squared error.',
      tempting: 'It is tempting, because it was right for three chapters.',
      where: ({ args: [Z2, Y] }) => {
        const { z, a, y } = worst(Z2, Y)
        return `At z = ${z} the net says ${a} and the label is ${y}. Cross-entropy pulls hard there, and yours hardly does.`
      },
      look: [
        'article-categories',
        'Follow the two factors in “Two categories”: a(1 − a) stands above and below the line.',
      ],
      answer: but((Z2, Y) => ({ crossEntropy: scale(bent(Z2, Y), 2) })),
    },
    {
      id: 'sigma-prime-in-cross-entropy',
      did: 'In `crossEntropy` a σ′ is left that has already been cancelled.',
      tempting: 'It is tempting, because dZ2 was always something ⊙ σ′(Z2).',
      where: ({ args: [Z2, Y] }) => {
        const { a, slope } = worst(Z2, Y)
        return `∂J/∂a has a(1 − a) below the line, and σ′ = a(1 − a): at a = ${a} that is ${slope}, once above and once below.`
      },
      look: ['article-categories', 'See the last formula of “Two categories”: no σ′ is left in it.'],
      answer: but((Z2, Y) => ({ crossEntropy: bent(Z2, Y) })),
    },
    {
      id: 'two-in-cross-entropy',
      did: 'In `crossEntropy` stands a factor 2.',
      tempting: 'It is tempting, because the gradient of the squared error has one.',
      where: ({ args: [Z2, Y] }) => {
        const { a, y } = worst(Z2, Y)
        return `The 2 came from a square, and cross-entropy has none: with M = ${Y.columns}, a = ${a} and y = ${y} it is (${a} − ${y})/${Y.columns}.`
      },
      look: [
        'article-categories',
        'See the last formula of “Two categories”: 1/M stands before the bracket, and nothing else.',
      ],
      answer: but((Z2, Y) => ({ crossEntropy: scale(simple(Z2, Y), 2) })),
    },
    {
      id: 'no-sigma-prime',
      did: 'In `squared` the slope of the output is missing: this is dA2.',
      tempting: 'It is tempting, because the shape is right and the 2 is there.',
      where: ({ args: [Z2, Y] }) => {
        const { z, slope } = worst(Z2, Y)
        return `From a back to z leads σ′(z), and at z = ${z} that is ${slope}, not 1.`
      },
      look: [
        'pull',
        'See “How hard each cost pulls”: the label of the squared error tells its three factors.',
      ],
      answer: but((Z2, Y) => ({ squared: scale(simple(Z2, Y), 2) })),
    },
    {
      id: 'no-2',
      did: 'In `squared` the factor 2 is missing.',
      tempting: 'It is tempting, because cross-entropy has none.',
      look: ['pull', 'See “How hard each cost pulls”: the label of the squared error begins with a 2.'],
      answer: but((Z2, Y) => ({ squared: bent(Z2, Y) })),
    },
    {
      id: 'no-1-over-m',
      did: 'The 1/M is missing.',
      tempting: 'It is tempting, because (A2 − Y) looks complete without it.',
      where: ({ args: [, Y] }) =>
        `There are ${Y.columns} samples, and both costs are means: without the 1/M a gradient is ${Y.columns} times too large.`,
      look: ['bce-intro', 'See the formula of the cost in “Two categories”: it begins with 1/M.'],
      answer: (Z2, Y) => ({
        squared: scale(right(Z2, Y).squared, Y.columns),
        crossEntropy: scale(right(Z2, Y).crossEntropy, Y.columns),
      }),
    },
    {
      id: 'sign-flipped',
      did: 'The sign is wrong: this is built on Y − A2.',
      tempting: 'It is tempting, because label minus answer is what is missing.',
      look: [
        'article-categories',
        'See the last formula of “Two categories”: the label is taken off the answer.',
      ],
      answer: (Z2, Y) => ({
        squared: scale(right(Z2, Y).squared, -1),
        crossEntropy: scale(right(Z2, Y).crossEntropy, -1),
      }),
    },
  ],
  hints: [
    'What are the two factors from J back to z, for each of the two costs? In which one does something cancel?',
    'The squared error: dZ2 = (2/M)(A2 − Y) ⊙ σ′(Z2). Cross-entropy: dZ2 = (A2 − Y)/M.',
    'One sample of two, z = −2, a = 0.119, y = 1: the squared error gives (2/2) · (−0.881) · 0.105 = −0.0925, cross-entropy −0.881/2 = −0.4405.',
  ],
  solution: {
    code: `const myOutputErrors = (Z2: Matrix, Y: Matrix) => {
  const E = scale(subtract(sigmoid(Z2), Y), 1 / Y.columns)
  return { squared: scale(hadamard(E, sigmoidPrime(Z2)), 2), crossEntropy: E }
}`,
    why: 'Both start with (A2 − Y)/M. The squared error brings a 2 and keeps σ′; in cross-entropy σ′ cancels.',
  },
})
