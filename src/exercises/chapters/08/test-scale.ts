import type { RandomGenerator } from '../../../math/index.js'
import { functionChecker } from '../../checker.js'
import { draw, drawList } from '../../draw.js'

type Scaled = (training: readonly number[], test: readonly number[]) => readonly number[]

const meanOf = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length
const varianceOf = (list: readonly number[], divisor = list.length) => {
  const mean = meanOf(list)
  return list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / divisor
}
const deviationOf = (list: readonly number[]) => Math.sqrt(varianceOf(list))

/** Whose mean and deviation it is. */
const fits: Readonly<Record<string, (...sets: Parameters<Scaled>) => readonly number[]>> = {
  'scaled-with-test-data': (training, test) => [...training, ...test],
  'scale-of-its-own': (_, test) => test,
}

/** What is done with them. */
const forms: Readonly<Record<string, (x: number, fitted: readonly number[]) => number>> = {
  'inputs-not-scaled': (x) => x,
  'deviation-left-out': (x, fitted) => x - meanOf(fitted),
  'mean-left-out': (x, fitted) => x / deviationOf(fitted),
  'variance-for-deviation': (x, fitted) => (x - meanOf(fitted)) / varianceOf(fitted),
  'm-minus-one': (x, fitted) => (x - meanOf(fitted)) / Math.sqrt(varianceOf(fitted, fitted.length - 1)),
}

function scaledWith(...names: readonly string[]): Scaled {
  const fit = names.map((name) => fits[name]).find((each) => each !== undefined)
  const form = names.map((name) => forms[name]).find((each) => each !== undefined)
  return (training, test) => {
    const fitted = fit?.(training, test) ?? training
    return test.map((x) => form?.(x, fitted) ?? (x - meanOf(fitted)) / deviationOf(fitted))
  }
}

/** Training and test values of one feature, the test a little further up, so that whose mean it is shows. */
function features(random: RandomGenerator): Parameters<Scaled>[] {
  return [
    [drawList(random, 6, 50, 150), drawList(random, 4, 110, 220)],
    [drawList(random, 5, 2, 20), drawList(random, 3, 12, 30)],
    [drawList(random, 8, -40, 10), [...drawList(random, 4, -5, 30), draw(random, -60, -45)]],
  ]
}

const rounded = (x: number) => Math.round(x * 100) / 100

/** Exercise 08-1: the test data on the scale of the training data. */
export const checkTestScale = functionChecker<Scaled>({
  id: '08-1',
  kind: 'write',
  title: 'Standardise the test data',
  task: 'Write the standardised test values from the training values and the test values.',
  argumentNames: ['training', 'test'],
  inputs: features,
  answer: scaledWith(),
  others: [
    (training, test) => {
      const mean = meanOf(training)
      const deviation = Math.sqrt(meanOf(training.map((x) => x * x)) - mean ** 2)
      return test.map((x) => x / deviation - mean / deviation)
    },
  ],
  mistakes: [
    {
      id: 'scaled-with-test-data',
      did: 'The scale is fitted to training and test values together.',
      tempting: 'It is tempting, because more values make a better mean.',
      where: ({ args: [training, test] }) =>
        `The mean of the training values is ${rounded(meanOf(training))}, that of all is ${rounded(meanOf([...training, ...test]))}. With other test values each training value would move, too: the net would have heard of the test before it is tested.`,
      look: [
        'scale',
        'Look at the last two rows of the table in “Bring the scales together”: the test data has a mean that is not 0.',
      ],
      answer: scaledWith('scaled-with-test-data'),
    },
    {
      id: 'scale-of-its-own',
      did: 'The test values have a scale of their own: their own mean and deviation.',
      tempting: 'It is tempting, because then they have mean 0 and deviation 1 like the training values.',
      where: ({ args: [training, test] }) =>
        `Then 0 stands for ${rounded(meanOf(test))} in the test and for ${rounded(meanOf(training))} in training: the net is given one number for two different things. And a single car that comes in tomorrow has no deviation.`,
      look: ['scale-intro', 'Read “Bring the scales together”: the same two numbers go to both.'],
      answer: scaledWith('scale-of-its-own'),
    },
    {
      id: 'inputs-not-scaled',
      did: 'These are the test values as they came: they are not scaled.',
      tempting: 'It is tempting, because it is training that needs a good scale.',
      where: ({ args: [, test] }) =>
        `A net that has learned from values between about −2 and 2 is given ${test[0]} here, far outside of all that it has seen.`,
      look: [
        'scale',
        'Compare the rows of the power in the table of “Bring the scales together”: hp, and standardised.',
      ],
      answer: scaledWith('inputs-not-scaled'),
    },
    {
      id: 'deviation-left-out',
      did: 'The mean is taken off, and the division is missing.',
      tempting: 'It is tempting to stop when the values lie around 0.',
      where: ({ args: [training] }) =>
        `The training values spread by ${rounded(deviationOf(training))} around their mean, and standardised they should spread by 1.`,
      look: [
        'scale',
        'See the table in “Bring the scales together”: the mean is needed, and the standard deviation.',
      ],
      answer: scaledWith('deviation-left-out'),
    },
    {
      id: 'mean-left-out',
      did: 'The values are divided by the deviation, and the mean is still in them.',
      tempting: 'It is tempting, because the scale seems to be all that matters.',
      where: ({ args: [training] }) =>
        `The mean of the training values, ${rounded(meanOf(training))}, has to become 0. Here it becomes ${rounded(meanOf(training) / deviationOf(training))}.`,
      look: [
        'scale',
        'See the table in “Bring the scales together”: the mean is needed, and the standard deviation.',
      ],
      answer: scaledWith('mean-left-out'),
    },
    {
      id: 'variance-for-deviation',
      did: 'This divides by the variance, the mean of the squares.',
      tempting: 'It is tempting to forget the root at the end.',
      where: ({ args: [training] }) =>
        `The variance of the training values is ${rounded(varianceOf(training))}, in squared units. Its root is ${rounded(deviationOf(training))}, in the units of the values.`,
      look: [
        'scale',
        'See the table in “Bring the scales together”: the standard deviation is in hp, not in squared hp.',
      ],
      answer: scaledWith('variance-for-deviation'),
    },
    {
      id: 'm-minus-one',
      did: 'The deviation is computed with M − 1 in the place of M.',
      tempting: 'It is tempting, because statistics divides so where it guesses from a sample.',
      where: ({ args: [training] }) =>
        `There are ${training.length} training values; this divides by ${training.length - 1}. For a net it makes no difference. But this course divides by M, so that the scaled training data has deviation 1.`,
      look: ['scale', 'See the third row of the table in “Bring the scales together”: standard deviation 1.'],
      answer: scaledWith('m-minus-one'),
    },
  ],
  combine: (one, two) =>
    one in fits && two in forms && two !== 'inputs-not-scaled' ? scaledWith(one, two) : undefined,
  hints: [
    'Which two numbers does it take? And which of the two lists are you allowed to know when you compute them?',
    'Mean and standard deviation of the training values; then (x − mean)/deviation for each test value x. The deviation is the root of the mean of (x − mean)².',
    'Training values 1, 3, 5, 7: the mean is 4, the squares are 9, 1, 1, 9, their mean is 5, and the deviation is 2.236. A test value of 10 becomes (10 − 4)/2.236 = 2.683.',
  ],
  solution: {
    code: `const myTestValues = (training: number[], test: number[]): number[] => {
  const mean = training.reduce((sum, x) => sum + x, 0) / training.length
  const variance = training.reduce((sum, x) => sum + (x - mean) ** 2, 0) / training.length
  return test.map((x) => (x - mean) / Math.sqrt(variance))
}`,
    why: 'Both numbers come from the training values alone; the test values are only put on their scale.',
  },
})
