import type { RandomGenerator } from '../../../math/index.js'
import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'

type Cost = (theta: readonly number[]) => number
type Measure = (J: Cost, theta: number[], h: number) => number[]

const moved = (theta: number[], k: number, by: number) => theta.map((t, i) => (i === k ? t + by : t))

/** Costs that are not quadratic, so that a one-sided difference shows, at places with slopes of both signs. */
function inputs(random: RandomGenerator): [Cost, number[], number][] {
  // Never 0.5: there 2h is 1, and leaving the division out is no mistake.
  return [0.4, 0.1, 0.25].map((h, i) => {
    const [a, b] = [draw(random, 1, 2), draw(random, 1, 2)]
    const J: Cost = ([x = 0, y = 0]) => a * x ** 3 + x * y + b * y ** 4
    return [J, [draw(random, 0.5, 2), i === 0 ? draw(random, 0.5, 2) : draw(random, -2, -1)], h]
  })
}

/** Exercise 01-3: the gradient measured by central differences. */
export const checkCentralDifference = functionChecker<Measure>({
  id: '01-3',
  kind: 'write',
  title: 'Measure a gradient',
  task: 'Write the central difference of a cost J at theta with the step h, for each parameter.',
  argumentNames: ['J', 'θ', 'h'],
  entryNames: ['∂J/∂θ₁', '∂J/∂θ₂'],
  inputs,
  answer: (J, theta, h) => theta.map((_, k) => (J(moved(theta, k, h)) - J(moved(theta, k, -h))) / (2 * h)),
  others: [
    (J, theta, h) => theta.map((_, k) => J(moved(theta, k, h)) / 2 / h - J(moved(theta, k, -h)) / 2 / h),
  ],
  mistakes: [
    {
      id: 'divided-by-h',
      did: 'The difference is divided by h, so every slope is twice too large.',
      tempting: 'It is tempting, because h is the only length in sight.',
      look: [
        'check-intro',
        'From θ − h to θ + h it is 2h: in “Is my gradient right?” see what stands below the line of the formula.',
      ],
      answer: (J, theta, h) => theta.map((_, k) => (J(moved(theta, k, h)) - J(moved(theta, k, -h))) / h),
    },
    {
      id: 'not-divided',
      did: 'This is the change of the cost alone: it is not divided by the way.',
      tempting: 'It is tempting, because the change is what one measures.',
      where: ({ args: [, , h], yours, expected }) =>
        `With h = ${h} the two places are ${2 * h} apart, and you get ${yours}: a smaller step would make a smaller slope. Divided by ${2 * h} it is ${expected}.`,
      look: [
        'check-intro',
        'A slope is a rise divided by a way: in “Is my gradient right?” see what stands below the line of the formula.',
      ],
      answer: (J, theta, h) => theta.map((_, k) => J(moved(theta, k, h)) - J(moved(theta, k, -h))),
    },
    {
      id: 'forward-difference',
      did: 'This is the forward difference, (J(θ + h) − J(θ))/h, which looks to one side only.',
      tempting: 'It is tempting, because it is how a derivative is usually defined, and one step is saved.',
      look: [
        'check-exact',
        'Looking to both sides lets the bend of the curve cancel: in “Is my gradient right?” read why that is exact on a quadratic.',
      ],
      answer: (J, theta, h) => theta.map((_, k) => (J(moved(theta, k, h)) - J(theta)) / h),
    },
    {
      id: 'all-moved-at-once',
      did: 'All parameters are moved together, so both numbers are the same: a slope along a diagonal.',
      tempting: 'It is tempting to add h to the whole list.',
      look: [
        'partials-intro',
        'In “The gradient: one slope for each parameter” the other parameter is held still: move one entry at a time.',
      ],
      answer: (J, theta, h) => {
        const all = (by: number) => theta.map((t) => t + by)
        return theta.map(() => (J(all(h)) - J(all(-h))) / (2 * h))
      },
    },
    {
      id: 'sign-flipped',
      did: 'The difference is taken the wrong way round, J(θ − h) − J(θ + h).',
      tempting: 'It is tempting, since either order looks alike on paper.',
      look: [
        'check-intro',
        'Where the cost grows with θ the slope is positive: in the formula of “Is my gradient right?” the point further up comes first.',
      ],
      answer: (J, theta, h) =>
        theta.map((_, k) => (J(moved(theta, k, -h)) - J(moved(theta, k, h))) / (2 * h)),
    },
  ],
  hints: [
    'For the first parameter you need two costs. At which two places, and how far apart are they?',
    'For each k make two copies of theta with `theta.map((t, i) => (i === k ? t + h : t))` and with `t - h`. The slope is the difference of their costs divided by 2h.',
    'With J = θ₁² · θ₂, θ = (3, 2) and h = 1: for θ₁ the costs are J(4, 2) = 32 and J(2, 2) = 8, so (32 − 8)/2 = 12. For θ₂ they are J(3, 3) = 27 and J(3, 1) = 9, so (27 − 9)/2 = 9.',
  ],
  solution: {
    code: `const myMeasure = (J: (theta: number[]) => number, theta: number[], h: number): number[] =>
  theta.map((_, k) => {
    const up = theta.map((t, i) => (i === k ? t + h : t))
    const down = theta.map((t, i) => (i === k ? t - h : t))
    return (J(up) - J(down)) / (2 * h)
  })`,
    why: 'One parameter moves a step up and a step down, and the two places are 2h apart.',
  },
})
