import type { PredictionText } from '../../prediction-text.js'

/** What chapter 8 asks before a cell is run. */
export const predictionsOf08: readonly PredictionText[] = [
  {
    id: '08-p1',
    question: 'What will the net with the sigmoid output say of the strongest cars?',
    options: {
      a: 'It follows the bend, only more slowly.',
      b: 'The same for all of them: the mean of the training cars.',
      c: 'The same for all of them: 0 miles per gallon.',
    },
    answer: 'b',
    why: 'The least that a sigmoid says is 0, and that is 0 on the standardised scale: the training mean. All strong cars lie below it, and it cannot follow them there.',
  },
  {
    id: '08-p2',
    question: 'Which size of batch has the least cost after the very first epoch?',
    options: {
      a: 'The small ones: they have made more steps.',
      b: 'The full batch: its gradient is the right one.',
      c: 'All the same: each has seen every car once.',
    },
    answer: 'a',
    why: 'A gradient of a few cars is rough, but it points about the right way, and there are many steps instead of one. Later the roughness shows.',
  },
  {
    id: '08-p3',
    question: 'Sixteen cars, thirty neurons, 10 000 epochs. What does the cost on the test cars do?',
    options: {
      a: 'It falls all the time, as that of the sixteen does.',
      b: 'It falls at first, and then rises far above its least value.',
      c: 'It falls, and then stays where it is.',
    },
    answer: 'b',
    why: 'At first the net learns what all cars have in common, and that helps with any car. Then it learns what only these sixteen have, and that is wrong for others.',
  },
  {
    id: '08-p4',
    question: 'The label is 1, and at z = −6 the net is sure of 0. Which cost pulls harder at z there?',
    options: {
      a: 'The squared error: a square grows faster than a logarithm.',
      b: 'Both hardly pull: the sigmoid is saturated.',
      c: 'Cross-entropy, by far.',
    },
    answer: 'c',
    why: 'The squared error has the slope of the sigmoid as a factor, and that is almost zero there. In cross-entropy it cancels, and a − y is left: nearly −1, as much as it can be.',
  },
]
