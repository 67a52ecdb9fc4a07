import type { PredictionText } from '../../prediction-text.js'

/** What chapter 2 asks before a cell is run. */
export const predictionsOf02: readonly PredictionText[] = [
  {
    id: '02-p1',
    question:
      'The second derivatives of our bowl, its curvatures, are 1 along θ₁ and 4 along θ₂. What does descent without a learning rate do, θ := θ − ∇J?',
    options: {
      a: 'It goes to the minimum in one step.',
      b: 'It comes down, but slowly.',
      c: 'One parameter arrives at once, the other flies away.',
    },
    answer: 'c',
    why: 'Without α the factor of a step is 1 − 1 = 0 along θ₁ and 1 − 4 = −3 along θ₂. One direction is there at once, and the other lands three times as far away on the other side.',
  },
  {
    id: '02-p2',
    question:
      'Four runs of twenty steps, with α = 0.01, 0.25, 0.48 and 0.52. What happens when α becomes larger and larger?',
    options: {
      a: 'First nearer, then further away again, and at last off the map.',
      b: 'The larger α, the nearer to the minimum after twenty steps.',
      c: 'The smaller α, the nearer, because small steps are exact.',
    },
    answer: 'a',
    why: 'Small steps have not arrived, large ones jump across the valley, and between 0.48 and 0.52 the jumps begin to grow.',
  },
  {
    id: '02-p3',
    question:
      'What does descent do when α lies a thousandth below 2/λ max, exactly on it, and a thousandth above?',
    options: {
      a: 'All three arrive; so little makes no difference.',
      b: 'The first arrives, the second neither arrives nor flies away, the third flies away.',
      c: 'All three fly away; one has to stay well below.',
    },
    answer: 'b',
    why: 'A factor of 0.998 shrinks the distance in the end, 1 leaves it as it is, and 1.002 makes it grow in the end. A border is a border.',
  },
  {
    id: '02-p4',
    question: 'Descent starts exactly on the ridge between two equally deep valleys. Where does it end?',
    options: {
      a: 'In the left valley.',
      b: 'In the right valley.',
      c: 'On the saddle between them.',
    },
    answer: 'c',
    why: 'To both sides the ground falls equally, so the gradient has no part that way. It leads along the ridge down to the saddle, where it vanishes, and descent stays.',
  },
]
