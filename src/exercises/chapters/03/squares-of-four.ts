import { squares } from '../../../figures/index.js'
import { valueChecker } from '../../checker.js'

const points: readonly [number, number][] = [
  [1, 3],
  [2, 2],
  [3, 0],
  [4, 3],
]

/** Exercise 03-2: the mean squared error, read off a line among four points. */
export const checkSquaresOfFour = valueChecker<number>({
  id: '03-2',
  kind: 'picture',
  title: 'Four points and a line',
  task: 'Read the mean squared error of a line off a picture of four points.',
  within: 0.05,
  answer: 3.5,
  // Without the mean square: that is what is asked for.
  chart: () =>
    squares(
      points.map(([x, y], i) => ({ x, y, name: `point ${i + 1}` })),
      {
        ...{ slope: 1, intercept: 0, meanSquare: false },
        title: 'The squares of the four points',
        summary: 'The line a = x among four points, with a square on the distance of each from the line.',
      },
    ),
  mistakes: [
    {
      id: 'no-1-over-m',
      did: 'This is the area of all squares together.',
      tempting: 'It is tempting to stop at the sum, because it has everything in it.',
      where: () =>
        '14 is four squares laid side by side. Asked is their mean: the area that each would have if all four had the same.',
      look: [
        'the-mean',
        'In “Squares on a line” look at the numbers below the table: 1/10 stands in front of the brackets.',
      ],
      answer: 14,
    },
    {
      id: 'm-plus-one',
      did: 'This is the sum of the squares divided by 5, and there are four points.',
      tempting: 'It is tempting to count from 0 to 4, which are five numbers.',
      where: () =>
        'The picture has four points, at x = 1, 2, 3 and 4, so there are four squares and no fifth to divide by.',
      look: ['m-plus-one', 'Count the terms in both rows of the table of “M samples, M terms”.'],
      answer: 2.8,
    },
    {
      id: 'signed-errors',
      did: 'This is the mean of the errors with their signs: (−2 + 0 + 3 + 1)/4.',
      tempting: 'It is tempting, since the errors are what one sees.',
      where: () =>
        'The point above the line takes away what the points below it have added, although the line misses all three.',
      look: [
        'cancel',
        'Compare “Errors of a line that falls” with the picture of their squares: bars cancel, squares do not.',
      ],
      answer: 0.5,
    },
    {
      id: 'absolute-value',
      did: 'This is the mean length of the strokes: (2 + 0 + 3 + 1)/4.',
      tempting: 'It is tempting, because lengths can be read off directly.',
      where: () =>
        'Asked is the mean area of the squares on these strokes. The stroke of 3 has a square of 9, which counts for much more.',
      look: [
        'the-squares',
        'In “Ten errors, ten squares” each square has its stroke as a side: look at how fast the areas grow.',
      ],
      answer: 1.5,
    },
    {
      id: 'half-the-mse',
      did: 'This is half of the mean square.',
      tempting: 'It is tempting, because other books define the cost with a ½.',
      where: () => 'Here J is the whole area of the mean square, and your 1.75 is one half of it.',
      look: [
        'the-squares-seen',
        'Look at the formula of J below “Ten errors, ten squares”: there is a 1/M in front, and no ½.',
      ],
      answer: 1.75,
    },
    {
      id: 'the-point-on-the-line-left-out',
      did: 'You divide by 3: the point on the line is not counted.',
      tempting: 'It is tempting, because there is no square to be seen at it.',
      where: () => 'The point (2, 2) has the error 0 and the square 0. It adds nothing, and it is a sample.',
      look: [
        'through-two',
        'Look at “A line through two of the penguins”: two have no square, and M is still ten.',
      ],
      answer: 14 / 3,
    },
    {
      id: 'root',
      did: 'This is the side of the mean square, the root of its area.',
      tempting: 'It is tempting, because a side is a length, as the errors are.',
      where: () =>
        '1.87 is a length, such as a stroke has. The square on a stroke of that length has an area of its own, and J is that area.',
      look: [
        'the-squares-seen',
        'See the separate square in “Ten errors, ten squares”: its area is the mean squared error.',
      ],
      answer: Math.sqrt(3.5),
    },
  ],
  hints: [
    'How far is each point from the line, straight up or down? One of the four is easy to overlook.',
    'Square each of these distances, add the squares, and divide by the number of points. A point on the line counts, with a square of 0.',
    'Other points: with the distances 1, 0 and 4 the squares are 1, 0 and 16, their sum is 17, and J = 17/3 ≈ 5.67.',
  ],
  solution: {
    code: 'const myCost = ((-2) ** 2 + 0 ** 2 + 3 ** 2 + 1 ** 2) / 4',
    why: 'The errors are −2, 0, 3 and 1, the squares 4, 0, 9 and 1, and 14/4 = 3.5.',
  },
})
