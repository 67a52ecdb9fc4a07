import { functionChecker } from '../../checker.js'
import { drawList } from '../../draw.js'
import { readsPastEnd } from '../../run/reads-past-end.js'
import { type List, labelsAround, mean } from './fixtures.js'

type Cost = (a: List, y: List) => number

const errors = (a: List, y: List) => a.map((value, i) => value - Number(y[i]))
const meanOf = (loss: (e: number) => number) => (a: List, y: List) => mean(errors(a, y).map(loss))
const right = meanOf((e) => e * e)

const noSquare = {
  tempting: 'It is tempting, because how far off a prediction is, is that difference.',
  where: ({ args: [a, y], expected }: { args: [List, List]; expected: string }) =>
    `Here the errors are ${errors(a, y)
      .map((e) => e.toFixed(2).replace('-', '−'))
      .join(', ')}: plus and minus eat each other up. No square does: their mean is ${expected}.`,
  look: [
    'the-mean',
    'Look at the last two columns of the table of the ten penguins, in “Squares on a line”: J is the mean of the last.',
  ],
} as const

/** Exercise 03-1: the mean squared error of two lists. */
export const checkMeanSquare = functionChecker<Cost>({
  id: '03-1',
  kind: 'write',
  title: 'The mean square',
  task: 'Write the mean squared error of a list of predictions and a list of labels.',
  argumentNames: ['a', 'y'],
  inputs: (random) =>
    [4, 3, 6].map((M) => {
      const a = drawList(random, M, -2, 2)
      return [a, labelsAround(random, a)]
    }),
  answer: right,
  others: [(a, y) => y.reduce((sum, label, i) => sum + (label - Number(a[i])) ** 2 / y.length, 0)],
  mistakes: [
    {
      id: 'no-1-over-m',
      did: 'This is the sum of the squares: the 1/M is left out.',
      tempting: 'It is tempting, because the smallest sum and the smallest mean belong to the same line.',
      where: ({ args: [a], yours, expected }) =>
        `With M = ${a.length} you get ${yours}, which is ${a.length} times ${expected}. With more samples it would grow although no prediction got worse.`,
      look: [
        'the-mean',
        'In “Squares on a line” look at the numbers below the table of the ten penguins: they begin with 1/10.',
      ],
      answer: (a, y) => a.length * right(a, y),
    },
    {
      id: 'm-plus-one-terms',
      did: 'Every answer is NaN, “not a number”: some term is made of an entry that does not exist.',
      tempting:
        'It is tempting to let the index run from 0 up to and including M, as the Σ of the article does.',
      where: ({ args: [a] }) =>
        `These lists have M = ${a.length} entries, with the indices 0 to ${a.length - 1}. There is no a[${a.length}], and a sum with it is no number.`,
      look: ['m-plus-one', 'Look at the table of “M samples, M terms”: the index M has no sample.'],
      answer: (a, y) => a.reduce((sum, _, i) => sum + (Number(a[i + 1]) - Number(y[i + 1])) ** 2, 0),
      // NaN has many causes.
      confirms: (answer, lists) => readsPastEnd(answer, lists),
    },
    {
      id: 'divided-by-m-plus-one',
      did: 'The sum is divided by M + 1, as if there were one more sample.',
      tempting: 'It is tempting, because from 0 to M there are M + 1 numbers.',
      where: ({ args: [a], yours, expected }) =>
        `There are ${a.length} squares here, and you divide by ${a.length + 1}: ${yours}, where the mean is ${expected}.`,
      look: [
        'm-plus-one',
        'If every error is 1 the mean square must be 1: see the table of “M samples, M terms”.',
      ],
      answer: (a, y) => (right(a, y) * a.length) / (a.length + 1),
    },
    {
      id: 'signed-errors',
      did: 'This is the mean of a − y: the errors with their signs, not squared.',
      ...noSquare,
      answer: meanOf((e) => e),
    },
    {
      id: 'signed-errors-turned',
      did: 'This is the mean of y − a: the errors with their signs, not squared.',
      ...noSquare,
      answer: meanOf((e) => -e),
    },
    {
      id: 'absolute-value',
      did: 'This is the mean of |a − y|, the absolute error.',
      tempting: 'It is tempting, because that keeps signs from cancelling too.',
      look: [
        'the-squares-seen',
        'In “Ten errors, ten squares” |a − y| is the length of a stroke. J is the mean of the areas.',
      ],
      answer: meanOf(Math.abs),
    },
    {
      id: 'half-the-mse',
      did: 'There is a ½ in front: this is half the mean squared error.',
      tempting: 'It is tempting, because other books put it there, so that no 2 is left in the gradient.',
      look: [
        'the-squares-seen',
        'The cost is the whole area of the mean square: see “Ten errors, ten squares”, and the formula below it.',
      ],
      answer: (a, y) => right(a, y) / 2,
    },
    {
      id: 'square-of-the-mean',
      did: 'Mean and square are in each other’s place: the errors are averaged first, and the mean is squared.',
      tempting: 'It is tempting, because “mean squared” can be read in that order.',
      where: ({ yours, expected }) =>
        `So plus and minus cancel before the square can help: ${yours} is left, where the squares have the mean ${expected}.`,
      look: [
        'the-mean',
        'See the table of the ten penguins, in “Squares on a line”: each error has its own square, and the mean comes last.',
      ],
      answer: (a, y) => mean(errors(a, y)) ** 2,
    },
    {
      id: 'root',
      did: 'The root of the mean square is taken: this is the side of the mean square, not its area.',
      tempting: 'It is tempting, because the root has the unit of y again.',
      look: [
        'the-squares-seen',
        'The cost is the area of the separate square in “Ten errors, ten squares”, not its side.',
      ],
      answer: (a, y) => Math.sqrt(right(a, y)),
    },
  ],
  hints: [
    'What belongs to one sample, and what is done with all of them at the end? Write both as a sentence before you write code.',
    'For each index i: the error a[i] − y[i], times itself. Add these up, and divide by how many there are, `y.length`.',
    'With a = (2, 5) and y = (3, 3): the errors are −1 and 2, the squares 1 and 4, their sum is 5, and the mean 5/2 = 2.5.',
  ],
  solution: {
    code: `const myMeanSquare = (a: number[], y: number[]): number =>
  a.reduce((sum, value, i) => sum + (value - y[i]) ** 2, 0) / a.length`,
    why: 'One square for each of the M samples, and their sum divided by M.',
  },
})
