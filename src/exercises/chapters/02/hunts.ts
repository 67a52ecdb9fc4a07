import { gradientDescent, numericalGradient, quadratic } from '../../../network/index.js'
import type { BugHunt } from '../../bug-hunt.js'
import { symptomTable } from '../../symptom-table.js'
import { inTurn, type Point, stepFrom } from './fixtures.js'

const turned = quadratic(
  [
    [2, 1.5],
    [1.5, 2],
  ],
  { minimum: [0, 0] },
)
// A gradient of a cost of two parameters has two components.
const slopes = (theta: Point) => turned.gradient(theta) as Point

const bowl = quadratic(
  [
    [1, 0],
    [0, 4],
  ],
  { minimum: [1, -1] },
)
/** What the second hunt's code measures: twice the gradient. */
const doubled = Object.assign((theta: readonly number[]) => bowl(theta), {
  gradient: (theta: readonly number[]) => numericalGradient(bowl, theta).map((slope) => 2 * slope),
})

/** The bug hunts of chapter 2. */
export const huntsOf02: readonly BugHunt[] = [
  {
    id: '02-h1',
    title: 'A step that leans to one side',
    task: 'Find the wrong line of a step of descent.',
    says: 'This is one step of gradient descent, for the turned bowl of this chapter. On a bowl that is not turned it gave the right numbers for weeks.',
    code: [
      'const step = ([theta1, theta2], gradient, alpha) => {',
      '  theta1 = theta1 - alpha * gradient([theta1, theta2])[0]',
      '  theta2 = theta2 - alpha * gradient([theta1, theta2])[1]',
      '  return [theta1, theta2]',
      '}',
    ],
    symptoms: () => [
      symptomTable(
        'From (−2, −1) with α = 0.4',
        ['', 'θ₁', 'θ₂'],
        [
          ['this code', ...inTurn([-2, -1], slopes, 0.4)],
          ['by hand', ...stepFrom([-2, -1], slopes, 0.4)],
        ],
      ),
    ],
    line: 3,
    lines: [
      'It takes a place apart into its two numbers, and gets the gradient and α.',
      'It moves the first parameter against its slope at the old place.',
      'It asks for the slope at a place that has the new θ₁ and the old θ₂.',
      'It returns the new place as a new list.',
      'It closes what line 1 opened.',
    ],
    reasons: {
      a: 'The slope is added where it should be subtracted.',
      b: 'When this line runs, theta1 is the new one already.',
      c: 'α is used twice, so the step is too long.',
      d: 'It changes the list of whoever calls.',
    },
    reason: 'b',
    overlooked: {
      a: 'both lines subtract, and the first number is right.',
      c: 'each line uses α once, for its own parameter.',
      d: 'theta1 and theta2 are the function’s own names; the caller’s list stays as it was.',
    },
    look: ['at-once', 'Look at the two arrows “both at once” and “one after the other”.'],
    hints: [
      'Which of the two numbers is right? What is different when the other one is computed?',
      'Write the place at which each line asks for the gradient: (old, old) for one of them. And for the other?',
    ],
    solution: {
      code: 'const [slope1, slope2] = gradient([theta1, theta2])\nreturn [theta1 - alpha * slope1, theta2 - alpha * slope2]',
      why: 'The second slope belongs to a place between the old and the new one. Ask for the gradient once, then move both. On a bowl that is not turned the second slope does not contain θ₁, and nobody notices.',
    },
  },
  {
    id: '02-h2',
    returning: '01-h1',
    title: 'Stable on paper',
    task: 'Find the bug of chapter 1 in a descent that flies away below the limit.',
    says: 'Here descent gets a measured gradient. The bowl has the curvatures 1 and 4, so every α below 2/4 = 0.5 should be stable.',
    code: [
      'const measure = (J, theta, h) =>',
      '  theta.map((_, i) => {',
      '    const near = (by) => theta.map((t, k) => (k === i ? t + by : t))',
      '    return (J(near(h)) - J(near(-h))) / h',
      '  })',
      'const step = (theta, alpha) => {',
      '  const slope = measure(bowl, theta, 0.00001)',
      '  return theta.map((t, i) => t - alpha * slope[i])',
      '}',
    ],
    symptoms: () => [
      symptomTable(
        'From (−2, 1.5), at most 200 steps',
        ['α', 'what happens', 'cost after 5 steps'],
        [0.1, 0.2, 0.3, 0.4].map((learningRate) => {
          const run = gradientDescent(doubled, { start: [-2, 1.5], learningRate, iterations: 200 })
          const isDown = (run.costs.at(-1) ?? 0) < 1e-6
          return [String(learningRate), isDown ? 'arrives' : 'flies away', run.costs[5] ?? 'off the map']
        }),
      ),
    ],
    line: 4,
    lines: [
      'It takes a cost, a place and a step.',
      'It makes one slope for each parameter.',
      'It moves parameter i alone, by as much as is asked.',
      'The two places are 2h apart, and the change of the cost is divided by h.',
      'It closes what line 2 opened.',
      'It takes a place and a learning rate.',
      'It measures the slopes with the step that this course uses.',
      'It moves all parameters at once, against their slopes.',
      'It closes what line 6 opened.',
    ],
    reasons: {
      a: 'The step h is too small, so the slopes are mostly rounding.',
      b: 'Every slope comes out twice too large, as if α were doubled.',
      c: 'The components are updated one after the other.',
      d: 'The limit for a measured gradient is lower than for a derived one.',
    },
    reason: 'b',
    overlooked: {
      a: 'with h = 10⁻⁵ a measured gradient has about ten correct digits.',
      c: 'the slopes are all measured before any parameter moves.',
      d: 'the limit belongs to the bowl. A right gradient has it wherever it comes from.',
    },
    look: [
      'factor-intro',
      'In “Where the cliff is” each step leaves 1 − αλ of the distance: see what that takes for the slope. You met this bug in chapter 1.',
    ],
    hints: [
      'From which α on does it fly away here, and how does that compare with 0.5?',
      'If the limit is half of what it should be, the slopes are twice of what they should be. Which line makes the slopes?',
    ],
    solution: {
      code: 'return (J(near(h)) - J(near(-h))) / (2 * h)',
      why: 'A gradient twice too large works like a doubled learning rate: the descent still arrives with a small α, and the cost falls, so only the lowered limit gives it away.',
    },
  },
]
