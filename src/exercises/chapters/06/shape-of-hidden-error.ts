import { valueChecker } from '../../checker.js'

/** Exercise 06-2: the shape of dA1, from the sizes alone. */
export const checkShapeOfHiddenError = valueChecker<readonly number[]>({
  id: '06-2',
  kind: 'value',
  title: 'A shape before any number',
  task: 'Give the shape of dA1 for a net of 4-6-2 with 5 samples.',
  entryNames: ['the number of rows', 'the number of columns'],
  answer: [6, 5],
  mistakes: [
    {
      id: 'shape-of-w2-transposed',
      did: 'This is the shape of W2ᵀ.',
      tempting: 'It is tempting, because the formula W2ᵀ·dZ2 begins with it.',
      where: () =>
        'W2ᵀ is 6×2 and dZ2 is 2×5. The product keeps the outer sizes, and the 2 in the middle goes.',
      look: [
        'transposed',
        'Look at “Back through two outputs to three neurons”: what comes out has the columns of the second factor.',
      ],
      answer: [6, 2],
    },
    {
      id: 'shape-of-dz2',
      did: 'This is the shape of dZ2: it still stands at the outputs.',
      tempting: 'It is tempting, since the error seems to be the same thing all the way.',
      where: () => 'A1 has one row for each of the 6 hidden neurons, and dA1 needs a number for each entry.',
      look: [
        'map',
        'Follow the lower row of the map: after W2ᵀ every matrix has a row for each hidden neuron.',
      ],
      answer: [2, 5],
    },
    {
      id: 'samples-as-rows',
      did: 'Rows and columns are in each other’s place: here samples are rows.',
      tempting: 'It is tempting, because most tables keep one sample in a row.',
      where: () => 'In this course a sample is a column, so 5 samples make 5 columns.',
      look: ['map', 'Compare with the shapes on the map: M is always the second number.'],
      answer: [5, 6],
    },
    {
      id: 'shape-of-x',
      did: 'This is the shape of X: one layer too far back.',
      tempting: 'It is tempting to count the 4 inputs, because dA1 leads on to them.',
      where: () => 'A1 is what the 6 hidden neurons say, so its gradient has 6 rows, not 4.',
      look: ['map-seen', 'Read below the map: `dV` always has the shape of `V`.'],
      answer: [4, 5],
    },
    {
      id: 'shape-of-w1',
      did: 'This is the shape of W1, and so of dW1.',
      tempting: 'It is tempting, because both have to do with the hidden layer.',
      where: () =>
        'W1 is 6×4, a number for each weight. A1 is 6×5, a number for each neuron and each sample.',
      look: ['map-seen', 'Read below the map: `dV` always has the shape of `V`.'],
      answer: [6, 4],
    },
  ],
  hints: [
    'dA1 says how the cost answers to each entry of A1. How many entries has A1, and how do they stand?',
    'dV always has the shape of V. A1 has a row for each hidden neuron and a column for each sample.',
    'For a net of 2-3-1 with 4 samples, A1 is 3×4. So dA1 is 3×4 as well: W2ᵀ is 3×1, dZ2 is 1×4, and their product is 3×4.',
  ],
  solution: {
    code: 'const myShape = [6, 5]',
    why: 'dA1 has the shape of A1: a row for each of the 6 hidden neurons, a column for each of the 5 samples.',
  },
})
