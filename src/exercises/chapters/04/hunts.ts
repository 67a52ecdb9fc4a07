import { sigmoid, sigmoidPrime } from '../../../math/index.js'
import { numericalGradient } from '../../../network/index.js'
import type { BugHunt } from '../../bug-hunt.js'
import { symptomTable } from '../../symptom-table.js'
import { slopeOfWeight } from './fixtures.js'

const [w, b, y] = [1.2, -0.8, 1]

/** What the first hunt's code does: the slope of the sigmoid at a. */
function slopeAtA(x: number): number {
  const a = sigmoid(w * x + b)
  return 2 * (a - y) * sigmoidPrime(a) * x
}

/** What the second hunt's code does: one sample more than there is, and it counts as 0. */
function slopeOfAll(xs: readonly number[], ys: readonly number[]): number {
  const parts = Array.from({ length: xs.length + 1 }, (_, i) => slopeOfWeight(w, b, xs[i] ?? 0, ys[i] ?? 0))
  return parts.reduce((sum, part) => sum + part, 0) / parts.length
}

/** The bug hunts of chapter 4. */
export const huntsOf04: readonly BugHunt[] = [
  {
    id: '04-h1',
    title: 'A neuron that never saturates',
    task: 'Find the wrong line of a neuron’s way back.',
    says: 'These lines go forward and back through the neuron of this chapter, with the label 1. Here is what they say for some inputs, beside what was measured:',
    code: [
      'const z = w * x + b',
      'const a = sigmoid(z)',
      'const dJda = 2 * (a - y)',
      'const dJdz = dJda * sigmoidPrime(a)',
      'const dJdw = dJdz * x',
      'const dJdb = dJdz',
    ],
    symptoms: () => [
      symptomTable(
        'With w = 1.2 and b = −0.8',
        ['x', 'z', '∂J/∂w of these lines', 'measured'],
        [-4, -1, 0.5, 1.5, 4].map((x) => [
          x,
          w * x + b,
          slopeAtA(x),
          numericalGradient(([each = 0]) => (sigmoid(each * x + b) - y) ** 2, [w])[0] ?? 0,
        ]),
      ),
    ],
    line: 4,
    lines: [
      'It is the weighted sum with the bias.',
      'It bends z, and keeps the result.',
      'It is the derivative of the square, with its 2.',
      'The function sigmoidPrime makes a from z by itself; given a, it bends a second time.',
      'It multiplies by what stood beside w on the way forward.',
      'It multiplies by 1, which is what z answers to b with.',
    ],
    reasons: {
      a: 'The factor has to be z(1 − z), since it belongs to the arrow from z.',
      b: 'The factors have to be added, not multiplied.',
      c: 'The slope is taken at a, and it has to be taken at z.',
      d: 'The 1/M of the mean is missing.',
    },
    reason: 'c',
    overlooked: {
      a: 'the slope of the sigmoid at z is a(1 − a), with a = σ(z). The number z(1 − z) is below 0 for most z.',
      b: 'along one path of arrows the factors are multiplied.',
      d: 'there is one sample only, so the mean is that one.',
    },
    look: [
      'chain-intro',
      'Compare with the formula of “The chain rule”, factor by factor: what stands in each bracket?',
    ],
    hints: [
      'Where is the difference largest: for z near 0, or far out? Which factor should become very small there?',
      'a lies between 0 and 1. How large is the slope of the sigmoid at 0, and how large at 1?',
    ],
    solution: {
      code: 'const dJdz = dJda * sigmoidPrime(z)',
      why: 'The slope belongs to the place where the sigmoid was asked, and that is z. Taken at a it is always between 0.196 and 0.25, so with these lines a saturated neuron seems to learn well. (With a at hand, a * (1 - a) does it too.)',
    },
  },
  {
    id: '04-h2',
    returning: '03-h1',
    title: 'One sample too many',
    task: 'Find the bug of chapter 3 in the derivative of a neuron.',
    says: 'These lines take the mean of the derivatives. To try them, one and the same sample, x = 1.5 and y = 1, is given several times, so that the mean has to be that of the one:',
    code: [
      'const slopeOfAll = (w, b, xs, ys) => {',
      '  const one = (x = 0, y = 0) =>',
      '    2 * (sigmoid(w * x + b) - y) * sigmoidPrime(w * x + b) * x',
      '  const indices = Array.from({ length: xs.length + 1 }, (_, i) => i)',
      '  const parts = indices.map((i) => one(xs[i], ys[i]))',
      '  return parts.reduce((sum, part) => sum + part, 0) / parts.length',
      '}',
    ],
    symptoms: () => [
      symptomTable(
        'The sample x = 1.5, y = 1, again and again',
        ['samples', '∂J/∂w of these lines', 'of the one sample'],
        [1, 2, 5, 50].map((M) => [
          `${M}`,
          slopeOfAll(Array(M).fill(1.5), Array(M).fill(1)),
          slopeOfWeight(w, b, 1.5, 1),
        ]),
      ),
    ],
    line: 4,
    lines: [
      'It takes the two parameters and the samples.',
      'It names the derivative of one sample. The two zeros stand in where nothing is given; it is another line that gives nothing.',
      'It is the product of the three factors.',
      'From 0 to M it makes M + 1 indices, and for the last there is no sample.',
      'It makes one derivative for each index.',
      'It divides the sum of the derivatives by their number.',
      'It closes what line 1 opened.',
    ],
    reasons: {
      a: 'The indices should begin at 1, since samples are counted from 1.',
      b: 'There are M samples and M + 1 indices; the last one counts as a sample with the derivative 0.',
      c: 'The slope of the sigmoid is taken at the wrong place.',
      d: 'The sum should not be divided at all.',
    },
    reason: 'b',
    overlooked: {
      a: 'in a program the first sample has the index 0; beginning at 1 would leave it out.',
      c: 'then the last column and the one beside it would not come together for many samples.',
      d: 'without dividing, twice as many samples would make the derivative twice as large.',
    },
    look: ['samples-intro', 'Compare with the sum in “From one sample to M”: from 1 to M there are M terms.'],
    hints: [
      'By which factor is the first row too small? And the second? What do these factors have to do with the number of samples?',
      'With one sample the result is a half. So the sum was divided by 2: how many parts are there?',
    ],
    solution: {
      code: 'const indices = Array.from({ length: xs.length }, (_, i) => i)',
      why: 'M samples, M terms. In chapter 3 the number below the line was one too large; here the list itself is, and two harmless zeros hide it.',
    },
  },
]
