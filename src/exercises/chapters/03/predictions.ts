import type { PredictionText } from '../../prediction-text.js'

/** What chapter 3 asks before a cell is run. */
export const predictionsOf03: readonly PredictionText[] = [
  {
    id: '03-p1',
    question:
      'A line falls through the middle of the ten points, where it should rise, and misses every penguin. What is the mean of its errors a − y?',
    options: {
      a: 'Zero.',
      b: 'Large, because every penguin is missed.',
      c: 'Below zero, because the line falls.',
    },
    answer: 'a',
    why: 'Every line through the middle of the points is as much too high as too low, however steep it is. Signs cancel, so the mean of the errors tells nothing of the slope.',
  },
  {
    id: '03-p2',
    question:
      'One of ten masses is noted 2700 g too high. How large is its square, for the line that was best before?',
    options: {
      a: 'About a tenth of all squares together: it is one of ten.',
      b: 'About as large as the nine others together.',
      c: 'Several times as large as the nine others together.',
    },
    answer: 'c',
    why: 'Its error is more than five times as long as the longest of the others, and an area grows with the square of the side. That is why squares are so sensitive to a single wrong number.',
  },
  {
    id: '03-p3',
    question:
      'Three descents with the same learning rate, one for each loss. Which of them gets stuck above the lowest cost that it could reach?',
    options: {
      a: 'The square, because large errors make it overshoot.',
      b: 'The absolute value.',
      c: 'None: a smaller and smaller gradient lets each of them arrive.',
    },
    answer: 'b',
    why: 'The pull of the absolute value is as strong close to the minimum as far away, so the steps do not shorten and descent jumps over the minimum and back.',
  },
  {
    id: '03-p4',
    question: 'What do the contours of J look like when Σxᵢ = 0 and Σxᵢ² = M?',
    options: {
      a: 'Ellipses with their axes turned.',
      b: 'Ellipses along the axes of the map.',
      c: 'Circles.',
    },
    answer: 'c',
    why: 'The entries Σxᵢ of the Hessian vanish, so nothing is turned, and both curvatures are 2: the ground bends equally in every direction.',
  },
]
