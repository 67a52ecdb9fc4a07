import { curve } from '../../../figures/index.js'
import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'

type Loss = (e: number, delta: number) => number

const right: Loss = (e, delta) => (Math.abs(e) <= delta ? e * e : 2 * delta * Math.abs(e) - delta ** 2)

/** Exercise 03-4: Huber's loss, mended where the line begins. */
export const checkHuber = functionChecker<Loss>({
  id: '03-4',
  kind: 'mend',
  title: 'Huber’s loss, mended',
  task: 'Mend a loss that is right near 0 and wrong beyond δ.',
  argumentNames: ['e', 'δ'],
  inputs: (random) => {
    const delta = draw(random, 0.6, 1.4)
    return [delta * 0.5, -delta * 0.7, delta * 2, -delta * 2.5, delta * 4].map((e) => [
      Math.round((e + draw(random, -0.1, 0.1)) * 100) / 100,
      delta,
    ])
  },
  answer: right,
  others: [(e, delta) => e * e - Math.max(0, Math.abs(e) - delta) ** 2],
  chart: ({ args: [at, delta], numbers }) => {
    const reach = Math.max(3, 1.3 * Math.abs(at))
    const x = Array.from({ length: 121 }, (_, i) => reach * (i / 60 - 1))
    return curve(
      [
        { x, y: x.map((e) => right(e, delta)), name: 'Huber' },
        { x, y: x.map((e) => e * e), name: 'square', dash: 'dash' },
      ],
      {
        x: { title: 'error e' },
        y: { title: 'loss' },
        points: [[at, numbers.yours[0] ?? Number.NaN]],
        title: `The point is yours, at e = ${at} with δ = ${delta}`,
      },
    )
  },
  mistakes: [
    {
      id: 'square-everywhere',
      did: 'This is the square e², beyond δ too.',
      tempting: 'It is tempting, because near 0 it is right, and most errors are small.',
      look: ['losses', 'Look at “What an error costs”: Huber leaves the square at δ and goes straight on.'],
      answer: (e) => e * e,
    },
    {
      id: 'absolute-value',
      did: 'Beyond δ this is |e|, the absolute error.',
      tempting: 'It is tempting, because Huber is said to be a square inside and absolute outside.',
      where: ({ args: [e, delta], yours, expected }) =>
        `For e = ${e} and δ = ${delta} you get ${yours}, and the square has reached ${(delta ** 2).toFixed(2)} at δ already with the slope ${(2 * delta).toFixed(2)}. Going straight on from there gives ${expected}.`,
      look: [
        'losses-seen',
        'Look at “How hard it pulls”: Huber’s pull stays at what it was at δ, so the line has the slope 2δ, not 1.',
      ],
      answer: (e, delta) => (Math.abs(e) <= delta ? e * e : Math.abs(e)),
    },
    {
      id: 'jump',
      did: 'Beyond δ this is 2δ|e|: the slope is right, and the − δ² is missing.',
      tempting: 'It is tempting, because a constant changes no gradient.',
      where: ({ args: [, delta] }) =>
        `At δ = ${delta} your square has the value ${(delta ** 2).toFixed(2)}, and your line begins at ${(2 * delta ** 2).toFixed(2)}. The loss jumps there, and a cost with a jump misleads whoever compares two of them.`,
      look: ['losses-intro', 'Compare with the second line of the formula in “Square, absolute, Huber”.'],
      answer: (e, delta) => (Math.abs(e) <= delta ? e * e : 2 * delta * Math.abs(e)),
    },
    {
      id: 'slope-not-doubled',
      did: 'Beyond δ the line has the slope δ, half of what the square has where it ends.',
      tempting: 'It is tempting, because it is so when the square inside has a ½ in front, as in many books.',
      look: [
        'losses',
        'Look at “How hard it pulls”: Huber’s pull has no step at δ, so the slope there is 2δ.',
      ],
      answer: (e, delta) => (Math.abs(e) <= delta ? e * e : delta * Math.abs(e) - delta ** 2 / 2),
    },
    {
      id: 'half-the-loss',
      did: 'Every value is half of what it should be.',
      tempting: 'It is tempting, because Huber’s loss is often written so.',
      look: [
        'losses-intro',
        'Read the remark in “Square, absolute, Huber”: the line that it finds is the same, the value is not.',
      ],
      answer: (e, delta) => right(e, delta) / 2,
    },
    {
      id: 'signed-errors',
      did: 'Beyond δ the error keeps its sign: this is 2δe − δ².',
      tempting: 'It is tempting, because for positive errors it makes no difference.',
      where: ({ args: [e, delta], yours, expected }) =>
        `For e = ${String(e).replace('-', '−')} and δ = ${delta} you get ${yours}. A loss is never negative; right is ${expected}.`,
      look: ['losses', 'In “What an error costs” left and right are mirror images: the formula has |e|.'],
      answer: (e, delta) => (Math.abs(e) <= delta ? e * e : 2 * delta * e - delta ** 2),
    },
    {
      id: 'only-one-side',
      did: 'The question asked is e ≤ δ, so a large negative error still gets the square.',
      tempting: 'It is tempting, because the bars around e are easily dropped when typing.',
      look: [
        'losses',
        'In “What an error costs” Huber leaves the square on the left as well, at −δ: the formula asks for |e| ≤ δ.',
      ],
      answer: (e, delta) => (e <= delta ? e * e : 2 * delta * e - delta ** 2),
    },
  ],
  hints: [
    'At |e| = δ the two pieces have to meet, with the same height and the same slope. What are the height and the slope of the square there?',
    'The square e² has the slope 2δ at δ and the height δ². The line goes on with that slope: 2δ|e| plus a number that makes it δ² at |e| = δ.',
    'With δ = 1 and e = −3: |e| is 3, beyond δ. 2·1·3 − 1² = 5, where the square would be 9. With e = 0.5 it is the square, 0.25.',
  ],
  solution: {
    code: `const myHuber = (e: number, delta: number): number =>
  Math.abs(e) <= delta ? e * e : 2 * delta * Math.abs(e) - delta ** 2`,
    why: 'At |e| = δ both pieces have the value δ² and the slope 2δ, and beyond it the pull stays.',
  },
})
