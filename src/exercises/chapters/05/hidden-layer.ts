import { add, at, type Matrix, map, matmul, sigmoid, transpose } from '../../../math/index.js'
import { functionChecker } from '../../checker.js'
import { nets } from './fixtures.js'

type Layer = (W1: Matrix, B1: Matrix, X: Matrix) => Matrix

/** What stands in the three places of σ(W1·X + B1). */
interface Places {
  readonly product: (W1: Matrix, X: Matrix) => Matrix
  readonly bias: (product: Matrix, B1: Matrix) => Matrix
  readonly bend: (Z1: Matrix) => Matrix
}

const right: Places = { product: matmul, bias: add, bend: (Z1) => sigmoid(Z1) }

const changes: Readonly<Record<string, Partial<Places>>> = {
  'bias-as-row': {
    bias: (product, B1) => map(product, (value, _, column) => value + at(B1, column, 0)),
  },
  'samples-as-rows': { product: (W1, X) => matmul(X, transpose(W1)) },
  'activation-skipped': { bend: (Z1) => Z1 },
  'bent-twice': { bend: (Z1) => sigmoid(sigmoid(Z1)) },
  'bias-left-out': { bias: (product) => product },
  'w1-turned': { product: (W1, X) => matmul(transpose(W1), X) },
}

function layerWith(...names: readonly string[]): Layer {
  const { product, bias, bend }: Places = Object.assign({}, right, ...names.map((name) => changes[name]))
  return (W1, B1, X) => bend(bias(product(W1, X), B1))
}

/** Exercise 05-2: the hidden layer for all samples at once. */
export const checkHiddenLayer = functionChecker<Layer>({
  id: '05-2',
  kind: 'write',
  title: 'The hidden layer',
  task: 'Write A1 as a function of W1, B1 and X.',
  argumentNames: ['W1', 'B1', 'X'],
  inputName: ([W1, , X]) => `${W1.rows} neurons, ${X.rows} inputs and ${X.columns} samples`,
  inputs: (random) => nets(random).map(({ net, X }) => [net.W1, net.B1, X]),
  answer: layerWith(),
  others: [(W1, B1, X) => map(matmul(W1, X), (value, row) => 1 / (1 + Math.exp(-value - at(B1, row, 0))))],
  mistakes: [
    {
      id: 'bias-as-row',
      did: 'The bias goes along the wrong side: each sample gets a number of B1, where each neuron should.',
      tempting: 'It is tempting, because B1 is a list of numbers, and so is a row.',
      where: ({ args: [W1, , X] }) =>
        `With ${W1.rows} neurons and ${X.columns} samples nothing complains, and only the diagonal is right. With 4 neurons and 6 samples there is no number for the fifth sample.`,
      look: ['bias-as-row', 'Look at “The same three numbers, added as a column and as a row”.'],
      answer: layerWith('bias-as-row'),
      others: [(W1, B1, X) => sigmoid(add(matmul(W1, X), transpose(B1)))],
    },
    {
      id: 'samples-as-rows',
      did: 'Here samples are rows: X stands on the left and W1 on the right.',
      tempting: 'It is tempting, because many programs keep one sample in a row.',
      where: ({ args: [W1, , X] }) =>
        `Here W1 is ${W1.rows}×${W1.columns} and X is ${X.rows}×${X.columns}, so every order fits, and the numbers meet others than they should. With 2 inputs, 4 neurons and 6 samples yours has no result.`,
      look: [
        'columns-intro',
        'See “Samples are columns”: a sample is a column, and the weights stand on the left.',
      ],
      answer: layerWith('samples-as-rows'),
      others: [
        (W1, B1, X) => sigmoid(add(matmul(transpose(X), transpose(W1)), B1)),
        (W1, B1, X) => sigmoid(add(matmul(X, W1), B1)),
      ],
    },
    {
      id: 'result-turned',
      did: 'This is A1 turned, with a row for each sample.',
      tempting: 'It is tempting to hand out one sample in a row, as tables do.',
      where: ({ args: [W1, , X] }) =>
        `A1 has a row for each of the ${W1.rows} neurons and a column for each of the ${X.columns} samples. Turned, the next layer cannot multiply it by W2, or multiplies the wrong numbers.`,
      look: ['shapes', 'Look at “The same net as matrices”: A1 has a column for each sample, as X has.'],
      answer: (...all) => transpose(layerWith()(...all)),
    },
    {
      id: 'activation-skipped',
      did: 'This is Z1: the activation is skipped.',
      tempting: 'It is tempting, because the shape is right already and σ changes none of it.',
      where: ({ yours }) =>
        `An activation lies between 0 and 1; yours ${/−/.test(yours) ? 'has negative numbers in it' : 'goes beyond that'}. And without a bend two layers are no more than one.`,
      look: [
        'four-lines-intro',
        'Two formulas make a layer: A1 = σ(Z1) is the second of the four below “Samples are columns”.',
      ],
      answer: layerWith('activation-skipped'),
    },
    {
      id: 'bent-twice',
      did: 'The sigmoid is applied twice.',
      tempting: 'It is tempting when one line already makes A1 and the last one bends again.',
      look: ['four-lines-intro', 'One σ for each layer: see the four formulas below “Samples are columns”.'],
      answer: layerWith('bent-twice'),
    },
    {
      id: 'bias-left-out',
      did: 'The bias is left out: this is σ(W1·X).',
      tempting: 'It is tempting, because the shapes are right without it.',
      look: [
        'bias',
        'Look at “Z1 without and with the bias”: every number of a row goes up by that neuron’s bias.',
      ],
      answer: layerWith('bias-left-out'),
    },
    {
      id: 'bias-after-the-bend',
      did: 'The bias is added after the sigmoid: this is σ(W1·X) + B1.',
      tempting: 'It is tempting to take the bias for something that comes on top.',
      look: [
        'four-lines-intro',
        'The bias belongs to Z1, and σ comes last: see the four formulas below “Samples are columns”.',
      ],
      answer: (W1, B1, X) => add(sigmoid(matmul(W1, X)), B1),
    },
    {
      id: 'w1-turned',
      did: 'This uses W1ᵀ·X: W1 is turned.',
      tempting: 'It is tempting when the inputs are counted first: from inputs to neurons.',
      where: ({ args: [W1] }) =>
        `Here W1 is ${W1.rows}×${W1.columns}, so both forms fit. With 2 inputs and 4 neurons W1 is 4×2, and only W1·X has a result.`,
      look: ['entry', 'See the picture in “One entry of the product”: a row of W1 meets a column of X.'],
      answer: layerWith('w1-turned'),
    },
  ],
  combine: (one, two) => {
    const [a, b] = [changes[one], changes[two]]
    if (a === undefined || b === undefined) return undefined
    return Object.keys(a).some((place) => place in b) ? undefined : layerWith(one, two)
  },
  hints: [
    'What does one neuron do with one sample? Which product does that for all neurons and all samples at once?',
    'Z1 is `matmul` of W1 and X, then `add` with B1, which goes to every column. A1 is `sigmoid` of that.',
    'One neuron, two inputs, two samples: W1 = [[1, 2]], B1 = [[−1]] and X = [[0, 1], [0.5, 1]]. W1·X = [[1, 3]], Z1 = [[0, 2]], and A1 = [[0.5, 0.881]].',
  ],
  solution: {
    code: `const myHiddenLayer = (W1: Matrix, B1: Matrix, X: Matrix): Matrix =>
  sigmoid(add(matmul(W1, X), B1))`,
    why: 'Each row of W1 meets each column of X, each row gets its bias, and σ bends every entry.',
  },
})
