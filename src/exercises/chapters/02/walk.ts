import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'
import { type Gradient, inTurn, inTurnBack, type Point, stepFrom, turnedGradient } from './fixtures.js'

type Walk = (gradient: Gradient, start: Point, learningRate: number, steps: number) => Point[]

function walk(
  gradient: Gradient,
  start: Point,
  learningRate: number,
  steps: number,
  step = stepFrom,
): Point[] {
  const path: Point[] = [start]
  for (let k = 0; k < steps; k++) path.push(step(path[k] ?? start, gradient, learningRate))
  return path
}

/** Two mistakes in one walk. */
function combine(one: string, two: string): Walk {
  const made = new Set([one, two])
  return (gradient, start, learningRate, steps) => {
    const slope = gradient(start)
    const more = Number(made.has('one-step-too-many')) - Number(made.has('one-step-too-few'))
    const path = walk(
      made.has('slope-of-the-start') ? () => slope : gradient,
      start,
      made.has('sign-flipped') ? -learningRate : learningRate,
      steps + more,
      made.has('one-after-the-other') ? inTurn : stepFrom,
    )
    const end = path.at(-1) ?? start
    // The end alone, which the type of a path does not foresee.
    if (made.has('only-the-end')) return end as never
    return made.has('start-left-out') ? path.slice(1) : path
  }
}

/** Exercise 02-2: a descent of several steps. */
export const checkWalk = functionChecker<Walk>({
  id: '02-2',
  kind: 'write',
  title: 'A whole descent',
  task: 'Write a descent of several steps that returns its path, the start included.',
  argumentNames: ['gradient', 'start', 'α', 'steps'],
  inputs: (random) =>
    [4, 3, 6].map((steps) => [
      turnedGradient(random),
      [draw(random, 2, 4), draw(random, 2, 4)],
      draw(random, 0.1, 0.3),
      steps,
    ]),
  answer: (...all) => walk(...all),
  combine,
  mistakes: [
    {
      id: 'one-step-too-many',
      did: 'There is one step too many.',
      tempting: 'It is tempting to count from 0 up to and including the number of steps.',
      where: ({ args: [, , , steps] }) =>
        `Asked for ${steps} steps, you return ${steps + 2} points; ${steps} steps have ${steps + 1}: one before the first step, and one after each.`,
      look: [
        'the-walk',
        'Count in “Thirty steps of gradient descent”: the points are one more than the steps.',
      ],
      answer: (gradient, start, learningRate, steps) => walk(gradient, start, learningRate, steps + 1),
    },
    {
      id: 'one-step-too-few',
      did: 'There is one step too few.',
      tempting: 'It is tempting to count the start as the first step.',
      where: ({ args: [, , , steps] }) =>
        `Asked for ${steps} steps, you return ${steps} points, and so only ${steps - 1} steps lie between them.`,
      look: [
        'the-walk',
        'Count in “Thirty steps of gradient descent”: the points are one more than the steps.',
      ],
      answer: (gradient, start, learningRate, steps) => walk(gradient, start, learningRate, steps - 1),
    },
    {
      id: 'start-left-out',
      did: 'The start is missing from the path: it begins after the first step.',
      tempting: 'It is tempting, because the start is known to whoever asks.',
      where: ({ args: [, start, , steps] }) =>
        `Asked for ${steps} steps from (${start.join(', ')}), you return ${steps} points, and the start is not among them.`,
      look: ['one-step-same-cell', 'In the table of “One step by hand” iteration 0 is the start.'],
      answer: (...all) => walk(...all).slice(1),
    },
    {
      id: 'slope-of-the-start',
      did: 'Every step uses the gradient at the start, so the path is a straight line.',
      tempting: 'It is tempting to compute the gradient once, before the loop.',
      look: [
        'the-walk',
        'In “Thirty steps of gradient descent” the path bends, because each step asks the gradient where it stands.',
      ],
      answer: (gradient, start, learningRate, steps) => {
        const slope = gradient(start)
        return walk(() => slope, start, learningRate, steps)
      },
    },
    {
      id: 'sign-flipped',
      did: 'Every step goes uphill, θ + α∇J.',
      tempting: 'It is tempting, because the gradient is the direction that is known.',
      look: [
        'one-step-intro',
        'The gradient points uphill, so the step is taken against it: see the minus in “One step by hand”.',
      ],
      answer: (gradient, start, learningRate, steps) => walk(gradient, start, -learningRate, steps),
    },
    {
      id: 'one-after-the-other',
      did: 'In each step one component is computed from the new value of the other.',
      tempting: 'It is tempting, because the new value is there already when the second line runs.',
      look: ['at-once', 'Look at the two arrows “both at once” and “one after the other”.'],
      answer: (...all) => walk(...all, inTurn),
      others: [(...all) => walk(...all, inTurnBack)],
    },
    {
      id: 'one-list-again-and-again',
      did: 'Your path holds one and the same list again and again, and each step writes over it.',
      tempting: 'It is tempting to move the numbers of the place where they are, and to push that place.',
      where: ({ args: [, , , steps] }) =>
        `After ${steps} steps every row that was pushed says where the walk ended: a list that is in a path twice is still one list.`,
      look: [
        'one-step',
        'Make a new list in each step, as the cell of “One step by hand” does with start.map(…).',
      ],
      answer: (...all) => walk(...all).map((_, __, path) => path.at(-1) ?? all[1]),
      others: [(...all) => walk(...all).map((place, k, path) => (k === 0 ? place : (path.at(-1) ?? place)))],
    },
    {
      id: 'only-the-end',
      did: 'This is the place where the walk ends, and not its path.',
      tempting: 'It is tempting, because the end is what descent is for.',
      where: ({ args: [, , , steps], yours }) =>
        `You return ${yours} alone. Asked are all the places on the way: ${steps + 1} of them for ${steps} steps.`,
      look: [
        'one-step-same-cell',
        'The table of “One step by hand” has a row for each place that it shows; keep each of them.',
      ],
      answer: (...all) => walk(...all).at(-1) as never,
    },
  ],
  hints: [
    'A walk of three steps: how many places are there, with the one where it begins? Where does each step ask for the gradient?',
    'Begin with a list that holds the start. In a loop, take the last place, make one step from it as in exercise 1, and push the new place.',
    'With J = θ²/2 the gradient is θ. From 8 with α = 0.5, two steps: 8 − 0.5·8 = 4, then 4 − 0.5·4 = 2. The path is 8, 4, 2: two steps, three places.',
  ],
  solution: {
    code: `const myWalk = (
  gradient: (theta: number[]) => number[], start: number[], learningRate: number, steps: number,
): number[][] => {
  const path = [start]
  for (let k = 0; k < steps; k++) {
    const slope = gradient(path[k])
    path.push(path[k].map((t, i) => t - learningRate * slope[i]))
  }
  return path
}`,
    why: 'The path holds the start and one place after each step, and each step asks for the gradient where it stands.',
  },
})
