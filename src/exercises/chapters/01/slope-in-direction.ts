import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'

type Pair = [number, number]

const dot = ([a, b]: Pair, [c, d]: Pair) => a * c + b * d

/** Exercise 01-4: the slope in a direction given by an arrow of any length. */
export const checkSlope = functionChecker<(gradient: Pair, direction: Pair) => number>({
  id: '01-4',
  kind: 'mend',
  title: 'The slope in a direction',
  task: 'Mend a slope that depends on how long the arrow of the direction is drawn.',
  argumentNames: ['∇J', 'direction'],
  inputs: (random) =>
    // The first two uphill, the others downhill.
    [1, 1, -1, -1].map((sign) => [
      [draw(random, 1, 4), draw(random, 5, 8)],
      [sign * draw(random, 2, 3), sign * draw(random, 0.5, 1.5)],
    ]),
  answer: (gradient, direction) => dot(gradient, direction) / Math.hypot(...direction),
  mistakes: [
    {
      id: 'length-of-the-arrow',
      did: 'This is the dot product with the arrow as it is, so a longer arrow gives a steeper slope.',
      tempting: 'It is tempting, because ∇J · u is the formula; but there u has the length 1.',
      where: ({ args: [, direction], yours, expected }) =>
        `The arrow (${direction.join(', ')}) has the length ${Math.hypot(...direction).toFixed(2)}, and by that much your ${yours} is too large: expected is ${expected}.`,
      look: [
        'arrow-seen',
        'Read the sentence before the dot product, in “The gradient as an arrow on the map”: u is an arrow of length 1.',
      ],
      answer: dot,
    },
    {
      id: 'cosine',
      did: 'You divide by both lengths: this is the cosine of the angle between the two arrows.',
      tempting: 'It is tempting, because the cosine appears with dot products everywhere.',
      look: [
        'length',
        'A cosine never passes 1, and the curve of “The slope in every direction” passes 7: divide by the length of the direction alone.',
      ],
      answer: (gradient, direction) =>
        dot(gradient, direction) / Math.hypot(...direction) / Math.hypot(...gradient),
    },
    {
      id: 'length-of-the-gradient',
      did: 'This divides by the length of the gradient instead of that of the direction.',
      tempting: 'It is tempting, since one length has to go and there are two.',
      look: [
        'every-direction-seen',
        'See “The slope in every direction”. Twice the gradient would double that wave; with your formula it would stay as it is.',
      ],
      answer: (gradient, direction) => dot(gradient, direction) / Math.hypot(...gradient),
    },
    {
      id: 'steepest',
      did: 'This is the length of the gradient: the slope in the steepest direction, whatever direction is asked for.',
      tempting: 'It is tempting, because the gradient is often called the slope.',
      look: [
        'every-direction',
        'Look at “The slope in every direction”: that value is its peak, and the curve has other values too.',
      ],
      answer: (gradient) => Math.hypot(...gradient),
    },
  ],
  hints: [
    'Draw the same direction with an arrow twice as long. Should the ground become steeper?',
    'First make the arrow one unit long, by dividing it by its length. `Math.hypot(a, b)` is the length of (a, b).',
    'With ∇J = (2, 1) and the direction (3, 4): the arrow has the length 5, the dot product is 2·3 + 1·4 = 10, and the slope is 10/5 = 2.',
  ],
  solution: {
    code: `const mySlope = (gradient: number[], direction: number[]): number => {
  const dot = gradient[0] * direction[0] + gradient[1] * direction[1]
  return dot / Math.hypot(direction[0], direction[1])
}`,
    why: 'Divided by its length the arrow has the length 1, and only its direction counts.',
  },
})
