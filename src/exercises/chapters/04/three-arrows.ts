import { valueChecker } from '../../checker.js'

/** Exercise 04-1: a derivative read off a graph of three arrows. */
export const checkThreeArrows = valueChecker<number>({
  id: '04-1',
  kind: 'picture',
  title: 'Three arrows',
  task: 'Read ∂J/∂t off a graph with the factors 3, −0.5 and 4 on its arrows.',
  within: 0.02,
  answer: -6,
  mistakes: [
    {
      id: 'factors-added',
      did: 'This is the sum of the three factors, 3 − 0.5 + 4.',
      tempting: 'It is tempting, because three numbers on one way look like parts of a whole.',
      where: () =>
        'Let t grow by 0.01. Then u grows by 0.03, and v by −0.5 times that. With your 6.5 J would grow by 0.065, although v falls and J follows v.',
      look: [
        'nudge',
        'Look at the table of “Turn a knob a little”: each change is the one above it, times a factor.',
      ],
      answer: 6.5,
    },
    {
      id: 'outer-factor-dropped',
      did: 'This is 3 · (−0.5), the derivative of v: the factor of the last arrow is dropped.',
      tempting: 'It is tempting, because J and v are so close, and the last arrow is easily overlooked.',
      where: () =>
        'Your −1.5 says how v answers to t. When v grows by 1, J grows by 4, and that has not come in yet.',
      look: ['chain-intro', 'In the formula of “The chain rule” the outer factor, ∂J/∂a, stands first.'],
      answer: -1.5,
    },
    {
      id: 'inner-factor-dropped',
      did: 'This is −0.5 · 4, the derivative of J with respect to u: the first arrow is missing.',
      tempting: 'It is tempting to begin where the bends are.',
      where: () =>
        'Your −2 says how J answers to u. When t grows by 1, u grows by 3, and that has not come in yet.',
      look: [
        'chain-intro',
        'Count the factors in the formula of “The chain rule”: one for each arrow of the path.',
      ],
      answer: -2,
    },
    {
      id: 'values-divided',
      did: 'This is the value of J divided by that of t.',
      tempting: 'It is tempting, because ∂J/∂t is written as a fraction.',
      where: () =>
        'The values 5 and 2 say where we stand, not how J moves. Turn t up a little and J falls, although both are positive.',
      look: [
        'nudge',
        'A derivative compares changes: see the last two columns of the table in “Turn a knob a little”.',
      ],
      answer: 2.5,
    },
    {
      id: 'sign-lost',
      did: 'The size is right, and the minus of the second arrow is lost.',
      tempting: 'It is tempting, because a strength seems to have no sign.',
      where: () => 'With your 6 J would grow together with t. But when u grows, v falls, and J follows v.',
      look: [
        'chain',
        'Look at the numbers below the formula of “The chain rule”: one factor is below zero, and so is the product.',
      ],
      answer: 6,
    },
    {
      id: 'upside-down',
      did: 'This is one divided by the derivative: how t answers to J.',
      tempting: 'It is tempting to divide where the way is walked backward.',
      where: () =>
        'Your −0.167 would mean that t follows J. Walking backward changes the order of the factors; they are multiplied all the same.',
      look: [
        'nudge-product',
        'In the second table of “Turn a knob a little” the last column is the product of the three before it.',
      ],
      answer: -1 / 6,
    },
  ],
  hints: [
    'Let t grow by 0.01. By how much does u grow then? And v, and J?',
    'Each arrow multiplies the change that comes to it by its factor. Along a path the factors multiply; the values in the circles are not needed.',
    'With the factors 2, 5 and −1 on three arrows: a change of 0.01 becomes 0.02, then 0.1, then −0.1. The derivative of the end with respect to the start is 2 · 5 · (−1) = −10.',
  ],
  solution: {
    code: 'const myDerivative = 3 * -0.5 * 4',
    why: 'Along the path the three factors multiply: 3 · (−0.5) · 4 = −6.',
  },
})
