import { type Matrix, map, scale, subtract } from '../../../math/index.js'
import { functionChecker } from '../../checker.js'
import { outputs } from './fixtures.js'

type OutputError = (A2: Matrix, Y: Matrix) => Matrix

const times = (A2: Matrix, Y: Matrix, factor: number) => scale(subtract(A2, Y), factor)

/** Exercise 06-1: dA2 of the mean squared error. */
export const checkOutputError = functionChecker<OutputError>({
  id: '06-1',
  kind: 'write',
  title: 'Where the way back begins',
  task: 'Write dA2 of the mean squared error as a function of A2 and Y.',
  argumentNames: ['A2', 'Y'],
  inputs: outputs,
  answer: (A2, Y) => times(A2, Y, 2 / Y.columns),
  others: [(A2, Y) => scale(scale(subtract(Y, A2), -1), 2 / A2.columns)],
  mistakes: [
    {
      id: 'no-1-over-m',
      did: 'This is 2(A2 − Y): the 1/M of the mean is left out.',
      tempting: 'It is tempting, because it is a mere factor, and a factor can hide in the learning rate.',
      where: ({ args: [A2] }) =>
        `With M = ${A2.columns} samples every entry is ${A2.columns} times too large, and with other samples another factor.`,
      look: ['path-seen', 'Read under “dA2”: the 1/M in front of the sum stays when the square is derived.'],
      answer: (A2, Y) => times(A2, Y, 2),
    },
    {
      id: 'double-1-over-m',
      did: 'The 1/M is taken twice: this is 2(A2 − Y)/M².',
      tempting: 'It is tempting, since a mean is asked for and the formula has a 1/M as well.',
      where: ({ args: [A2] }) => `With M = ${A2.columns} every entry is ${A2.columns} times too small.`,
      look: ['path-seen', 'See the second formula under “dA2”: 1/M stands in it once.'],
      answer: (A2, Y) => times(A2, Y, 2 / Y.columns ** 2),
    },
    {
      id: 'no-2',
      did: 'The 2 from the derivative of the square is left out.',
      tempting: 'It is tempting, because other books put ½ in front of the cost to be rid of it.',
      look: ['path-seen', 'See the two formulas under “dA2”: J here has no ½, so the 2 stays.'],
      answer: (A2, Y) => times(A2, Y, 1 / Y.columns),
    },
    {
      id: 'sign',
      did: 'This is Y − A2: the error the other way round.',
      tempting: 'It is tempting to write what should be minus what is.',
      look: [
        'step-da2',
        'See “dA2: how wrong each answer is”: where A2 is too high, more of it costs more, so dA2 is positive.',
      ],
      answer: (A2, Y) => times(A2, Y, -2 / Y.columns),
    },
    {
      id: 'absolute',
      did: 'This keeps the sign of A2 − Y and forgets its size: the derivative of the absolute error.',
      tempting: 'It is tempting when the cost is remembered as “how far off”.',
      look: [
        'step-da2',
        'See the formula below “dA2: how wrong each answer is”: a larger error has a larger slope.',
      ],
      answer: (A2, Y) => scale(map(subtract(A2, Y), Math.sign), 1 / Y.columns),
      others: [(A2, Y) => scale(map(subtract(A2, Y), Math.sign), 2 / Y.columns)],
    },
  ],
  hints: [
    'One entry of A2 stands in one square of J. What is the derivative of (a − y)² with respect to a, and what stands in front of the whole sum?',
    'J is 1/M times a sum of squares. Each entry of dA2 is 2·(a − y)/M, where M is the number of samples, the columns of Y. `subtract` and `scale` work on whole matrices.',
    'With A2 = [[0.8, 0.4]] and Y = [[1, 0]], M is 2. The first entry is 2·(0.8 − 1)/2 = −0.2, the second 2·(0.4 − 0)/2 = 0.4: negative where the answer should rise, positive where it should fall.',
  ],
  solution: {
    code: 'const myOutputError = (A2: Matrix, Y: Matrix): Matrix => scale(subtract(A2, Y), 2 / Y.columns)',
    why: 'The square gives 2(A2 − Y), and the mean keeps its 1/M.',
  },
})
