import type { RandomGenerator } from '../../../math/index.js'
import { sigmoid } from '../../../math/index.js'
import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'
import { slopeOfSigmoid, slopeOfWeight, words } from './fixtures.js'

type List = readonly number[]
type Slope = (w: number, b: number, xs: List, ys: List) => number

const mean = (values: List) => values.reduce((sum, value) => sum + value, 0) / values.length
const parts = (w: number, b: number, xs: List, ys: List) =>
  xs.map((x, i) => slopeOfWeight(w, b, x, Number(ys[i])))
const right: Slope = (...all) => mean(parts(...all))

function inputs(random: RandomGenerator): Parameters<Slope>[] {
  return [3, 4, 6].map((M) => [
    draw(random, 0.4, 1.2),
    draw(random, -0.5, 0.5),
    Array.from({ length: M }, (_, i) => Math.round((i - 1 + draw(random, -0.4, 0.4)) * 100) / 100),
    Array.from({ length: M }, (_, i) => (i < M / 2 ? 0 : 1)),
  ])
}

/** Exercise 04-5: from one sample to M, mended. */
export const checkNeuronMean = functionChecker<Slope>({
  id: '04-5',
  kind: 'mend',
  title: 'From one sample to M, mended',
  task: 'Mend a derivative that is taken at the mean sample, where the mean of the derivatives belongs.',
  argumentNames: ['w', 'b', 'xs', 'ys'],
  inputs,
  answer: right,
  others: [(w, b, xs, ys) => parts(w, b, xs, ys).reduce((sum, part) => sum + part / ys.length, 0)],
  mistakes: [
    {
      id: 'at-the-mean-sample',
      did: 'This is the derivative of one sample, made of the mean of the x and the mean of the y.',
      tempting: 'It is tempting, because for a straight line the mean can be taken first or last.',
      where: ({ args: [, , xs, ys], yours, expected }) =>
        `The mean sample is x = ${words(mean(xs))}, y = ${words(mean(ys))}, and no sample has such a label. There the derivative is ${yours}; the mean of the ${xs.length} derivatives is ${expected}.`,
      look: ['samples', 'See “Five samples and one weight”: first a bar for each sample, then their mean.'],
      answer: (w, b, xs, ys) => slopeOfWeight(w, b, mean(xs), mean(ys)),
    },
    {
      id: 'no-1-over-m',
      did: 'This is the sum of the derivatives: the 1/M is left out.',
      tempting: 'It is tempting, because the sum has everything in it.',
      where: ({ args: [, , xs], yours, expected }) =>
        `With M = ${xs.length} it is ${xs.length} times too large: ${yours} instead of ${expected}.`,
      look: [
        'samples-intro',
        'J is a mean, so its derivative is one: see the 1/M in both formulas of “From one sample to M”.',
      ],
      answer: (...all) => all[2].length * right(...all),
    },
    {
      id: 'm-plus-one',
      did: 'The sum is divided by M + 1.',
      tempting: 'It is tempting, because from 0 to M there are M + 1 numbers.',
      where: ({ args: [, , xs], yours, expected }) =>
        `There are ${xs.length} samples, and you divide by ${xs.length + 1}: ${yours} instead of ${expected}.`,
      look: [
        'samples-check',
        'Look at the numbers below “Five samples and one weight”: five samples, and 1/5 in front of their sum.',
      ],
      answer: (...all) => (all[2].length * right(...all)) / (all[2].length + 1),
    },
    {
      id: 'means-multiplied',
      did: 'Each of the three factors is averaged by itself, and the means are multiplied.',
      tempting: 'It is tempting, because then each factor needs one line only.',
      where: ({ args: [, , xs], yours, expected }) =>
        `A large error at a small slope belongs to one sample, and the three factors have to meet there. With your ${xs.length} samples the means make ${yours}, the products ${expected}.`,
      look: [
        'samples-intro',
        'In the formula of “From one sample to M” all three factors stand behind the Σ, with the same index i.',
      ],
      answer: (w, b, xs, ys) =>
        mean(xs.map((x, i) => 2 * (sigmoid(w * x + b) - Number(ys[i])))) *
        mean(xs.map((x) => slopeOfSigmoid(w * x + b))) *
        mean(xs),
    },
    {
      id: 'x-left-out',
      did: 'This is the mean for the bias: the xᵢ are left out.',
      tempting: 'It is tempting, because the two formulas differ in that alone.',
      look: [
        'samples-intro',
        'In the formula of “From one sample to M” each derivative ends with its own xᵢ.',
      ],
      answer: (w, b, xs, ys) =>
        mean(xs.map((x, i) => 2 * (sigmoid(w * x + b) - Number(ys[i])) * slopeOfSigmoid(w * x + b))),
    },
  ],
  hints: [
    'Which comes first, the derivative of each sample or the mean? Does the picture with the five bars agree?',
    'Call `one` for each sample, `xs.map((x, i) => one(x, ys[i]))`. Add the results and divide by M.',
    'With two samples whose derivatives are −0.3 and 0.1, ∂J/∂w = (−0.3 + 0.1)/2 = −0.1.',
  ],
  solution: {
    code: `const mySlopeOfAll = (w: number, b: number, xs: number[], ys: number[]): number => {
  const one = (x: number, y: number) =>
    2 * (sigmoid(w * x + b) - y) * sigmoidPrime(w * x + b) * x
  return xs.reduce((sum, x, i) => sum + one(x, ys[i]), 0) / xs.length
}`,
    why: 'The derivative of a mean is the mean of the derivatives. Between them lies a bend, so the order matters.',
  },
})
