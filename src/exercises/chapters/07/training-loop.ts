import { backward, forward, type Parameters, update } from '../../../network/index.js'
import { functionChecker } from '../../checker.js'
import { type Task, taskName, tasks } from './fixtures.js'

type Loop = (...task: [...task: Task, iterations: number]) => Parameters

/** A loop of so many updates; `next` makes one. */
function looped(net: Parameters, times: number, next: (net: Parameters) => Parameters): Parameters {
  let trained = net
  for (let k = 0; k < times; k++) trained = next(trained)
  return trained
}

const train: Loop = (net, X, Y, alpha, iterations) =>
  looped(net, iterations, (now) => update(now, backward(now, forward(now, X), Y), alpha))

/** Exercise 07-4: the training loop. */
export const checkTrainingLoop = functionChecker<Loop>({
  id: '07-4',
  kind: 'write',
  title: 'The training loop',
  task: 'Write the loop: forward, backward, update, as often as asked.',
  argumentNames: ['net', 'X', 'Y', 'α', 'iterations'],
  inputName: ([net, X, Y, alpha, iterations]) => `${taskName([net, X, Y, alpha])}, ${iterations} iterations`,
  inputs: (random) => tasks(random).map((task, i) => [...task, i + 3]),
  answer: train,
  mistakes: [
    {
      id: 'stale-forward-pass',
      did: 'The forward pass is run once, before the loop, and its cache is used again and again.',
      tempting: 'It is tempting, because a value that is computed once need not be computed again.',
      where: ({ args: [, , , , iterations] }) =>
        `The first of the ${iterations} iterations is right. From the second on, the new weights meet the activations of the old ones.`,
      look: ['loop', 'Look at the loop in “The loop”: `forward` is its first line, inside the brackets.'],
      answer: (net, X, Y, alpha, iterations) => {
        const cache = forward(net, X)
        return looped(net, iterations, (now) => update(now, backward(now, cache, Y), alpha))
      },
    },
    {
      id: 'stale-gradient',
      did: 'The gradient is computed once, and every step goes the same way.',
      tempting:
        'It is tempting, because the gradient is the direction, and a direction seems to be one thing.',
      where: ({ args: [, , , alpha, iterations] }) =>
        `${iterations} steps with α = ${alpha} come to one step with α = ${Math.round(alpha * iterations * 100) / 100}.`,
      look: ['loop-intro', 'Read “The loop”: all three calls are repeated, forward, backward, update.'],
      answer: (net, X, Y, alpha, iterations) => {
        const gradients = backward(net, forward(net, X), Y)
        return looped(net, iterations, (now) => update(now, gradients, alpha))
      },
    },
    {
      id: 'one-step-only',
      did: 'Each iteration begins at the first net again, so only one step is left of them all.',
      tempting: 'It is tempting, because `update` returns a new net and leaves the old one as it is.',
      look: ['loop', 'Look at the last line in the loop of “The loop”: `net =` keeps what `update` returns.'],
      answer: (net, X, Y, alpha) => train(net, X, Y, alpha, 1),
    },
    {
      id: 'one-too-many',
      did: 'This is one update too many.',
      tempting: 'It is tempting to count from 0 up to and including the number.',
      where: ({ args: [, , , , iterations] }) =>
        `Asked were ${iterations}, and k from 0 to ${iterations} makes ${iterations + 1}.`,
      look: ['loop', 'Look at “The loop”: it counts one more, because it also notes the cost at the end.'],
      answer: (net, X, Y, alpha, iterations) => train(net, X, Y, alpha, iterations + 1),
    },
    {
      id: 'one-too-few',
      did: 'This is one update too few.',
      tempting: 'It is tempting, when k starts at 1 and has to stay below the number.',
      where: ({ args: [, , , , iterations] }) =>
        `Asked were ${iterations}, and k from 1 to ${iterations - 1} makes ${iterations - 1}.`,
      look: ['loop-intro', 'Read “The loop”, and count as it does: for 3 iterations k is 0, 1, 2.'],
      answer: (net, X, Y, alpha, iterations) => train(net, X, Y, alpha, iterations - 1),
    },
  ],
  hints: [
    'Which of the three calls depends on the weights? All that do have to be inside the loop.',
    'Keep the net in a variable. In each iteration: cache from forward, gradients from backward with that net and that cache, and the variable becomes what update returns.',
    'Descent on J = θ² as a loop: `let theta = 3` and then, four times, `theta = theta - 0.1 * (2 * theta)`. The slope 2θ is computed anew each time: 3, 2.4, 1.92, 1.536, 1.2288.',
  ],
  solution: {
    code: `const myTraining = (net: Parameters, inputs: Matrix, targets: Matrix, rate: number, iterations: number): Parameters => {
  let trained = net
  for (let k = 0; k < iterations; k++) {
    trained = update(trained, backward(trained, forward(trained, inputs), targets), rate)
  }
  return trained
}`,
    why: 'The weights change in every iteration, so the forward pass and the gradient have to be made anew each time.',
  },
})
