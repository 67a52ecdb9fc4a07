import { sigmoid } from '../../../math/index.js'
import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'
import { slopeOfSigmoid, words } from './fixtures.js'

type Gradient = (w: number, b: number, x: number, y: number) => [number, number]

interface Sample {
  readonly z: number
  readonly a: number
  readonly x: number
  readonly y: number
}

/** What stands in the three places of 2(a − y) · σ′(z) · x; for ∂J/∂b the last is 1. */
interface Places {
  readonly outer: (sample: Sample) => number
  readonly slope: (sample: Sample) => number
  readonly inner: (sample: Sample) => number
}

const right: Places = {
  outer: ({ a, y }) => 2 * (a - y),
  slope: ({ z }) => slopeOfSigmoid(z),
  inner: ({ x }) => x,
}

const changes: Readonly<Record<string, Partial<Places>>> = {
  'sigma-prime-of-a': { slope: ({ a }) => slopeOfSigmoid(a) },
  'z-times-1-minus-z': { slope: ({ z }) => z * (1 - z) },
  'a-for-sigma-prime': { slope: ({ a }) => a },
  'sigma-prime-at-x': { slope: ({ x }) => slopeOfSigmoid(x) },
  'no-sigma-prime': { slope: () => 1 },
  'outer-factor-dropped': { outer: () => 1 },
  'no-2': { outer: ({ a, y }) => a - y },
  'sign-flipped': { outer: ({ a, y }) => 2 * (y - a) },
  'x-left-out': { inner: () => 1 },
}

function gradientWith(...names: readonly string[]): Gradient {
  const { outer, slope, inner }: Places = Object.assign({}, right, ...names.map((name) => changes[name]))
  return (w, b, x, y) => {
    const z = w * x + b
    const sample = { z, a: sigmoid(z), x, y }
    const delta = outer(sample) * slope(sample)
    return [delta * inner(sample), delta]
  }
}

/** 2(a − y) + σ′(z) */
function sumOfTwo(w: number, b: number, x: number, y: number): number {
  const z = w * x + b
  return 2 * (sigmoid(z) - y) + slopeOfSigmoid(z)
}

/** Exercise 04-4: the gradient of one sigmoid neuron. */
export const checkNeuronGradient = functionChecker<Gradient>({
  id: '04-4',
  kind: 'write',
  title: 'The gradient of a neuron',
  task: 'Write ∂J/∂w and ∂J/∂b of a sigmoid neuron for any sample.',
  argumentNames: ['w', 'b', 'x', 'y'],
  entryNames: ['∂J/∂w', '∂J/∂b'],
  inputs: (random) =>
    [1, 0, 1, 0].map((y) => [draw(random, 0.4, 1.5), draw(random, 0.3, 0.9), draw(random, 1.4, 2.5), y]),
  answer: gradientWith(),
  others: [
    (w, b, x, y) => {
      const a = sigmoid(b + x * w)
      return [-2 * (y - a) * a * (1 - a) * x, -2 * (y - a) * a * (1 - a)]
    },
  ],
  mistakes: [
    {
      id: 'sigma-prime-of-a',
      did: 'Here σ′ is applied to a, where z belongs.',
      tempting:
        'It is tempting, because a(1 − a) is written with a. But `sigmoidPrime` makes a from z itself.',
      where: ({ args: [w, b, x] }) => {
        const z = w * x + b
        return `Here z = ${words(z)} and a = ${words(sigmoid(z))}. σ′(z) is ${words(slopeOfSigmoid(z))}; you used σ′(a) = ${words(slopeOfSigmoid(sigmoid(z)))}.`
      },
      look: [
        'sigmoid-slope',
        'See the numbers in “The slope of the sigmoid”: they have σ′ of the preactivation z, which is a(1 − a).',
      ],
      answer: gradientWith('sigma-prime-of-a'),
    },
    {
      id: 'z-times-1-minus-z',
      did: 'The factor of the bend is z(1 − z).',
      tempting: 'It is tempting, because a(1 − a) looks like a rule for whatever stands in it.',
      where: ({ args: [w, b, x] }) => {
        const z = w * x + b
        return `Here z = ${words(z)}, so you used ${words(z * (1 - z))}. The slope of the sigmoid there is ${words(slopeOfSigmoid(z))}, and it is never negative.`
      },
      look: [
        'sigmoid-intro',
        'In “The slope of the sigmoid” the a of a(1 − a) is the fraction 1/(1 + e⁻ᶻ), which is σ(z).',
      ],
      answer: gradientWith('z-times-1-minus-z'),
    },
    {
      id: 'a-for-sigma-prime',
      did: 'The factor of the bend is a, where a(1 − a) belongs.',
      tempting: 'It is tempting, because a is the number on that circle.',
      where: ({ args: [w, b, x] }) => {
        const a = sigmoid(w * x + b)
        return `Here a = ${words(a)}, and the slope at that height is ${words(a)} · ${words(1 - a)} = ${words(a * (1 - a))}.`
      },
      look: [
        'local',
        'In the second picture of “The factor of one arrow” a is the height of the point, and the factor is the slope of its tangent.',
      ],
      answer: gradientWith('a-for-sigma-prime'),
    },
    {
      id: 'sigma-prime-at-x',
      did: 'Here σ′ is taken at the input x, where z belongs.',
      tempting: 'It is tempting, because x goes into the neuron.',
      where: ({ args: [w, b, x] }) =>
        `The sigmoid never sees x = ${words(x)}. It is given z = ${words(w)} · ${words(x)} + ${words(b)} = ${words(w * x + b)}, and its slope is taken there. The x comes in as the factor of the first arrow.`,
      look: ['local', 'In the second picture of “The factor of one arrow” the tangent touches at z.'],
      answer: gradientWith('sigma-prime-at-x'),
    },
    {
      id: 'no-sigma-prime',
      did: 'The factor σ′(z) is missing: this is the gradient of a neuron without a bend.',
      tempting: 'It is tempting, because for the line of chapter 3 it was right.',
      look: [
        'backward',
        'In “One neuron, backward” the arrow between a and z has a factor too: count them on the way back.',
      ],
      answer: gradientWith('no-sigma-prime'),
    },
    {
      id: 'outer-factor-dropped',
      did: 'The outer factor 2(a − y) is dropped: this is the derivative of a, not of J.',
      tempting: 'It is tempting, because the sigmoid is the hard part, and after it one feels done.',
      where: ({ args: [, , , y], yours }) =>
        `${yours} does not contain the label, here y = ${y}. So the neuron would learn the same whatever is right.`,
      look: ['chain-intro', 'Look at the formula of “The chain rule”: its first factor is ∂J/∂a.'],
      answer: gradientWith('outer-factor-dropped'),
    },
    {
      id: 'factors-added',
      did: 'The factors are added, where they should be multiplied.',
      tempting: 'It is tempting, because three influences on one way look like parts of a sum.',
      where: ({ yours, expected }) =>
        `You have ${yours}; multiplied they make ${expected}. A factor near 0 has to stop everything that comes through it, and a term near 0 stops nothing.`,
      look: [
        'nudge',
        'See the last column of the table in “Turn a knob a little”: each change is the one before it, times a factor.',
      ],
      answer: (...all) => [sumOfTwo(...all) + all[2], sumOfTwo(...all) + 1],
      others: [
        (...all) => [sumOfTwo(...all) + all[2], sumOfTwo(...all)],
        (...all) => [sumOfTwo(...all) * all[2], sumOfTwo(...all)],
      ],
    },
    {
      id: 'no-2',
      did: 'The 2 from the derivative of the square is left out.',
      tempting: 'It is tempting, because other books put ½ in front of the cost to be rid of it.',
      look: [
        'local-intro',
        'J has no ½ here, so the 2 stays: see the third derivative in “The factor of one arrow”.',
      ],
      answer: gradientWith('no-2'),
    },
    {
      id: 'sign-flipped',
      did: 'Both signs are turned: the error is taken as y − a.',
      tempting: 'It is tempting to write what should be minus what is.',
      look: [
        'local',
        'In the third picture of “The factor of one arrow” a is below the label, and more of it costs less: the slope is negative there.',
      ],
      answer: gradientWith('sign-flipped'),
    },
    {
      id: 'x-left-out',
      did: 'In ∂J/∂w the last factor, x, is left out, so both numbers are the same.',
      tempting: 'It is tempting, because for the bias the last factor is 1.',
      where: ({ args: [, , x] }) =>
        `When w grows by 1, z grows by x = ${words(x)}; when b grows by 1, z grows by 1.`,
      look: ['backward', 'In “One neuron, backward” compare the factors on the arrows from w and from b.'],
      answer: gradientWith('x-left-out'),
    },
    {
      id: 'swapped',
      did: 'The two are in each other’s place: ∂J/∂b comes first.',
      tempting: 'It is tempting to begin with the one that has fewer factors.',
      look: ['check', 'First w, then b, as in the table of “Measure it”.'],
      answer: (...all) => {
        const [slopeOfW, slopeOfB] = gradientWith()(...all)
        return [slopeOfB, slopeOfW]
      },
    },
  ],
  combine: (one, two) => {
    const [a, b] = [changes[one], changes[two]]
    if (a === undefined || b === undefined) return undefined
    return Object.keys(a).some((place) => place in b) ? undefined : gradientWith(one, two)
  },
  hints: [
    'Walk back from J. Which three arrows are there on the way to w, and which on the way to b?',
    'Compute z and a first. The first two factors, 2(a − y) and σ′(z), are shared. For w multiply by x, for b by 1.',
    'With w = 0, b = 0, x = 3, y = 1: z = 0, a = 0.5, 2(a − y) = −1 and σ′(0) = 0.25. So ∂J/∂b = −0.25 and ∂J/∂w = −0.25 · 3 = −0.75.',
  ],
  solution: {
    code: `const myNeuronGradient = (w: number, b: number, x: number, y: number): number[] => {
  const z = w * x + b
  const delta = 2 * (sigmoid(z) - y) * sigmoidPrime(z)
  return [delta * x, delta]
}`,
    why: 'Back from J: 2(a − y), then σ′(z), then x for the weight and 1 for the bias.',
  },
})
