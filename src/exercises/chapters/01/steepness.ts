import { valueChecker } from '../../checker.js'

/** Exercise 01-2: the length of the gradient, read off the spacing of the contours. */
export const checkSteepness = valueChecker<number>({
  id: '01-2',
  kind: 'picture',
  title: 'Steepness from a map',
  task: 'Read the length of the gradient at P off the spacing of the contours.',
  within: 0.6,
  answer: 4,
  mistakes: [
    {
      id: 'upside-down',
      did: 'This is a distance divided by a cost.',
      tempting: 'It is tempting, because the distance is what you measure.',
      where: ({ yours }) =>
        `${yours} would be how far you walk for one unit of cost. Asked is how much cost one unit of the way brings.`,
      look: [
        'spacing-measured',
        'In the table of “Long arrows where the lines are crowded” distance times steepness gives the step in cost: divide the cost by the distance.',
      ],
      answer: 0.25,
    },
    {
      id: 'the-level',
      did: 'This is the number on the line, the cost at P.',
      tempting: 'It is tempting, because it is the number that stands there.',
      where: () => 'The cost at P is 8, and it could be as high on flat ground: height is not slope.',
      look: [
        'spacing',
        'Compare “A walk through the bowl” with the curve beside it: steep is where lines are close together, whatever the numbers on them.',
      ],
      answer: 8,
    },
    {
      id: 'the-step-of-the-lines',
      did: 'This is by how much the cost grows from one line to the next.',
      tempting: 'It is tempting, since that step is the same on the whole map.',
      where: () =>
        'From line to line it is 2 everywhere, at the flat bottom too. Near P the next line is only about half a unit away.',
      look: [
        'spacing-measured',
        'Divide that step by the distance to the next line: see the table of “Long arrows where the lines are crowded”.',
      ],
      answer: 2,
    },
    {
      id: 'negative',
      did: 'The size is right, and it has a minus sign.',
      tempting: 'It is tempting to think of the way down.',
      where: ({ yours }) =>
        `${yours} is the slope straight downhill. Steepness is the length of the gradient, and a length is never negative.`,
      look: [
        'length',
        'See the length below “The slope in every direction”: a root of squares is never negative.',
      ],
      answer: -4,
    },
  ],
  hints: [
    'Walk from the line 6 straight out to the line 10, through P. By how much does the cost grow on that way, and how far is it?',
    'Steepness is the growth of the cost divided by the distance, measured straight across the lines.',
    'Another map: the lines 20 and 25 are 0.5 apart, straight across. The cost grows by 5 on a way of 0.5, so the ground there has a steepness of about 5 / 0.5 = 10.',
  ],
  solution: {
    code: 'const mySteepness = (10 - 6) / (4.47 - 3.46)',
    why: 'From the line 6 to the line 10 it is about one unit, so the cost grows by 4 on a way of 1.',
  },
})
