import { xor } from '../../../data/index.js'
import { costCurve } from '../../../figures/index.js'
import { numberText } from '../../../figures/text/number-text.js'
import { initialize, train } from '../../../network/index.js'
import { parameterChecker } from '../../checker.js'
import { remembered } from '../../remembered.js'

const iterations = 150
const limit = 0.01

const costsWith = remembered((rate): readonly number[] => {
  const { X, Y } = xor()
  const start = initialize({ sizes: [2, 2, 1], seed: 1 })
  return train(start, X, Y, { learningRate: rate, epochs: iterations }).history.cost
})

/** The typed α as a sentence can hold it: 10/3 has more digits than anybody needs. */
const said = (rate: number) => `α = ${numberText(rate, 4)}`
const last = (rate: number) => costsWith(rate).at(-1) ?? 1
/** Whether the cost hardly moves over the last fifty iterations. */
const settles = (rate: number) => {
  const end = costsWith(rate).slice(-50)
  return Math.max(...end) - Math.min(...end) < 0.01
}
const reaches = (rate: number) => rate > 0 && last(rate) < limit

/** Exercise 07-3: a learning rate for XOR. */
export const checkTrainingRate = parameterChecker({
  id: '07-3',
  title: 'A learning rate for XOR',
  task: 'Choose α so that XOR from seed 1 has a cost below 0.01 after 150 iterations.',
  accepts: reaches,
  examples: [10, 15, 18, 25],
  mistakes: [
    {
      id: 'too-small',
      did: 'This α is too small for 150 iterations.',
      tempting: 'It is tempting to be careful, and no curve is smoother than one with small steps.',
      when: (rate) => rate > 0 && rate <= 12 && !reaches(rate),
      examples: [0.1, 1, 5, 7],
      where: (rate) =>
        `With ${said(rate)} the cost is still ${numberText(last(rate))} after ${iterations} iterations. On the plateau a step is α times a gradient that is nearly zero.`,
      look: ['rates', 'Read in “XOR: iterations needed” at which α the line comes below 150.'],
    },
    {
      id: 'too-large',
      did: 'This α is too large: the steps leap out of the valley.',
      tempting: 'It is tempting, because on the left of the picture twice the rate is half the work.',
      when: (rate) => rate > 12 && !reaches(rate),
      examples: [60, 100, 1000],
      where: (rate) =>
        `With ${said(rate)} the cost is ${numberText(last(rate))} after ${iterations} iterations. ${settles(rate) ? 'It lies flat there: the output is thrown so far out that it has no slope left.' : 'It jumps about and does not settle.'}`,
      look: ['rates', 'Look at “XOR: iterations needed”: beyond the bottom comes a cliff.'],
    },
    {
      id: 'not-positive',
      did: 'This α is not positive.',
      tempting: 'It is tempting to put the minus sign of the update into α.',
      when: (rate) => rate <= 0,
      examples: [0, -1, -5],
      where: (rate) =>
        rate === 0
          ? 'With α = 0 nothing moves at all.'
          : 'The update has its minus already. With a second one every step would climb.',
      look: [
        'update-intro',
        'See the four formulas of “The update”: α is a positive number, and a minus stands before it.',
      ],
    },
  ],
  evidence: (rate) =>
    rate < 0
      ? []
      : [
          {
            kind: 'chart',
            figure: costCurve(
              { [said(rate)]: costsWith(rate), 'α = 1': costsWith(1) },
              { log: true, marks: [{ y: limit, label: '0.01' }], title: 'What your learning rate does' },
            ),
          },
        ],
  passed: (rate) =>
    `With ${said(rate)} the cost is ${numberText(last(rate))} after ${iterations} iterations. There is a range of such values, between a plateau that is left too slowly and steps that leap out.`,
  hints: [
    'Look at the picture “XOR: iterations needed”. Where does the line come below 150?',
    'Too small, and the plateau takes all the time there is; too large, and the cost jumps about. The good values lie between, near the bottom of that picture.',
    'For “below 0.01 after 400 iterations” 5 is enough: the picture shows less than 300 there. And 2 is not: it needs more than 500.',
  ],
  solution: {
    code: 'const myRate = 15',
    why: 'Near the bottom of the picture about a hundred iterations are enough.',
  },
})
