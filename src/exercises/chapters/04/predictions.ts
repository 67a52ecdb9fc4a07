import type { PredictionText } from '../../prediction-text.js'

/** What chapter 4 asks before a cell is run. */
export const predictionsOf04: readonly PredictionText[] = [
  {
    id: '04-p1',
    question: 'The weight is w = 1.2 and the input x = 1.5. When w grows by 0.01, by how much does z grow?',
    options: {
      a: 'By 0.01: what goes in comes out.',
      b: 'By 0.012: it is multiplied by the weight.',
      c: 'By 0.015: it is multiplied by the input.',
    },
    answer: 'c',
    why: 'In z = w·x + b the number beside w is x, so each change of w arrives x times as large. The weight itself is the factor for a change of x.',
  },
  {
    id: '04-p2',
    question: 'w and b grow together, both equally fast. How strongly does J answer?',
    options: {
      a: 'As strongly as to the one that matters more.',
      b: 'By the mean of the two derivatives.',
      c: 'By the sum of the two derivatives.',
      d: 'By the product of the two derivatives.',
    },
    answer: 'c',
    why: 'Along one path factors multiply; paths that meet are added. z gets a share from w and another from b.',
  },
  {
    id: '04-p3',
    question: 'The label is 1. For which z does the cost pull hardest at the neuron?',
    options: {
      a: 'Far on the left, where the neuron is most wrong.',
      b: 'A little left of the middle.',
      c: 'Far on the right, where the neuron is nearly right.',
    },
    answer: 'b',
    why: 'The pull is the error times the slope of the sigmoid. Far on the left the error is large and the slope nearly 0; a little left of the middle both are of some size.',
  },
  {
    id: '04-p4',
    question: 'Descent starts far out, where the cost is large. When does the cost fall fastest?',
    options: {
      a: 'Somewhere in the middle of the run.',
      b: 'In the first iterations, where there is most to gain.',
      c: 'Equally fast in all of them.',
    },
    answer: 'a',
    why: 'Far out all five samples are saturated and the gradient is short. Only when their slopes have grown does the cost fall, and near the minimum the gradient shortens again.',
  },
]
