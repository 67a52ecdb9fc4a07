import { choiceChecker } from '../../checker.js'

/** Exercise 01-5: what ∇J = 0 tells. */
export const checkFlat = choiceChecker({
  id: '01-5',
  title: 'What a zero gradient tells',
  task: 'Choose what follows from ∇J = 0 at a point.',
  question: 'You are at a point where ∇J = (0, 0). What do you know for certain?',
  options: {
    a: 'The cost is 0 here.',
    b: 'The cost is lowest here: no other point of the map has a smaller one.',
    c: 'The cost is lower here than anywhere near.',
    d: 'In every direction the slope is 0 at this very point, and nothing more.',
  },
  answer: 'd',
  mistakes: [
    {
      id: 'cost-zero',
      option: 'a',
      did: 'You take the slope for the height.',
      tempting:
        'It is tempting, because both are numbers at the same place, and both have a zero in this chapter.',
      where: 'The saddle of the two valleys has ∇J = (0, 0) and the cost 1.',
      look: [
        'two-valleys-check',
        'Compare the columns ‖∇J‖ and “J here” in the table of “Flat is not enough”.',
      ],
    },
    {
      id: 'global-minimum',
      option: 'b',
      did: 'This would be the global minimum.',
      tempting: 'It is tempting, because that is what we are looking for.',
      where:
        'On the tilted cost the valley on the right is flat at its bottom too, and the left one is deeper.',
      look: [
        'tilted',
        'Look at “Two valleys, one deeper than the other”: three flat places, and one lowest.',
      ],
    },
    {
      id: 'always-a-minimum',
      option: 'c',
      did: 'This would be a minimum, if only a local one.',
      tempting: 'It is tempting, because at the bottom of the bowl it is so.',
      where: 'At (0, 0) of the two valleys the gradient is zero, and a step of 0.1 to the right costs less.',
      look: [
        'two-valleys-check',
        'Look at the row of (0, 0) in the table of “Flat is not enough”: two steps cost less, two cost more.',
      ],
    },
  ],
  hints: [
    'Of the three points of the two valleys with ∇J = 0, which are not minima? Then which of the four sentences can still be true?',
    'The gradient holds the slopes at one point only. What the cost does further on is not in it.',
    'On J = θ₁³ the derivative at 0 is 3·0² = 0. To the right the cost grows and to the left it falls, so 0 is no minimum, and J there could be any number if a constant is added.',
  ],
  solution: {
    code: "const myChoice = 'd'",
    why: 'Such a point is stationary: a minimum, a saddle or a maximum, and the gradient does not tell which.',
  },
})
