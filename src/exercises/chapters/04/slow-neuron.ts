import { choiceChecker } from '../../checker.js'

/** Exercise 04-6: why a confident mistake is slow to learn from. */
export const checkSlowNeuron = choiceChecker({
  id: '04-6',
  title: 'Certain, wrong and slow',
  task: 'Choose why a saturated neuron learns slowly from a large mistake.',
  question:
    'A neuron starts with z = −6, and the label is 1. In the first hundred iterations next to nothing happens. Why?',
  options: {
    a: 'The cost is close to its minimum, so little is left to learn.',
    b: 'The factor 2(a − y) is close to 0, because a is close to 0.',
    c: 'The factor σ′(z) is close to 0, and with it the whole product.',
    d: 'The gradient points the wrong way until the neuron has turned round.',
  },
  answer: 'c',
  mistakes: [
    {
      id: 'cost-taken-for-slope',
      option: 'a',
      did: 'You conclude from a small gradient that the cost is small.',
      tempting: 'It is tempting, because close to a minimum the gradient is small too.',
      where:
        'At z = −6 the answer is a = 0.0025 and the label is 1, so J = 0.995: nearly as large as it can be.',
      look: [
        'confident',
        'Look at the left end of “Cost and pull where the label is 1”: the cost is high, and the pull is not.',
      ],
    },
    {
      id: 'outer-factor-blamed',
      option: 'b',
      did: 'You take a small a for a small error.',
      tempting: 'It is tempting, because a stands in the factor and is close to 0.',
      where: 'But the label is 1: 2(a − y) = 2 · (0.0025 − 1) = −1.995, as large as it ever gets.',
      look: [
        'confident-seen',
        'Read below “Cost and pull where the label is 1” which of the factors takes the product with it.',
      ],
    },
    {
      id: 'wrong-direction',
      option: 'd',
      did: 'You take a short gradient for a wrong one.',
      tempting: 'It is tempting, because a neuron that does not improve seems to be misled.',
      where:
        'Its sign is right from the first step: 2(a − y) · σ′(z) = −1.995 · 0.0025 = −0.0049, so z grows, by next to nothing.',
      look: [
        'slow-start',
        'Look at “Unsure and confidently wrong”: the cost hardly falls at first, but it never rises.',
      ],
    },
  ],
  hints: [
    'Write down the three factors of ∂J/∂w with a = 0.0025 and y = 1. Which of them is small?',
    'The slope of the sigmoid is a(1 − a). When a is close to 0 or to 1, one of the two factors is close to 0.',
    'On the other side, at z = 5 with the label 0: a = 0.9933, 2(a − y) = 1.987, and σ′(z) = 0.9933 · 0.0067 = 0.0066. The product is 0.013.',
  ],
  solution: {
    code: "const myChoice = 'c'",
    why: 'The error is as large as it can be, but on the way back it has to pass the bend, and there the slope a(1 − a) is nearly 0.',
  },
})
