import type { PredictionText } from '../../prediction-text.js'

/** What chapter 5 asks before a cell is run. */
export const predictionsOf05: readonly PredictionText[] = [
  {
    id: '05-p1',
    question: 'The four samples went through the net together. What answers come when each goes alone?',
    options: {
      a: 'Exactly the same ones.',
      b: 'Slightly different ones: alone, a sample cannot be compared with the others.',
      c: 'None: the shapes fit for four samples only.',
    },
    answer: 'a',
    why: 'Columns never mix. Each column of a product is made of the matrix on the left and of that same column on the right, and the bias and σ work entry by entry.',
  },
  {
    id: '05-p2',
    question: 'The second neuron loses its bias. What becomes of its line?',
    options: {
      a: 'It turns, and stays where it is.',
      b: 'It keeps its direction, and goes through the origin.',
      c: 'It vanishes: without a bias the neuron is undecided everywhere.',
    },
    answer: 'b',
    why: 'At the origin w₁·0 + w₂·0 is 0, whatever the weights are. They alone give the direction, so that stays.',
  },
  {
    id: '05-p3',
    question: 'All weights and biases of the hidden layer are multiplied by 4. What becomes of the picture?',
    options: {
      a: 'The three lines move outward, and the triangle grows.',
      b: 'The three lines stay, and the colours change more abruptly across them.',
      c: 'Nothing changes: a factor cancels.',
    },
    answer: 'b',
    why: 'Where z is 0, 4z is 0 too, so the lines stay. But z grows four times as fast on the way out from a line, and the faded band gets a quarter as wide.',
  },
  {
    id: '05-p4',
    question: 'A hidden layer starts with very large random weights. What will A1 look like?',
    options: {
      a: 'About 0.5 everywhere.',
      b: 'All numbers from 0 to 1, evenly spread.',
      c: 'Nearly everything close to 0 or to 1.',
    },
    answer: 'c',
    why: 'Large weights make a large z, of either sign, and far out the sigmoid is flat: 0 on the one side, 1 on the other.',
  },
]
