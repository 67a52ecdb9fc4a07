import { add, scale, subtract } from '../../../math/index.js'
import { backward, forward, type Gradients, type Parameters, update } from '../../../network/index.js'
import { functionChecker } from '../../checker.js'
import { type Task, tasks } from './fixtures.js'

type Update = (net: Parameters, gradients: Gradients, alpha: number) => Parameters

/** What a rule for one matrix and its gradient makes of all four. */
const each =
  (rule: (theta: Parameters['W1'], gradient: Parameters['W1'], alpha: number) => Parameters['W1']): Update =>
  ({ W1, B1, W2, B2 }, { dW1, dB1, dW2, dB2 }, alpha) => ({
    W1: rule(W1, dW1, alpha),
    B1: rule(B1, dB1, alpha),
    W2: rule(W2, dW2, alpha),
    B2: rule(B2, dB2, alpha),
  })

const right: Update = (net, gradients, alpha) => update(net, gradients, alpha)

/** Exercise 07-1: the update of all four parameters. */
export const checkNetUpdate = functionChecker<Update>({
  id: '07-1',
  kind: 'write',
  title: 'The update of a net',
  task: 'Write the update of W1, B1, W2 and B2 as a function of the net, the gradients and α.',
  argumentNames: ['net', 'gradients', 'α'],
  inputName: ([{ W1, W2 }, , alpha]) => `a ${W1.columns}-${W1.rows}-${W2.rows} net with α = ${alpha}`,
  inputs: (random) =>
    tasks(random).map(([net, X, Y, alpha]: Task) => [net, backward(net, forward(net, X), Y), alpha]),
  answer: right,
  others: [each((theta, gradient, alpha) => add(theta, scale(gradient, -alpha)))],
  mistakes: [
    {
      id: 'plus-for-minus',
      did: 'You add α times the gradient, where it has to be subtracted.',
      tempting: 'It is tempting, because a step sounds like something that is added.',
      look: [
        'update-intro',
        'See the four formulas of “The update”: the gradient points to where the cost grows, so each has a minus.',
      ],
      answer: each((theta, gradient, alpha) => add(theta, scale(gradient, alpha))),
    },
    {
      id: 'bias-never-updated',
      did: 'The weights move, and a bias stays as it is.',
      tempting: 'It is tempting, because learning is told as a story about weights.',
      look: [
        'update-intro',
        'See the four formulas of “The update”: two are for biases. Without them a line can turn and never shift.',
      ],
      answer: (net, gradients, alpha) => ({
        ...right(net, gradients, alpha),
        B1: net.B1,
        B2: net.B2,
      }),
    },
    {
      id: 'no-learning-rate',
      did: 'The gradient is taken as it is: α is left out.',
      tempting:
        'It is tempting, because the article first writes it that way, and with α = 1 it is the same.',
      look: ['update', 'Look at the middle matrix of “One update of W1”: it is α · dW1.'],
      answer: each((theta, gradient) => subtract(theta, gradient)),
    },
    {
      id: 'step-only',
      did: 'This is the step alone, −α times the gradient, and not where it leads.',
      tempting: 'It is tempting, because the step is what is new.',
      look: ['update', 'Look at “One update of W1”: the third matrix is the first minus the second.'],
      answer: each((_, gradient, alpha) => scale(gradient, -alpha)),
    },
  ],
  combine: (one, two) => {
    if (one !== 'plus-for-minus') return undefined
    if (two === 'no-learning-rate') return each((theta, gradient) => add(theta, gradient))
    return two === 'step-only' ? each((_, gradient, alpha) => scale(gradient, alpha)) : undefined
  },
  hints: [
    'What does one step of chapter 2 look like for a single θ? And how many θ has a net, in how many matrices?',
    'Each of the four is θ − α ∂J/∂θ with its own gradient. `subtract` and `scale` work on whole matrices.',
    'With W2 = [[0.8, −0.2]], dW2 = [[0.1, 0.3]] and α = 2: W2 becomes [[0.8 − 2·0.1, −0.2 − 2·0.3]] = [[0.6, −0.8]].',
  ],
  solution: {
    code: `const myUpdate = (net: Parameters, gradients: Gradients, alpha: number) => ({
  W1: subtract(net.W1, scale(gradients.dW1, alpha)),
  B1: subtract(net.B1, scale(gradients.dB1, alpha)),
  W2: subtract(net.W2, scale(gradients.dW2, alpha)),
  B2: subtract(net.B2, scale(gradients.dB2, alpha)),
})`,
    why: 'All four parameters take the same kind of step, each against its own gradient.',
  },
})
