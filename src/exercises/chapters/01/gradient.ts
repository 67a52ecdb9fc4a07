import { functionChecker } from '../../checker.js'
import { draw } from '../../draw.js'

type Point = [number, number]

const cost = ([a, b]: Point) => (a + 2) ** 2 + 3 * (b - 1) ** 2
const gradient = ([a, b]: Point): Point => [2 * (a + 2), 6 * (b - 1)]

/** The gradient, or its opposite, with a third component that may follow from its length. */
const outOfThePlane = (third: (slope: number, theta: Point) => number, sign = 1) =>
  ((theta: Point) => [
    ...gradient(theta).map((partial) => sign * partial),
    third(Math.hypot(...gradient(theta)), theta),
  ]) as never // three components, which the type of a gradient does not foresee

/** An arrow at a right angle to the gradient, this many times as long. */
const alongTheContour =
  (times: (length: number) => number) =>
  (theta: Point): Point => {
    const [first, second] = gradient(theta)
    const factor = times(Math.hypot(first, second))
    return [-factor * second, factor * first]
  }

/** Exercise 01-1: the gradient of J = (θ₁ + 2)² + 3(θ₂ − 1)². */
export const checkGradient = functionChecker<(theta: Point) => Point>({
  id: '01-1',
  kind: 'write',
  title: 'The gradient of another bowl',
  task: 'Write the gradient of J = (θ₁ + 2)² + 3(θ₂ − 1)² as a function of theta.',
  argumentNames: ['θ'],
  entryNames: ['∂J/∂θ₁', '∂J/∂θ₂'],
  // On all four sides of the minimum, and never on an axis of the ellipses, where a partial derivative is zero.
  inputs: (random) => [
    [[draw(random, 0.5, 3), draw(random, 2, 4)]],
    [[draw(random, -6, -3), draw(random, 2, 4)]],
    [[draw(random, 0.5, 3), draw(random, -2, 0)]],
    [[draw(random, -6, -3), draw(random, -2, 0)]],
  ],
  answer: gradient,
  others: [([a, b]) => [2 * a + 4, 6 * b - 6]],
  mistakes: [
    {
      id: 'ascent',
      did: 'This is −∇J, the way down.',
      tempting: 'It is tempting, because down is where descent will go.',
      where: ({ args: [theta], yours, expected }) =>
        `At (${theta.map((t) => t.toFixed(2)).join(', ')}) the cost grows when either parameter grows, so both partials are positive: ${expected}, and you have ${yours}.`,
      look: [
        'arrow-seen',
        'The minus sign belongs to the step, not to the gradient: see the two opposite arrows in “The gradient stands at a right angle to the contour”.',
      ],
      answer: ([a, b]) => [-2 * (a + 2), -6 * (b - 1)],
    },
    {
      id: 'partials-swapped',
      did: 'These are the two partial derivatives in each other’s place.',
      tempting: 'It is tempting when both are computed side by side.',
      look: [
        'slices',
        'The first component is the slope when only θ₁ moves: look at the two curves of “The gradient: one slope for each parameter”.',
      ],
      answer: (theta) => [gradient(theta)[1], gradient(theta)[0]],
    },
    {
      id: 'factor-2-missing',
      did: 'The 2 that comes down from the square is missing, so both partials are half of what they should be.',
      tempting: 'It is tempting to see the slope of u² as u.',
      look: [
        'partials-intro',
        'Compare with the first bowl, in “The gradient: one slope for each parameter”: its partial derivatives begin with 2 and with 4.',
      ],
      answer: ([a, b]) => [a + 2, 3 * (b - 1)],
    },
    {
      id: 'out-of-the-plane',
      did: 'Your arrow has three components: it leaves the map.',
      tempting: 'It is tempting, since uphill on the surface also means upward, and a normal stands on it.',
      look: [
        'arrow-intro',
        'Read “The gradient as an arrow on the map”: it lies in the plane of the parameters, with one component for each, and none for J.',
      ],
      answer: outOfThePlane((slope) => slope ** 2),
      others: [
        outOfThePlane((slope) => slope),
        outOfThePlane(() => 1),
        outOfThePlane(() => -1),
        outOfThePlane(() => 0),
        outOfThePlane((_, theta) => cost(theta)),
        outOfThePlane(() => 1, -1),
      ],
    },
    {
      id: 'along-the-contour',
      did: 'This arrow runs along the contour, at a right angle to the gradient.',
      tempting: 'It is tempting, because the contour is the line that is drawn.',
      where: ({ args: [theta], yours }) =>
        `A short step along ${yours} leaves the cost at ${cost(theta).toFixed(2)}, where it was; a step along the gradient raises it fastest.`,
      look: [
        'right-angle',
        'In the table of “The gradient as an arrow on the map” compare the two steps of 0.001.',
      ],
      answer: alongTheContour(() => 1),
      others: [
        alongTheContour(() => -1),
        alongTheContour(() => 0.5),
        alongTheContour(() => -0.5),
        alongTheContour((length) => 1 / length),
        alongTheContour((length) => -1 / length),
      ],
    },
    {
      id: 'at-the-minimum',
      did: 'This is the line to the minimum, (−2, 1) − θ, or a part of it.',
      tempting: 'It is tempting, because the minimum is where we want to go.',
      look: [
        'arrow',
        'In “The gradient stands at a right angle to the contour” follow the arrow −∇J onward: it passes the minimum (1, −1) by.',
      ],
      answer: ([a, b]) => [-2 - a, 1 - b],
      others: [
        ([a, b]) => [a + 2, b - 1],
        ([a, b]) => [(-2 - a) / Math.hypot(a + 2, b - 1), (1 - b) / Math.hypot(a + 2, b - 1)],
      ],
    },
  ],
  hints: [
    'Hold θ₂ still, as if it were a number. What is the derivative of (θ₁ + 2)² with respect to θ₁, and what becomes of the other term?',
    'The derivative of c·(θ − m)² is 2c·(θ − m), and a term without the parameter that moves has the derivative 0. The gradient is the list of the two derivatives, first θ₁, then θ₂.',
    'Another bowl: J = 5(θ₁ − 4)² + (θ₂ + 3)². Its partials are 10(θ₁ − 4) and 2(θ₂ + 3). At (5, 0) the gradient is (10, 6): `[10 * (theta[0] - 4), 2 * (theta[1] + 3)]`.',
  ],
  solution: {
    code: 'const myGradient = (theta: number[]): number[] => [2 * (theta[0] + 2), 6 * (theta[1] - 1)]',
    why: 'Each partial derivative sees one term of the sum, and 2 comes down from its square.',
  },
})
