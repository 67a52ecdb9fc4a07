import { valueChecker } from '../../checker.js'

/** Exercise 05-3: where a neuron is undecided. */
export const checkBorder = valueChecker<number>({
  id: '05-3',
  kind: 'value',
  title: 'Where a neuron cannot tell',
  task: 'Compute where on x₁ = 1.5 a neuron with the weights (4, −2) and the bias 3 is undecided.',
  answer: 4.5,
  mistakes: [
    {
      id: 'bias-left-out',
      did: 'This is where the line would be without the bias.',
      tempting: 'It is tempting, because the weights alone give its direction.',
      where: () => 'At (1.5, 3) z = 4 · 1.5 − 2 · 3 + 3 = 3, and the neuron says 0.95.',
      look: ['shift', 'Compare the two lines of “The second neuron without its bias”.'],
      answer: 3,
    },
    {
      id: 'bias-subtracted',
      did: 'The bias has the wrong sign on its way to the other side.',
      tempting: 'It is tempting, because something has to change its sign, and the bias stands last.',
      where: () => 'At (1.5, 1.5) z = 4 · 1.5 − 2 · 1.5 + 3 = 6, not 0.',
      look: [
        'line-intro',
        'Put your number into the equation in “What a hidden neuron sees”: it has to come to 0.',
      ],
      answer: 1.5,
    },
    {
      id: 'weights-swapped',
      did: 'The two weights are in each other’s place.',
      tempting: 'It is tempting, because both are only numbers beside an x.',
      where: () => 'At (1.5, 0) z = 4 · 1.5 − 2 · 0 + 3 = 9. The first weight belongs to x₁, which is 1.5.',
      look: ['line-intro', 'In the equation in “What a hidden neuron sees” w₁ stands beside x₁.'],
      answer: 0,
    },
    {
      id: 'sign-flipped',
      did: 'The size is right, and the sign is turned.',
      tempting: 'It is tempting, because the weight of x₂ is negative and is divided by.',
      where: () => 'At (1.5, −4.5) z = 4 · 1.5 + 2 · 4.5 + 3 = 18: the neuron is as certain as can be.',
      look: [
        'line-intro',
        'Put your number into the equation in “What a hidden neuron sees”: it has to come to 0.',
      ],
      answer: -4.5,
    },
    {
      id: 'z-for-a',
      did: 'Here z is set to 0.5, where a should be.',
      tempting: 'It is tempting, because undecided means 0.5.',
      where: () => 'At (1.5, 4.25) z = 0.5 and a = σ(0.5) = 0.62. The sigmoid is 0.5 where z is 0.',
      look: [
        'line-intro',
        'Read the first sentences of “What a hidden neuron sees”: undecided is a = 0.5, and that is z = 0.',
      ],
      answer: 4.25,
    },
  ],
  hints: [
    'What are a and z of a neuron that cannot tell? Write the equation for z with the numbers that are given.',
    'Undecided is a = 0.5, so z = 0: w₁x₁ + w₂x₂ + b = 0. Put in what is known and solve for x₂.',
    'With the weights (1, 5), the bias −8 and x₁ = 3: 3 + 5x₂ − 8 = 0, so 5x₂ = 5 and x₂ = 1.',
  ],
  solution: {
    code: 'const myBorder = (4 * 1.5 + 3) / 2',
    why: 'z = 4 · 1.5 − 2x₂ + 3 is 0 at x₂ = 9/2.',
  },
})
