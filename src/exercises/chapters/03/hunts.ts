import { gradientDescent } from '../../../network/index.js'
import type { BugHunt } from '../../bug-hunt.js'
import { symptomTable } from '../../symptom-table.js'
import { type List, mean } from './fixtures.js'

/** What the first hunt's code does: the right sum, divided by one too many. */
function meanSquareOf(a: List, y: List): number {
  let sum = 0
  for (let i = 0; i < y.length; i++) sum += (Number(a[i]) - Number(y[i])) ** 2
  return sum / (y.length + 1)
}

const [x, y] = [
  [1, 2, 3, 4],
  [1.5, 3.5, 3, 5],
]
const errorsOf = (w: number, b: number) => x.map((value, i) => w * value + b - Number(y[i]))
const slopeOfW = (w: number, b: number) => mean(errorsOf(w, b).map((e, i) => 2 * e * Number(x[i])))
const slopeOfB = (w: number, b: number) => mean(errorsOf(w, b).map((e) => 2 * e))

/** What the second hunt's code does: b moves by a slope at the new w. */
function fitInTurn(steps: number, alpha: number): [number, number] {
  let [w, b] = [0, 0]
  for (let k = 0; k < steps; k++) {
    w = w - alpha * slopeOfW(w, b)
    b = b - alpha * slopeOfB(w, b)
  }
  return [w, b]
}

function fitAtOnce(steps: number, alpha: number): readonly number[] {
  const cost = Object.assign(([w = 0, b = 0]: readonly number[]) => mean(errorsOf(w, b).map((e) => e * e)), {
    gradient: ([w = 0, b = 0]: readonly number[]) => [slopeOfW(w, b), slopeOfB(w, b)],
  })
  return gradientDescent(cost, { start: [0, 0], learningRate: alpha, iterations: steps }).theta
}

/** The bug hunts of chapter 3. */
export const huntsOf03: readonly BugHunt[] = [
  {
    id: '03-h1',
    title: 'A mean that is a little too small',
    task: 'Find the wrong line of a mean squared error.',
    says: 'This is the mean squared error of a list of predictions. To try it, every prediction is made wrong by exactly 1, so that the cost has to be 1:',
    code: [
      'const meanSquare = (a, y) => {',
      '  const M = y.length',
      '  let sum = 0',
      '  for (let i = 0; i < M; i++) sum += (a[i] - y[i]) ** 2',
      '  return sum / (M + 1)',
      '}',
    ],
    symptoms: () => [
      symptomTable(
        'Every error is 1',
        ['samples', 'cost', 'should be'],
        [1, 4, 9, 99].map((M) => {
          const labels = Array.from({ length: M }, (_, i) => i)
          return [
            `${M}`,
            meanSquareOf(
              labels.map((label) => label + 1),
              labels,
            ),
            1,
          ]
        }),
      ),
    ],
    line: 5,
    lines: [
      'It takes two lists of equal length.',
      'It counts the samples. With four labels this is 4.',
      'It begins at nothing, as a sum should.',
      'It runs from 0 to M − 1, which are M terms, and adds a square for each.',
      'It divides M terms by M + 1.',
      'It closes what line 1 opened.',
    ],
    reasons: {
      a: 'The loop ends one sample too early, so a square is missing.',
      b: 'There are M squares in the sum, and it is divided by M + 1.',
      c: 'The errors have signs, and some of them cancel.',
      d: 'The factor ½ of the cost makes it smaller.',
    },
    reason: 'b',
    overlooked: {
      a: 'i < M with i from 0 gives M terms: for M = 4 these are 0, 1, 2 and 3.',
      c: 'the errors are squared before they are added.',
      d: 'there is no ½ in these lines, and with one the cost would be 0.5 in every row.',
    },
    look: ['m-plus-one', 'In “M samples, M terms” look at what each of the two ways makes of errors of 1.'],
    hints: [
      'Multiply each wrong cost by the number of samples plus one. What do you get?',
      'With one sample the cost is 0.5, and with 99 it is nearly right. Which number is off by one, the count of the terms or the number below the line?',
    ],
    solution: {
      code: 'return sum / M',
      why: 'M terms have their mean when they are divided by M. With many samples the mistake is small and hard to see, and so it is found with few.',
    },
  },
  {
    id: '03-h2',
    returning: '02-h1',
    title: 'It arrives all the same',
    task: 'Find the bug of chapter 2 in the fit of a line.',
    says: 'These lines fit a line to the points (1, 1.5), (2, 3.5), (3, 3) and (4, 5) by descent. After 500 steps they are where they should be. After one step they are not:',
    code: [
      'const fit = (x, y, alpha, steps) => {',
      '  let [w, b] = [0, 0]',
      '  const errors = () => x.map((value, i) => w * value + b - y[i])',
      '  for (let k = 0; k < steps; k++) {',
      '    w = w - alpha * mean(errors().map((e, i) => 2 * e * x[i]))',
      '    b = b - alpha * mean(errors().map((e) => 2 * e))',
      '  }',
      '  return [w, b]',
      '}',
    ],
    symptoms: () => [
      symptomTable(
        'With α = 0.05, from w = 0 and b = 0',
        ['steps', 'w', 'b', 'w by hand', 'b by hand'],
        [1, 2, 500].map((steps) => [`${steps}`, ...fitInTurn(steps, 0.05), ...fitAtOnce(steps, 0.05)]),
      ),
    ],
    line: 6,
    lines: [
      'It takes the points, the learning rate and the number of steps.',
      'It begins with a flat line at 0.',
      'It makes a function of w and b as they are when it is called. That is allowed; what matters is when it is called.',
      'It makes as many steps as asked for.',
      'It moves w, with the errors of the old line. After one step w is right.',
      'It asks for the errors anew, and they are those of a line with the new w and the old b.',
      'It closes what line 4 opened.',
      'It returns the last line found.',
      'It closes what line 1 opened.',
    ],
    reasons: {
      a: 'The factor x[i] is missing in this line.',
      b: 'w has moved already when this line asks for the errors.',
      c: 'The sign is wrong: the slope is added.',
      d: 'The 1/M is forgotten in this line.',
    },
    reason: 'b',
    overlooked: {
      a: 'when b moves, every error grows by 1, so no x belongs there.',
      c: 'both lines subtract, and both come to the right place in the end.',
      d: 'mean divides by M in both lines.',
    },
    look: [
      'gradient',
      'Compare with the cell of “The gradient”: look when the errors are made there, and how often.',
    ],
    hints: [
      'After one step, which of the two numbers is right? In which order are they computed?',
      'The function errors uses w. How many times is it called in one step, and is w the same each time?',
    ],
    solution: {
      code: 'const e = errors()\nw = w - alpha * mean(e.map((each, i) => 2 * each * x[i]))\nb = b - alpha * mean(e.map((each) => 2 * each))',
      why: 'Both slopes have to come from the same line, so the errors are made once, before w moves. Descent ends where both slopes are 0, and there the order no longer matters: that is why nobody noticed. On standardised x, where Σxᵢ = 0, it never shows at all.',
    },
  },
]
