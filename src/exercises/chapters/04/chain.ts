import type { RandomGenerator } from '../../../math/index.js'
import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'
import { words } from './fixtures.js'

/** A function that can say what it computes. */
type Named = ((t: number) => number) & { readonly text: string }
type Chain = (outerSlope: Named, inner: Named, innerSlope: Named, t: number) => number

const named = (text: string, f: (t: number) => number): Named => Object.assign(f, { text })

function inputs(random: RandomGenerator): Parameters<Chain>[] {
  return [1.5, 2, -0.75].map((t) => {
    const [p, r, s] = [draw(random, 0.5, 1.5), draw(random, 0.6, 1.4), draw(random, 0.5, 2)]
    return [
      named(`${words(3 * p)}u²`, (u) => 3 * p * u * u),
      named(`${r}t² + ${s}`, (x) => r * x * x + s),
      named(`${words(2 * r)}t`, (x) => 2 * r * x),
      t,
    ]
  })
}

const answers: Readonly<Record<string, Chain>> = {
  'inner-not-inserted': (outer, _, slope, t) => outer(t) * slope(t),
  'inner-value-multiplied': (outer, inner, slope, t) => outer(t) * inner(t) * slope(t),
  'factors-added': (outer, inner, slope, t) => outer(inner(t)) + slope(t),
  'outer-factor-dropped': (_outer, _inner, slope, t) => slope(t),
  'inner-factor-dropped': (outer, inner, _, t) => outer(inner(t)),
  'slope-inserted': (outer, _, slope, t) => outer(slope(t)),
}
const answerOf = (id: string): Chain => answers[id] ?? (() => 0)

/** Exercise 04-3: the chain rule for any two functions. */
export const checkChain = functionChecker<Chain>({
  id: '04-3',
  kind: 'write',
  title: 'The chain rule for any two functions',
  task: 'Write the derivative of f(g(t)) from f′, g and g′.',
  argumentNames: ['f′', 'g', 'g′', 't'],
  inputName: ([outer, inner, , t]) => `f′(u) = ${outer.text}, g(t) = ${inner.text}, t = ${words(t)}`,
  inputs,
  answer: (outer, inner, slope, t) => outer(inner(t)) * slope(t),
  mistakes: [
    {
      id: 'inner-not-inserted',
      did: 'Here f′ is taken at t, where g(t) belongs.',
      tempting: 'It is tempting, because t is the only number given.',
      where: ({ args: [, inner, , t] }) =>
        `f never sees t = ${words(t)}. It is given g(${words(t)}) = ${words(inner(t))}, and there its slope has to be taken. (For a neuron: σ′ at z, not at x.)`,
      look: [
        'local',
        'In the second picture of “The factor of one arrow” the tangent touches at z, the value that is put in, and not at w.',
      ],
      answer: answerOf('inner-not-inserted'),
    },
    {
      id: 'inner-value-multiplied',
      did: 'The inner value g(t) is multiplied, where it should be inserted.',
      tempting: 'It is tempting, because f′(g(t)) and f′ · g(t) look alike on paper.',
      where: ({ args: [outer, inner, , t] }) =>
        `You take f′ at ${words(t)} and multiply by g(${words(t)}) = ${words(inner(t))}. What is wanted first is f′ at ${words(inner(t))}, which is ${words(outer(inner(t)))}.`,
      look: [
        'local',
        'Look at the three pictures of “The factor of one arrow”: each factor is a slope, and none is a height.',
      ],
      answer: answerOf('inner-value-multiplied'),
    },
    {
      id: 'factors-added',
      did: 'The two factors are added.',
      tempting: 'It is tempting, because derivatives of sums are added.',
      look: ['chain-intro', 'See the formula of “The chain rule”: a dot between any two factors.'],
      answer: answerOf('factors-added'),
    },
    {
      id: 'outer-factor-dropped',
      did: 'This is g′(t) alone: the outer factor is dropped.',
      tempting: 'It is tempting, because g is the function that has the t in it.',
      look: [
        'nudge',
        'See the last row of the table in “Turn a knob a little”: the change is multiplied once more on its way to the end.',
      ],
      answer: answerOf('outer-factor-dropped'),
    },
    {
      id: 'inner-factor-dropped',
      did: 'This is f′(g(t)) alone: the factor g′(t) is left out.',
      tempting: 'It is tempting, because with g inserted everything seems to have been used.',
      look: [
        'nudge',
        'See the second row of the table in “Turn a knob a little”: the first change, from w to z, has a factor too.',
      ],
      answer: answerOf('inner-factor-dropped'),
    },
    {
      id: 'slope-inserted',
      did: 'Here g′(t) is inserted into f′, where g(t) belongs.',
      tempting: 'It is tempting to take the dash along when one thing is put into another.',
      look: [
        'chain-intro',
        'In the formula of “The chain rule” the slope of the innermost function is a factor of its own, the last.',
      ],
      answer: answerOf('slope-inserted'),
    },
  ],
  combine: (one, two) => {
    if (two !== 'inner-factor-dropped') return undefined
    if (one === 'inner-not-inserted') return (outer, _, __, t) => outer(t)
    if (one === 'inner-value-multiplied') return (outer, inner, _, t) => outer(t) * inner(t)
    return undefined
  },
  hints: [
    'Draw it as a graph: t, then u = g(t), then f(u). Which two arrows are there, and at which number does each have its slope?',
    'The arrow from t to u has the slope g′(t). The arrow from u to f has the slope f′(u), with u = g(t) put into it. Multiply.',
    'With f(u) = u², so f′(u) = 2u, with g(t) = 3t + 1 and t = 2: u is 7, f′(7) = 14, g′ is 3, and the derivative is 14 · 3 = 42.',
  ],
  solution: {
    code: `const myChain = (
  outerSlope: (u: number) => number, inner: (t: number) => number,
  innerSlope: (t: number) => number, t: number,
): number => outerSlope(inner(t)) * innerSlope(t)`,
    why: 'The inner value is inserted into the outer slope, and the inner slope is a factor of its own.',
  },
})
