import { valueChecker } from '../../checker.js'

/** Rows and columns of each matrix. */
type Shapes = Readonly<Record<'W1' | 'B1' | 'A1' | 'W2' | 'B2' | 'A2', readonly [number, number]>>

const right: Shapes = { W1: [5, 4], B1: [5, 1], A1: [5, 7], W2: [2, 5], B2: [2, 1], A2: [2, 7] }

/** Exercise 05-1: the shapes of a net, from its sizes alone. */
export const checkShapes = valueChecker<Shapes>({
  id: '05-1',
  kind: 'value',
  title: 'Six shapes',
  task: 'Give the shapes of six matrices of a net of 4-5-2 with 7 samples.',
  entryNames: ['rows', 'columns'],
  answer: right,
  mistakes: [
    {
      id: 'bias-as-row',
      did: 'A bias is a row here, with a number for each neuron beside one another.',
      tempting: 'It is tempting, because a list of numbers is written in a line.',
      where: () =>
        'B1 is added to W1·X, which has a row for each of the 5 neurons and a column for each of the 7 samples. A row of 5 numbers would meet 7 columns. Each neuron, so each row, gets one number.',
      look: [
        'shapes',
        'See B1 in “The same net as matrices, with their shapes”: 3×1, one column for all samples.',
      ],
      answer: { ...right, B1: [1, 5], B2: [1, 2] },
    },
    {
      id: 'bias-per-sample',
      did: 'A bias has a column for each sample here.',
      tempting: 'It is tempting, because it is added to a matrix that has them.',
      where: () =>
        'With an eighth sample your B1 would need another column, and the net other parameters. A neuron has one bias, for all samples.',
      look: [
        'shapes',
        'Look at “The same net as matrices”: the number of samples stands in no shape of a weight or bias.',
      ],
      answer: { ...right, B1: [5, 7], B2: [2, 7] },
    },
    {
      id: 'activations-turned',
      did: 'In an activation the samples are rows.',
      tempting: 'It is tempting, because most tables keep one sample in a row.',
      where: () =>
        'X has 7 columns, one for each sample. A product keeps the columns of its second factor, so they stay columns all the way.',
      look: [
        'shapes',
        'Look at “The same net as matrices”: from X to A2 the number of samples is the second number of each shape.',
      ],
      answer: { ...right, A1: [7, 5], A2: [7, 2] },
    },
    {
      id: 'weights-turned',
      did: 'The weights are turned: their rows count what the layer reads.',
      tempting: 'It is tempting, because the inputs come first on the way through the net.',
      where: () =>
        'W1·X with your W1, 4×5 times 4×7, has no result: 5 and 4 touch. The number that touches the 4 of X has to be a 4.',
      look: [
        'hand-intro',
        'Read above “One sample by hand”: a row for each neuron, a column for each number that it reads.',
      ],
      answer: { ...right, W1: [4, 5], W2: [5, 2] },
    },
    {
      id: 'samples-as-rows',
      did: 'Here samples are rows, and the other shapes are turned with them.',
      tempting: 'It is tempting, because many programs do it so, and then all of it fits as well.',
      where: () =>
        'There the layer is X·W1 + B1, with X as 7×4. In this course it is W1·X + B1, with X as 4×7, and 4×5 times 4×7 has no result.',
      look: [
        'columns-intro',
        'Read “Samples are columns”: one sample is a column, and four samples are four columns.',
      ],
      answer: { W1: [4, 5], B1: [1, 5], A1: [7, 5], W2: [5, 2], B2: [1, 2], A2: [7, 2] },
    },
    {
      id: 'one-layer-too-early',
      did: 'An activation has the rows of what the layer reads, not of its neurons.',
      tempting: 'It is tempting, because X goes in and seems to come out changed in its numbers only.',
      where: () =>
        'X has 4 rows for the 4 inputs. A1 holds what the 5 hidden neurons say, and A2 what the 2 outputs say.',
      look: [
        'shapes-seen',
        'Read below “The same net as matrices”: in a product the two numbers that touch vanish.',
      ],
      answer: { ...right, A1: [4, 7], A2: [5, 7] },
    },
  ],
  hints: [
    'How many neurons has each layer, and how many numbers does each of them read? In which of the six does the number of samples stand?',
    'Weights: neurons × what they read. Biases: neurons × 1. Activations: neurons × samples.',
    'A net of 3-2-1 with 6 samples: W1 is 2×3, B1 is 2×1, A1 is 2×6, W2 is 1×2, B2 is 1×1, A2 is 1×6.',
  ],
  solution: {
    code: `const myShapes = {
  W1: [5, 4], B1: [5, 1], A1: [5, 7],
  W2: [2, 5], B2: [2, 1], A2: [2, 7],
}`,
    why: 'A row is a neuron, everywhere. Weights have a column for each number that is read, biases have one, and activations have one for each sample.',
  },
})
