import { add, scale } from '../../../math/index.js'
import { backward, forward, type Parameters, update } from '../../../network/index.js'
import { functionChecker } from '../../checker.js'
import { type Task, taskName, tasks } from './fixtures.js'

type Step = (...task: Task) => Parameters

const gradientsOf = (net: Parameters, X: Task[1], Y: Task[2]) => backward(net, forward(net, X), Y)

/** Exercise 07-2: a training step that updates too early, to mend. */
export const checkTrainingStep = functionChecker<Step>({
  id: '07-2',
  kind: 'mend',
  title: 'A step in the right order',
  task: 'Mend a training step in which W2 is updated before dW1 and dB1 are computed.',
  argumentNames: ['net', 'X', 'Y', 'α'],
  inputName: taskName,
  inputs: tasks,
  answer: (net, X, Y, alpha) => update(net, gradientsOf(net, X, Y), alpha),
  mistakes: [
    {
      id: 'w2-updated-first',
      did: 'W2 is updated before dW1 and dB1 are computed.',
      tempting: 'It is tempting, because going backward dW2 is ready first, and one need not keep it.',
      where: ({ args: [, , , alpha] }) =>
        `Then dA1 = W2ᵀ·dZ2 reads the new W2, and W1 and B1 step along something that is no gradient. With α = ${alpha} the two W2 are well apart.`,
      look: [
        'order',
        'Look at the second row of the table in “All gradients first, then all updates”: dW1 and dB1 fail.',
      ],
      answer: (net, X, Y, alpha) => {
        const cache = forward(net, X)
        const early = update(net, backward(net, cache, Y), alpha)
        return update(net, backward({ ...net, W2: early.W2 }, cache, Y), alpha)
      },
    },
    {
      id: 'one-layer-after-the-other',
      did: 'Layer 2 moves first, and layer 1 then follows the gradient of the net that has moved.',
      tempting: 'It is tempting, because with a new forward pass each of the two is a true gradient.',
      look: [
        'order-article',
        'Read “All gradients first, then all updates”: both are gradients, but at two different places.',
      ],
      answer: (net, X, Y, alpha) => {
        const { W2, B2 } = update(net, gradientsOf(net, X, Y), alpha)
        const moved = { ...net, W2, B2 }
        const { W1, B1 } = update(moved, gradientsOf(moved, X, Y), alpha)
        return { W1, B1, W2, B2 }
      },
    },
    {
      id: 'hidden-layer-first',
      did: 'Layer 1 moves first, and layer 2 then follows the gradient of the net that has moved.',
      tempting: 'It is tempting, because layer 1 comes first on the way forward.',
      look: [
        'order-article',
        'Read “All gradients first, then all updates”: both layers are measured at one place, and then both move.',
      ],
      answer: (net, X, Y, alpha) => {
        const { W1, B1 } = update(net, gradientsOf(net, X, Y), alpha)
        const moved = { ...net, W1, B1 }
        const { W2, B2 } = update(moved, gradientsOf(moved, X, Y), alpha)
        return { W1, B1, W2, B2 }
      },
    },
    {
      id: 'plus-for-minus',
      did: 'The step goes uphill: α times the gradient is added.',
      tempting: 'It is tempting, because a step sounds like something that is added.',
      look: [
        'update-intro',
        'See the four formulas of “The update”: the gradient points to where the cost grows, so each has a minus.',
      ],
      answer: (net, X, Y, alpha) => {
        const { dW1, dB1, dW2, dB2 } = gradientsOf(net, X, Y)
        return {
          W1: add(net.W1, scale(dW1, alpha)),
          B1: add(net.B1, scale(dB1, alpha)),
          W2: add(net.W2, scale(dW2, alpha)),
          B2: add(net.B2, scale(dB2, alpha)),
        }
      },
    },
    {
      id: 'bias-never-updated',
      did: 'The weights move, and a bias stays as it is.',
      tempting: 'It is tempting, because the line to mend is about a weight.',
      look: ['update-intro', 'See the four formulas of “The update”: two of them are for biases.'],
      answer: (net, X, Y, alpha) => {
        const { W1, W2 } = update(net, gradientsOf(net, X, Y), alpha)
        return { ...net, W1, W2 }
      },
    },
  ],
  hints: [
    'Which W2 did the forward pass use? And which one does the line of `slopes` read, on its way to dW1?',
    'One step: one forward pass, one backward pass with the same net, one update. Nothing moves before all four gradients are there.',
    'With one weight in each layer: z2 = w2·a1, w2 = 2, dZ2 = 0.1. Then dA1 = 2·0.1 = 0.2. After an early update w2 = 1.5, and dA1 would be 0.15: the slope of a cost that nobody has.',
  ],
  solution: {
    code: `const myStep = (net: Parameters, inputs: Matrix, targets: Matrix, rate: number): Parameters =>
  update(net, backward(net, forward(net, inputs), targets), rate)`,
    why: 'All four gradients are taken at the same net, and only then does anything move.',
  },
})
