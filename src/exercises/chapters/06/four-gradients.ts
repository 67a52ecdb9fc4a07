import { type Matrix, matmul, scale, sumColumns, transpose } from '../../../math/index.js'
import type { Cache, Gradients } from '../../../network/index.js'
import { functionChecker } from '../../checker.js'
import { passes, passName } from './fixtures.js'

type FourGradients = (cache: Cache, dZ1: Matrix, dZ2: Matrix) => Gradients

const right: FourGradients = ({ X, A1 }, dZ1, dZ2) => ({
  dW1: matmul(dZ1, transpose(X)),
  dB1: sumColumns(dZ1),
  dW2: matmul(dZ2, transpose(A1)),
  dB2: sumColumns(dZ2),
})

const acrossNeurons = (dZ: Matrix) => transpose(sumColumns(transpose(dZ)))

/** The right gradients with some of them made otherwise. */
const but =
  (change: (cache: Cache, dZ1: Matrix, dZ2: Matrix) => Partial<Gradients>): FourGradients =>
  (cache, dZ1, dZ2) => ({ ...right(cache, dZ1, dZ2), ...change(cache, dZ1, dZ2) })

/** dW2 or dW1 from another input than its layer's, by the mistake's id. */
const fromAnother: Readonly<Record<string, FourGradients>> = {
  'dw2-from-z1': but(({ Z1 }, _, dZ2) => ({ dW2: matmul(dZ2, transpose(Z1)) })),
  'dw2-from-x': but(({ X }, _, dZ2) => ({ dW2: matmul(dZ2, transpose(X)) })),
  'dw2-from-a2': but(({ A2 }, _, dZ2) => ({ dW2: matmul(dZ2, transpose(A2)) })),
  'dw1-from-a1': but(({ A1 }, dZ1) => ({ dW1: matmul(dZ1, transpose(A1)) })),
}
const answerOf = (id: string): FourGradients => fromAnother[id] ?? right

/** The same gradients with both dW turned. */
const turned =
  (gradients: FourGradients): FourGradients =>
  (...all) => {
    const { dW1, dW2, ...biases } = gradients(...all)
    return { ...biases, dW1: transpose(dW1), dW2: transpose(dW2) }
  }

/** Exercise 06-5: the four gradients from dZ1 and dZ2. */
export const checkFourGradients = functionChecker<FourGradients>({
  id: '06-5',
  kind: 'write',
  title: 'The four that an update needs',
  task: 'Write dW1, dB1, dW2 and dB2 as a function of the cache, dZ1 and dZ2.',
  argumentNames: ['cache', 'dZ1', 'dZ2'],
  inputName: ([cache]) => passName(cache),
  inputs: (random) =>
    passes(random)
      .slice(1)
      .map(({ cache, back }) => [cache, back.dZ1, back.dZ2]),
  answer: right,
  others: [
    but(({ X, A1 }, dZ1, dZ2) => ({
      dW1: transpose(matmul(X, transpose(dZ1))),
      dW2: transpose(matmul(A1, transpose(dZ2))),
    })),
  ],
  mistakes: [
    {
      id: 'dw2-from-z1',
      did: 'Here dW2 is made with Z1, where A1 belongs.',
      tempting: 'It is tempting, because Z1 and A1 have the same shape and stand side by side.',
      look: ['step-dw2-intro', 'See the first formula under “dW2”: W2 was multiplied by A1, after the bend.'],
      answer: answerOf('dw2-from-z1'),
    },
    {
      id: 'dw2-from-x',
      did: 'Here dW2 is made with X, the input of the net.',
      tempting: 'It is tempting, because dW1 is made with it, and both lines look alike.',
      look: [
        'step-dw1-intro',
        'Read under “dW1 and dB1”: each layer takes its own input, X for W1 and A1 for W2.',
      ],
      answer: answerOf('dw2-from-x'),
    },
    {
      id: 'dw2-from-a2',
      did: 'Here dW2 is made with A2, what the layer puts out.',
      tempting: 'It is tempting, because the 2s match.',
      look: [
        'step-dw2-intro',
        'See the first formula under “dW2”: what counts is what W2 was multiplied by, the input A1.',
      ],
      answer: answerOf('dw2-from-a2'),
    },
    {
      id: 'dw1-from-a1',
      did: 'Here dW1 is made with A1, what the hidden layer puts out.',
      tempting: 'It is tempting, because the 1s match, and dW2 was made with A1.',
      look: [
        'step-dw1-intro',
        'Read under “dW1 and dB1”: W1 was multiplied by X, which has the place of A1.',
      ],
      answer: answerOf('dw1-from-a1'),
    },
    {
      id: 'dw-transposed',
      did: 'A dW comes out transposed: the product is taken the other way round.',
      tempting: 'It is tempting to begin with the input, since on the way forward it came first.',
      look: ['products', 'See the table of all ways to multiply dZ2 and A1: A1·dZ2ᵀ is 3×1, and W2 is 1×3.'],
      answer: turned(right),
    },
    {
      id: 'bias-not-summed',
      did: 'A bias gradient is dZ as it stands, with a column for each sample.',
      tempting: 'It is tempting, because ∂z/∂b is 1, and a factor 1 changes nothing.',
      where: ({ args: [{ X }] }) =>
        `Here dZ2 has ${X.columns} columns, and B2 has one. The same bias was added to all ${X.columns} samples, so their shares are added.`,
      look: ['step-db2', 'Look at “A nudge of a bias is felt in a whole row”.'],
      answer: but((_, dZ1, dZ2) => ({ dB1: dZ1, dB2: dZ2 })),
    },
    {
      id: 'bias-wrong-axis',
      did: 'A bias gradient is summed over the neurons, so it has a number for each sample.',
      tempting: 'It is tempting, because both sums are one call, and in numpy one number apart.',
      where: ({ args: [{ X, A1 }] }) =>
        `B1 has ${A1.rows} numbers, one for each neuron. A sum over the neurons has ${X.columns}, one for each sample.`,
      look: ['step-db2-measured', 'See “dB2: the row of dZ2 added up”: a row of dZ belongs to one bias.'],
      answer: but((_, dZ1, dZ2) => ({ dB1: acrossNeurons(dZ1), dB2: acrossNeurons(dZ2) })),
      others: [
        but((_, dZ1, dZ2) => ({ dB1: transpose(acrossNeurons(dZ1)), dB2: transpose(acrossNeurons(dZ2)) })),
      ],
    },
    {
      id: 'bias-mean',
      did: 'A bias gradient is the mean over the samples, where the sum belongs.',
      tempting: 'It is tempting, because J is a mean.',
      where: ({ args: [{ X }] }) =>
        `The 1/M is in dZ2 and dZ1 already, from dA2 on. Here it is taken twice: ${X.columns} times too small.`,
      look: [
        'step-db2-measured',
        'Look at the table below “dB2: the row of dZ2 added up”: what was measured is the sum.',
      ],
      answer: but((_, dZ1, dZ2) => ({
        dB1: scale(sumColumns(dZ1), 1 / dZ1.columns),
        dB2: scale(sumColumns(dZ2), 1 / dZ2.columns),
      })),
    },
  ],
  combine: (one, two) => (two === 'dw-transposed' && one in fromAnother ? turned(answerOf(one)) : undefined),
  hints: [
    'For each layer: what did the weights multiply on the way forward, and how many samples did the bias go to?',
    'Weights: dZ times the turned input of that layer. Bias: the sum of the columns of dZ, `sumColumns`. Check each against the shape of its parameter.',
    'One neuron, two inputs, two samples: dZ = [[0.2, −0.1]] and the input [[1, 3], [2, 0]]. Then dW = dZ·inputᵀ = [[0.2·1 − 0.1·3, 0.2·2 − 0.1·0]] = [[−0.1, 0.4]], and dB = [[0.2 − 0.1]] = [[0.1]].',
  ],
  solution: {
    code: `const myGradients = (cache: Cache, dZ1: Matrix, dZ2: Matrix) => ({
  dW1: matmul(dZ1, transpose(cache.X)),
  dB1: sumColumns(dZ1),
  dW2: matmul(dZ2, transpose(cache.A1)),
  dB2: sumColumns(dZ2),
})`,
    why: 'Each weight meets the input of its own layer, summed over the samples by the product; each bias is the same sum with the input 1.',
  },
})
