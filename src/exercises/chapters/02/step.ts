import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'
import { type Gradient, inTurn, inTurnBack, type Point, stepFrom, turnedGradient } from './fixtures.js'

type Step = (theta: Point, gradient: Gradient, learningRate: number) => Point

/** Two mistakes in one step, where both can be made. */
function combine(one: string, two: string): Step | undefined {
  const made = new Set([one, two])
  if (made.has('input-mutated')) return undefined
  return (theta, gradient, learningRate) => {
    const rate = (made.has('sign-flipped') ? -1 : 1) * (made.has('alpha-left-out') ? 1 : learningRate)
    const next = made.has('one-after-the-other')
      ? inTurn(theta, gradient, rate)
      : stepFrom(theta, gradient, rate)
    return made.has('only-the-way') ? [next[0] - theta[0], next[1] - theta[1]] : next
  }
}

/** Exercise 02-1: one step of gradient descent. */
export const checkStep = functionChecker<Step>({
  id: '02-1',
  kind: 'write',
  title: 'One step of descent',
  task: 'Write one step of gradient descent for any gradient.',
  argumentNames: ['θ', 'gradient', 'α'],
  entryNames: ['θ₁', 'θ₂'],
  inputs: (random) =>
    [0.1, 0.25, 0.4].map((learningRate) => [
      [draw(random, 2, 4), draw(random, 2, 4)],
      turnedGradient(random),
      learningRate,
    ]),
  answer: stepFrom,
  combine,
  mistakes: [
    {
      id: 'sign-flipped',
      did: 'This is θ + α∇J: a step uphill.',
      tempting: 'It is tempting, because the gradient is the direction that is known.',
      look: [
        'one-step-intro',
        'The gradient points uphill, so the step is taken against it: see the minus in “One step by hand”.',
      ],
      answer: (theta, gradient, learningRate) => stepFrom(theta, gradient, -learningRate),
    },
    {
      id: 'alpha-left-out',
      did: 'The learning rate is left out: this is θ − ∇J.',
      tempting: 'It is tempting, and the article first says so too.',
      where: ({ args: [, , learningRate], yours, expected }) =>
        `Here α is ${learningRate}, and your step is ${Math.round((1 / learningRate) * 10) / 10} times too long: you land at ${yours}, and should at ${expected}.`,
      look: [
        'one-step-intro',
        'The slope says how steep it is; how far to go is for α to say: see the formula of “One step by hand”.',
      ],
      answer: (theta, gradient) => stepFrom(theta, gradient, 1),
    },
    {
      id: 'one-after-the-other',
      did: 'One component is computed from the new value of the other.',
      tempting: 'It is tempting, because the new value is there already when the second line runs.',
      where: ({ yours, expected }) =>
        `So the two belong to two different places, and together they are the gradient of neither: ${yours} instead of ${expected}. The component that moves first is right.`,
      look: ['at-once', 'Look at the two arrows “both at once” and “one after the other”.'],
      answer: inTurn,
      others: [inTurnBack],
    },
    {
      id: 'only-the-way',
      did: 'This is −α∇J, the way of the step, and not the place where it ends.',
      tempting: 'It is tempting, because the way is the part that has to be worked out.',
      look: ['one-step', 'Look at the numbers of “One step by hand”: the old θ stands at the beginning.'],
      answer: (theta, gradient, learningRate) => {
        const next = stepFrom(theta, gradient, learningRate)
        return [next[0] - theta[0], next[1] - theta[1]]
      },
    },
    {
      id: 'input-mutated',
      did: 'The numbers are right, but your function writes them into the list that it was given.',
      tempting:
        'It is tempting, because θ “becomes” something else in the formula, and writing into a list is short.',
      where: () =>
        'But that list belongs to whoever called: a path of such steps holds the last place again and again, and the same cell run twice gives two results.',
      look: ['one-step', 'Make a new list, as the cell of “One step by hand” does with start.map(…).'],
      answer: (theta, gradient, learningRate) => {
        const next = stepFrom(theta, gradient, learningRate)
        theta[0] = next[0]
        theta[1] = next[1]
        return theta
      },
    },
  ],
  hints: [
    'Which numbers does the gradient give at theta, and in which direction does a step go from there?',
    'Call `gradient(theta)` once, before anything changes. Each new entry is the old one minus the learning rate times the slope of that entry.',
    'With θ = (5, 1), ∇J = (4, −2) and α = 0.5: the first entry is 5 − 0.5·4 = 3, the second 1 − 0.5·(−2) = 2. With `map`: `theta.map((t, i) => t - 0.5 * slope[i])`.',
  ],
  solution: {
    code: `const myStep = (
  theta: number[], gradient: (theta: number[]) => number[], learningRate: number,
): number[] => {
  const slope = gradient(theta)
  return theta.map((t, i) => t - learningRate * slope[i])
}`,
    why: 'Both slopes come from the same old θ, and a new list is made.',
  },
})
