import { choiceChecker } from '../../checker.js'

/** Exercise 06-6: what a falling cost says of a gradient. */
export const checkFallingCost = choiceChecker({
  id: '06-6',
  title: 'What a curve proves',
  task: 'Say what is known of a backward pass that trains a net well.',
  question:
    'With a backward pass of your own the cost falls smoothly to 4 % of its start. With `backward` it falls to 6 %. What do you know of your gradient?',
  options: {
    a: 'It is right: a wrong one could not bring the cost down that far.',
    b: 'It is right up to a constant factor: the direction must be the same.',
    c: 'Nothing certain: only a check against measured gradients can tell.',
    d: 'It is better than the right one, since it gets lower in the same time.',
  },
  answer: 'c',
  mistakes: [
    {
      id: 'falling-cost-as-proof',
      option: 'a',
      did: 'You take a falling cost for a proof.',
      tempting: 'It is tempting, because a gradient that is wrong sounds like one that leads nowhere.',
      where:
        'The cost falls with every step that points roughly downhill, and many wrong passes do: more than half of the thirty in this chapter bring it under 30 % of its start.',
      look: [
        'thirty-bars',
        'Look at “How far the cost falls with a wrong gradient”, and where “no bug” stands among the bars.',
      ],
    },
    {
      id: 'only-a-factor',
      option: 'b',
      did: 'You take the direction for right, because it leads down.',
      tempting: 'It is tempting, because a forgotten 1/M is just that: the right direction, longer.',
      where:
        'But half of all directions lead down. A pass that spoils dW1 and leaves dW2 right is off in direction, and the cost falls all the same.',
      look: [
        'thirty-map',
        'Look at “Thirty bugs under the gradient check”: in some rows only one matrix is wrong.',
      ],
    },
    {
      id: 'lower-is-better',
      option: 'd',
      did: 'You take the lower cost for the better gradient.',
      tempting: 'It is tempting, because a low cost is what training is for.',
      where:
        'A gradient is right or wrong, whatever the cost does. One that forgets 1/M gets lower here by longer steps; a larger α would do the same, and you would know it.',
      look: [
        'thirty-curves',
        'Look at the fastest curve of “Training curves, one of them right”: it is a bug.',
      ],
    },
  ],
  hints: [
    'Which of the thirty bugs end lower than the right gradient? Look for the bar that stands out.',
    'A step lowers the cost if it points within a right angle of the way down. How many directions do?',
    'On J = θ₁² + θ₂² at (1, 1) the gradient is (2, 2). With the wrong one, (2, 0), a step goes to (0.8, 1) and the cost from 2 to 1.64: it falls, and θ₂ never moves.',
  ],
  solution: {
    code: "const myChoice = 'c'",
    why: 'The cost falls with any step that is roughly downhill. Whether a gradient is right, only numbers that were measured can say.',
  },
})
