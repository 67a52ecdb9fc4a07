import { numericalGradient, quadratic } from '../../../network/index.js'
import type { BugHunt } from '../../bug-hunt.js'
import { symptomTable } from '../../symptom-table.js'

const bowl = quadratic(
  [
    [2, 0],
    [0, 4],
  ],
  { minimum: [1, -1] },
)
const at = [3, 0.5]

/** The bug hunts of chapter 1. */
export const huntsOf01: readonly BugHunt[] = [
  {
    id: '01-h1',
    title: 'A gradient that is too steep',
    task: 'Find the wrong line of a central difference.',
    says: 'This measures the gradient of J at theta, one parameter after the other. On the bowl of this chapter it comes out like this:',
    code: [
      'const measure = (J, theta, h) =>',
      '  theta.map((_, i) => {',
      '    const up = theta.map((t, k) => (k === i ? t + h : t))',
      '    const down = theta.map((t, k) => (k === i ? t - h : t))',
      '    return (J(up) - J(down)) / h',
      '  })',
    ],
    symptoms: () => [
      symptomTable(
        'At θ = (3, 0.5)',
        ['', '∂J/∂θ₁', '∂J/∂θ₂'],
        [
          ['by hand', ...bowl.gradient(at)],
          ...[0.1, 0.001].map((h) => [
            `measured with h = ${h}`,
            ...numericalGradient(bowl, at, h).map((slope) => 2 * slope), // what the code above gives
          ]),
        ],
      ),
    ],
    line: 5,
    lines: [
      'It takes a cost, a place and a step, which is all that is needed.',
      'It makes one slope for each parameter.',
      'It moves parameter i up by h and leaves the others.',
      'It moves parameter i down by h and leaves the others.',
      'The change of the cost is divided by h, and the way between the two points is 2h.',
      'It closes what line 2 opened.',
    ],
    reasons: {
      a: 'h is too large: with a smaller step the numbers would come right.',
      b: 'The two points are 2h apart, and the change is divided by h.',
      c: 'Both parameters are moved at once.',
      d: 'The difference is taken the wrong way round.',
    },
    reason: 'b',
    overlooked: {
      a: 'with h = 0.001 the numbers are as far off as with 0.1, so the size of the step is not it.',
      c: 'only the parameter with k === i is moved, and the other keeps its t.',
      d: 'then the signs would be turned, and they are right.',
    },
    look: ['check-intro', 'Compare with the formula of “Is my gradient right?”, term by term.'],
    hints: [
      'What is the same in both measured rows, whatever h is? Divide the measured numbers by those made by hand.',
      'A slope is a rise divided by the way. The rise is J(up) − J(down). How far is it from down to up?',
    ],
    solution: {
      code: 'return (J(up) - J(down)) / (2 * h)',
      why: 'From theta − h to theta + h it is 2h, so every slope came out exactly twice too large, with any h.',
    },
  },
]
