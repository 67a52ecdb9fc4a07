import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'
import { inputsOfLine, type List, labelsAround, mean } from './fixtures.js'

type Gradient = (w: number, b: number, x: List, y: List) => [number, number]

/** The gradient with something else than 2e in it for the loss of each sample, all of it times a factor. */
const gradientWith =
  (slope: (e: number) => number, factor: (M: number) => number = () => 1): Gradient =>
  (w, b, x, y) => {
    const pulls = x.map((value, i) => slope(w * value + b - Number(y[i])))
    return [
      factor(x.length) * mean(pulls.map((pull, i) => pull * Number(x[i]))),
      factor(x.length) * mean(pulls),
    ]
  }
const square = (e: number) => 2 * e
const right = gradientWith(square)

/** Exercise 03-3: the gradient of the mean squared error of a line. */
export const checkLineGradient = functionChecker<Gradient>({
  id: '03-3',
  kind: 'write',
  title: 'The gradient of a line',
  task: 'Write ∂J/∂w and ∂J/∂b for any line and any points.',
  argumentNames: ['w', 'b', 'x', 'y'],
  entryNames: ['∂J/∂w', '∂J/∂b'],
  inputs: (random) =>
    [4, 3, 5].map((M) => {
      const [w, b, x] = [draw(random, 0.5, 1.5), draw(random, 0.5, 1), inputsOfLine(random, M)]
      const y = labelsAround(
        random,
        x.map((value) => w * value + b),
      )
      return [w, b, x, y]
    }),
  answer: right,
  others: [
    (w, b, x, y) => {
      const e = x.map((value, i) => Number(y[i]) - w * value - b)
      return [(-2 * e.reduce((sum, each, i) => sum + each * Number(x[i]), 0)) / x.length, -2 * mean(e)]
    },
  ],
  mistakes: [
    {
      id: 'no-1-over-m',
      did: 'The 1/M is left out: this is the gradient of the sum of the squares.',
      tempting: 'It is tempting, because a factor changes no direction.',
      where: ({ args: [, , x], yours, expected }) =>
        `With M = ${x.length} both are ${x.length} times too large: ${yours} instead of ${expected}. With more points it would be more.`,
      look: ['gradient', 'Look at the last row of the table in “The gradient”, where 1/M is forgotten too.'],
      answer: gradientWith(square, (M) => M),
    },
    {
      id: 'm-plus-one',
      did: 'The sums are divided by M + 1.',
      tempting: 'It is tempting, because from 0 to M there are M + 1 numbers.',
      where: ({ args: [, , x], yours, expected }) =>
        `There are ${x.length} points, and you divide by ${x.length + 1}: ${yours} instead of ${expected}.`,
      look: ['m-plus-one', 'Count the terms in the table of “M samples, M terms”.'],
      answer: gradientWith(square, (M) => M / (M + 1)),
    },
    {
      id: 'sign-flipped',
      did: 'Both signs are turned: this is −∇J.',
      tempting: 'It is tempting to write the error as y − a, or to think of the way that descent will go.',
      look: [
        'growing-seen',
        'In the formulas of “The gradient” the error is a − y: where the line is too high, raising it costs more.',
      ],
      answer: gradientWith((e) => -2 * e),
    },
    {
      id: 'half-the-mse',
      did: 'The 2 from the square is missing: this is the gradient of half the mean squared error.',
      tempting: 'It is tempting, because other books put a ½ in front of the cost to be rid of the 2.',
      look: [
        'growing',
        'The area grows by two strips, not by one: look at the growing square of “The gradient”.',
      ],
      answer: gradientWith((e) => e),
    },
    {
      id: 'absolute-value',
      did: 'Only the sign of each error is left: this is the gradient of the mean absolute error.',
      tempting: 'It is tempting when the cost is remembered as “how far off”.',
      look: [
        'losses',
        'Look at “How hard it pulls”: with the square the slope grows with the error, with the absolute value it does not.',
      ],
      answer: gradientWith(Math.sign),
      others: [gradientWith((e) => 2 * Math.sign(e))],
    },
    {
      id: 'signed-errors',
      did: 'These are the mean of x and 1: the gradient of the mean of a − y, without a square.',
      tempting: 'It is tempting to differentiate the error, and to forget that it was squared.',
      where: ({ yours }) =>
        `${yours} contains no y at all. Whatever the labels were, descent would go the same way, down for ever.`,
      look: [
        'three-over-b',
        'See the straight line in “Three costs as the line moves up and down”: it has no lowest point.',
      ],
      answer: gradientWith(() => 1),
    },
    {
      id: 'x-left-out',
      did: 'The factor xᵢ is missing in ∂J/∂w, so both numbers are the same.',
      tempting: 'It is tempting, because the two formulas look alike but for that.',
      look: [
        'growing-seen',
        'See the two speeds above the formulas of “The gradient”: the side grows by x with w, and by 1 with b.',
      ],
      answer: (...all) => [right(...all)[1], right(...all)[1]],
    },
    {
      id: 'swapped',
      did: 'The two are in each other’s place: ∂J/∂b comes first.',
      tempting: 'It is tempting to begin with the easier one.',
      look: ['gradient', 'First w, then b, as in (w, b): see the table in “The gradient”.'],
      answer: (...all) => [right(...all)[1], right(...all)[0]],
    },
  ],
  combine: (one, two) =>
    one === 'half-the-mse' && two === 'x-left-out'
      ? (...all) => [right(...all)[1] / 2, right(...all)[1] / 2]
      : undefined,
  hints: [
    'How much does one square grow when its error grows a little? And how much does the error grow when w does, or when b does?',
    'For each point compute the error e = w·x + b − y. ∂J/∂w is the mean of 2·e·x, and ∂J/∂b the mean of 2·e.',
    'With w = 1, b = 0 and the points (1, 3) and (2, 1): the errors are −2 and 1. ∂J/∂w = (2·(−2)·1 + 2·1·2)/2 = 0, and ∂J/∂b = (2·(−2) + 2·1)/2 = −1.',
  ],
  solution: {
    code: `const myLineGradient = (w: number, b: number, x: number[], y: number[]): number[] => {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const errors = x.map((value, i) => w * value + b - y[i])
  return [mean(errors.map((e, i) => 2 * e * x[i])), mean(errors.map((e) => 2 * e))]
}`,
    why: 'Each square grows 2e times as fast as its side; the side grows with x when w moves and with 1 when b does; and the mean keeps its 1/M.',
  },
})
