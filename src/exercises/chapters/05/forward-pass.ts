import { add, type Matrix, matmul, sigmoid } from '../../../math/index.js'
import type { Parameters as Net } from '../../../network/index.js'
import { functionChecker } from '../../checker.js'
import { nets } from './fixtures.js'

type Forward = (net: Net, X: Matrix) => Matrix

/** What may differ: what the second layer reads, with which weights, and what comes last. */
interface Places {
  readonly reads: (A1: Matrix, Z1: Matrix, X: Matrix) => Matrix
  readonly weights: (net: Net) => Matrix
  readonly bend: (Z2: Matrix) => Matrix
}

const right: Places = { reads: (A1) => A1, weights: ({ W2 }) => W2, bend: (Z2) => sigmoid(Z2) }

const changes: Readonly<Record<string, Partial<Places>>> = {
  'activation-skipped': { reads: (_, Z1) => Z1 },
  'input-passed-on': { reads: (_, __, X) => X },
  'bent-twice': { reads: (A1) => sigmoid(A1) },
  'output-not-bent': { bend: (Z2) => Z2 },
  'weights-of-layer-1': { weights: ({ W1 }) => W1 },
}

function passWith(...names: readonly string[]): Forward {
  const { reads, weights, bend }: Places = Object.assign({}, right, ...names.map((name) => changes[name]))
  return (net, X) => {
    const Z1 = add(matmul(net.W1, X), net.B1)
    return bend(add(matmul(weights(net), reads(sigmoid(Z1), Z1, X)), net.B2))
  }
}

/** Exercise 05-4: a forward pass that forgets to bend, mended. */
export const checkForwardPass = functionChecker<Forward>({
  id: '05-4',
  kind: 'mend',
  title: 'A net without a bend, mended',
  task: 'Mend a forward pass whose second layer reads Z1.',
  argumentNames: ['net', 'X'],
  inputName: ([{ W1, W2 }, X]) => `a ${W1.columns}-${W1.rows}-${W2.rows} net with ${X.columns} samples`,
  inputs: (random) => nets(random).map(({ net, X }) => [net, X]),
  answer: passWith(),
  mistakes: [
    {
      id: 'activation-skipped',
      did: 'The second layer still reads Z1: the activation of the hidden layer is skipped.',
      tempting: 'It is tempting, because Z1 has the right shape and is at hand.',
      where: ({ args: [net, X] }) =>
        `Here the ${net.W1.rows} hidden neurons add and never bend, for all ${X.columns} samples, so W2·(W1·X + B1) + B2 is one layer with the weights W2·W1. However many neurons, the border stays one straight line.`,
      look: ['bend', 'Look at “Without the bend: one straight line”: such a net can draw no more.'],
      answer: passWith('activation-skipped'),
    },
    {
      id: 'output-not-bent',
      did: 'This is Z2: the activation of the output layer is skipped.',
      tempting: 'It is tempting, because the bend of the hidden layer has just been put in.',
      where: ({ yours }) =>
        /−/.test(yours)
          ? 'There are negative numbers among your answers, and a sigmoid gives none.'
          : 'An answer of this net lies between 0 and 1, since a σ comes last.',
      look: ['four-lines-intro', 'Two layers, two σ: see the four formulas below “Samples are columns”.'],
      answer: passWith('output-not-bent'),
    },
    {
      id: 'input-passed-on',
      did: 'The second layer reads X: the hidden layer is jumped over.',
      tempting: 'It is tempting, because the function is given X.',
      where: ({ args: [{ W1, W2 }, X] }) =>
        `Here X is ${X.rows}×${X.columns} and W2 is ${W2.rows}×${W2.columns}, so it fits, and the ${W1.rows} hidden neurons are not asked at all. On a 2-4-3 net W2·X has no result.`,
      look: ['shapes', 'Follow the arrows in “The same net as matrices”: W2 meets A1.'],
      answer: passWith('input-passed-on'),
    },
    {
      id: 'bent-twice',
      did: 'The hidden layer is bent twice: the second layer reads σ(A1).',
      tempting: 'It is tempting to put a σ wherever an activation is read.',
      where: ({ args: [{ W1 }, X] }) =>
        `A1 lies between 0 and 1, so σ(A1) lies between 0.5 and 0.73: the ${W1.rows} hidden neurons say nearly the same to all ${X.columns} samples.`,
      look: [
        'matrices',
        'From Z1 to A1 there is one σ: compare their heat maps in “Everything the net computes”.',
      ],
      answer: passWith('bent-twice'),
    },
    {
      id: 'weights-of-layer-1',
      did: 'The second layer multiplies by W1 once more, where W2 belongs.',
      tempting: 'It is tempting when one line is copied from the other.',
      where: ({ args: [{ W1 }] }) =>
        `Here W1 and W2 are both ${W1.rows}×${W1.columns}, so it fits. On a 2-4-3 net W1·A1 has no result.`,
      look: [
        'four-lines-intro',
        'Each layer has its own weights: compare the first and the third formula below “Samples are columns”.',
      ],
      answer: passWith('weights-of-layer-1'),
    },
  ],
  combine: (one, two) => {
    const [a = {}, b = {}] = [changes[one], changes[two]]
    return Object.keys(a).some((place) => place in b) ? undefined : passWith(one, two)
  },
  hints: [
    'What does a hidden neuron hand on: its sum, or what it makes of the sum?',
    'The second layer reads A1, which is σ(Z1). `sigmoid` takes a whole matrix.',
    'With one hidden neuron, Z1 = [[2]], W2 = [[3]] and B2 = [[−1]]: A1 = [[0.881]], Z2 = [[3 · 0.881 − 1]] = [[1.642]] and A2 = [[0.838]]. With Z1 in its place Z2 would be 5.',
  ],
  solution: {
    code: `const myForward = (net: Parameters, X: Matrix): Matrix => {
  const Z1 = add(matmul(net.W1, X), net.B1)
  const Z2 = add(matmul(net.W2, sigmoid(Z1)), net.B2)
  return sigmoid(Z2)
}`,
    why: 'The second layer reads A1 = σ(Z1); without that bend the two layers would be one.',
  },
})
