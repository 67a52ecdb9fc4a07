import { curve } from '../../../figures/index.js'
import { sigmoid } from '../../../math/index.js'
import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'
import { slopeOfSigmoid, words } from './fixtures.js'

/** Exercise 04-2: the slope of the sigmoid. */
export const checkSigmoidPrime = functionChecker<(z: number) => number>({
  id: '04-2',
  kind: 'write',
  title: 'The slope of the sigmoid',
  task: 'Write σ′ as a function of z.',
  argumentNames: ['z'],
  inputs: (random) => [
    [draw(random, 1.5, 2.5)],
    [draw(random, -1, -0.2)],
    [draw(random, -3, -1.5)],
    [draw(random, 0.3, 0.9)],
    [draw(random, 5, 7)],
  ],
  answer: slopeOfSigmoid,
  others: [(z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2, (z) => 0.25 - (sigmoid(z) - 0.5) ** 2],
  chart: ({ args: [at], numbers }) => {
    const z = Array.from({ length: 121 }, (_, i) => 8 * (i / 60 - 1))
    return curve(
      { x: z, y: z.map(slopeOfSigmoid), name: 'σ′(z)' },
      {
        x: { title: 'z' },
        y: { title: 'slope' },
        points: [[at, numbers.yours[0] ?? Number.NaN]],
        title: `The slope, and yours at z = ${words(at)}`,
      },
    )
  },
  mistakes: [
    {
      id: 'sigma-prime-of-a',
      did: 'Here σ′ is taken at a instead of z: the sigmoid is applied twice.',
      tempting: 'It is tempting, because the formula is written with a, and a is at hand.',
      where: ({ args: [z], yours, expected }) =>
        `For z = ${words(z)} you put a = ${words(sigmoid(z))} where z belongs, and get ${yours} instead of ${expected}. As a stays between 0 and 1, you never get below 0.196, however saturated the neuron is.`,
      look: [
        'sigmoid-tangents',
        'Look at the picture “Its slope”: it falls to nearly nothing on both sides.',
      ],
      answer: (z) => slopeOfSigmoid(sigmoid(z)),
    },
    {
      id: 'z-times-1-minus-z',
      did: 'This is z(1 − z).',
      tempting: 'It is tempting, because a(1 − a) looks like a rule for whatever stands in it.',
      where: ({ args: [z], yours }) =>
        `For z = ${words(z)} you get ${yours}. A slope of the sigmoid lies between 0 and 1/4.`,
      look: [
        'sigmoid-intro',
        'In “The slope of the sigmoid” the a of a(1 − a) is the fraction 1/(1 + e⁻ᶻ), which is σ(z).',
      ],
      answer: (z) => z * (1 - z),
    },
    {
      id: 'a-alone',
      did: 'This is a = σ(z), the height of the curve, not its slope.',
      tempting: 'It is tempting, because a is the number that the graph shows.',
      where: ({ args: [z], yours, expected }) =>
        `At z = ${words(z)} the curve is ${yours} high and its slope is ${expected}. Far to the right it is almost 1 high, and flat.`,
      look: [
        'sigmoid-tangents',
        'In “The sigmoid and three of its tangents” compare the height of each point with the slope of its tangent.',
      ],
      answer: (z) => sigmoid(z),
    },
    {
      id: 'one-minus-a',
      did: 'This is 1 − a: of a(1 − a) one factor is left out.',
      tempting: 'It is tempting, because e to the −z over 1 + e to the −z already looks finished.',
      look: [
        'sigmoid-intro',
        'See the formula in “The slope of the sigmoid”: below the first fraction there is a square, so two factors come out.',
      ],
      answer: (z) => 1 - sigmoid(z),
    },
    {
      id: 'factors-added',
      did: 'The two factors are added: a + (1 − a) is 1, whatever z is.',
      tempting: 'It is tempting where two terms stand side by side without a sign between them.',
      look: [
        'sigmoid-slope',
        'Look at the numbers below the formula in “The slope of the sigmoid”: a dot stands between them.',
      ],
      answer: () => 1,
    },
    {
      id: 'inner-factor-dropped',
      did: 'This is the derivative of the outer function alone, −(1 + e⁻ᶻ)⁻² = −a², or that without its minus.',
      tempting: 'It is tempting to stop after the power has been differentiated.',
      look: [
        'sigmoid-intro',
        'See “The slope of the sigmoid”: the chain rule has a second factor, the derivative of 1 + e⁻ᶻ, which is −e⁻ᶻ.',
      ],
      answer: (z) => -(sigmoid(z) ** 2),
      others: [(z) => sigmoid(z) ** 2],
    },
    {
      id: 'sign-flipped',
      did: 'This is −a(1 − a): of the two minus signs only one is left.',
      tempting:
        'It is tempting, because the power −1 brings one and the inner e⁻ᶻ another, and one is easily lost.',
      look: [
        'sigmoid-tangents',
        'Look at “The sigmoid and three of its tangents”: it rises everywhere, so its slope is positive.',
      ],
      answer: (z) => -slopeOfSigmoid(z),
    },
  ],
  hints: [
    'Which number do you need first, before you can say how steep the curve is at z?',
    'Compute a = σ(z) with `sigmoid(z)`, once. The slope is a times what is missing from a to 1.',
    'At z = ln 3 ≈ 1.0986 the sigmoid is a = 0.75. Its slope there is 0.75 · 0.25 = 0.1875.',
  ],
  solution: {
    code: `const mySigmoidPrime = (z: number): number => {
  const a = sigmoid(z)
  return a * (1 - a)
}`,
    why: 'The slope is a(1 − a) with a = σ(z): largest in the middle, and nearly nothing far out.',
  },
})
