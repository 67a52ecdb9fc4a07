import type { PredictionText } from '../../prediction-text.js'

/** What chapter 6 asks before a cell is run. */
export const predictionsOf06: readonly PredictionText[] = [
  {
    id: '06-p1',
    question: 'Four columns of dZ2 become one number, dB2. With which of these will the measurement agree?',
    options: {
      a: 'With the mean of the four, because J is a mean.',
      b: 'With the sum of the four.',
      c: 'With any one of the four, because the bias is the same for all samples.',
    },
    answer: 'b',
    why: 'The same bias goes to every sample, each path has the factor 1, and paths that meet are added. The 1/M of the mean is in dZ2 already.',
  },
  {
    id: '06-p2',
    question:
      'The seven lines stopped on a 2-3-1 net. What will they do on a net with three inputs, three hidden neurons and three outputs?',
    options: {
      a: 'Run without complaint, and give wrong numbers.',
      b: 'Stop again: a wrong line is wrong on any net.',
      c: 'Run, and give the right gradient, since now the shapes fit.',
    },
    answer: 'a',
    why: 'W1ᵀ is 3×3 here, so it can be multiplied by anything with three rows. Shapes tell that something cannot be right, and never that it is.',
  },
  {
    id: '06-p3',
    question:
      'Thirty wrong gradients train the same net, each on its own. How many of them bring the cost below where it began?',
    options: {
      a: 'None or nearly none: a wrong gradient leads astray.',
      b: 'About half of them.',
      c: 'Most of them.',
    },
    answer: 'c',
    why: 'Twenty-four of the thirty do. Every step that points roughly downhill lowers the cost, and a wrong line seldom turns a gradient by more than a right angle.',
  },
  {
    id: '06-p4',
    question:
      'The gradient check found all thirty bugs, with five samples. How many will it find with a single one?',
    options: {
      a: 'All thirty: a check needs no more than one sample.',
      b: 'Fewer: with one sample some wrong lines make the right numbers.',
      c: 'None: without a mean there is no gradient.',
    },
    answer: 'b',
    why: 'With M = 1, dividing by M changes nothing, and a sum over the samples is that sample. The wrong lines are as wrong as before, but nothing shows it.',
  },
]
