import { choiceChecker } from '../../checker.js'

/** Exercise 02-5: what a slowly falling cost tells. */
export const checkSlowFall = choiceChecker({
  id: '02-5',
  title: 'A cost that falls slowly',
  task: 'Choose what a slow and steady fall of the cost says of the learning rate.',
  question:
    'On a logarithmic axis the cost falls in a straight line, and slowly. What do you know of the learning rate?',
  options: {
    a: 'It is too small: larger steps would be faster.',
    b: 'It is too large: the path must be zig-zagging.',
    c: 'Nothing yet. It can be too small or too large, and the path tells which.',
    d: 'It is good, since the cost never rises.',
  },
  answer: 'c',
  mistakes: [
    {
      id: 'too-small-for-sure',
      option: 'a',
      did: 'You take a slow fall for short steps.',
      tempting: 'It is tempting, because slow sounds like small.',
      where:
        'With α = 0.48 the steps are long, and the cost falls slowly too: they jump across the valley and back. Larger steps would make it explode.',
      look: [
        'four-costs',
        'In “The cost for four learning rates” compare the curves of 0.01 and of 0.48, and above it their paths on the map.',
      ],
    },
    {
      id: 'too-large-for-sure',
      option: 'b',
      did: 'You take a slow fall for a zig-zag.',
      tempting: 'It is tempting, once one has seen a path that jumps across the valley.',
      where: 'With α = 0.01 nothing zig-zags, and the cost falls slowly too: the steps are short.',
      look: ['four-rates', 'In “Four learning rates” look at the path of α = 0.01 on its map.'],
    },
    {
      id: 'falling-is-good',
      option: 'd',
      did: 'You take a falling cost for a good learning rate.',
      tempting: 'It is tempting, because descent is meant to bring the cost down.',
      where:
        'With α = 0.01 it falls too, and after twenty steps the path is still far from the minimum that 0.25 has reached.',
      look: [
        'four-costs-try',
        'In “The cost for four learning rates” three of four fall, and only one is good.',
      ],
    },
  ],
  hints: [
    'In the picture of four costs, which two curves look alike? Are their learning rates alike too?',
    'A step multiplies the distance by 1 − αλ. It is near 1 in size when αλ is near 0, and also when αλ is near 2.',
    'With λ = 4: α = 0.01 gives the factor 0.96, and α = 0.49 gives −0.96. Both leave 96 % of the distance, and only the sign differs: from side to side.',
  ],
  solution: {
    code: "const myChoice = 'c'",
    why: 'A factor of 0.96 and one of −0.96 give the same cost curve; on the map one creeps and the other jumps.',
  },
})
