import { minibatches, standardize } from '../../../data/index.js'
import { costCurve } from '../../../figures/index.js'
import { type Matrix, map, toRows } from '../../../math/index.js'
import {
  backward,
  checkGradients,
  cost,
  forward,
  type Parameters,
  train,
  update,
} from '../../../network/index.js'
import type { BugHunt } from '../../bug-hunt.js'
import { symptomTable } from '../../symptom-table.js'
import { petals, splitOf, startOfTwo, twoSpecies } from './fixtures.js'

/** What the first hunt's lines make of the training flowers, with the scale of all flowers or of those alone. */
function experiment(X: Matrix, Y: Matrix, scaleOf: 'all' | 'training') {
  const parts = splitOf(X, Y)
  const units = standardize(scaleOf === 'all' ? X : parts.train.X)
  const inputs = units.transform(parts.train.X)
  const run = train(startOfTwo(), inputs, parts.train.Y, { learningRate: 1, epochs: 20, ...twoSpecies })
  const { mean, deviation } = standardize(inputs)
  const lengths = toRows(inputs)[0] ?? []
  return [
    mean.values[0] ?? 0,
    deviation.values[0] ?? 0,
    Math.max(...lengths),
    run.history.cost.at(-1) ?? 0,
  ] as const
}

function symptomsOfTheWideScale() {
  const { X, Y } = petals()
  const mistyped = splitOf(X, Y).test.indices[0] ?? 0
  const wrongX = map(X, (x, row, column) => (row === 0 && column === mistyped ? 10 * x : x))
  const [seen, changed, right] = [
    experiment(X, Y, 'all'),
    experiment(wrongX, Y, 'all'),
    experiment(wrongX, Y, 'training'),
  ]
  const names = ['mean, scaled', 'deviation, scaled', 'largest, scaled', 'training cost after 20 epochs']
  return [
    symptomTable(
      'Petal length of the training flowers, when one test flower is mistyped with 10 times its length',
      ['', 'as measured', 'one test flower mistyped', 'right lines, both times'],
      names.map((name, i) => [name, seen[i] ?? 0, changed[i] ?? 0, right[i] ?? 0]),
    ),
  ]
}

const alpha = 3
const batchSize = 5
/** The minibatches of one epoch. */
function batchesOf(size: number, epoch: number) {
  const { X, Y } = petals()
  const { train: flowers } = splitOf(X, Y)
  return minibatches(standardize(flowers.X).transform(flowers.X), flowers.Y, { batchSize: size, seed: epoch })
}

const gradientsOf = (net: Parameters, from: Parameters, X: Matrix, Y: Matrix) =>
  backward(net, forward(from, X, twoSpecies), Y, twoSpecies)

/** The cost by epoch, with the forward pass of the net that an epoch starts with, or of the net of now. */
function costsOf(size: number, pass: 'stale' | 'fresh') {
  const [all] = batchesOf(70, 0)
  const costs: number[] = []
  let net: Parameters = startOfTwo()
  for (let epoch = 0; epoch <= 30; epoch++) {
    if (all) costs.push(cost(forward(net, all.X, twoSpecies), all.Y, twoSpecies))
    const start = net
    for (const { X, Y } of batchesOf(size, epoch))
      net = update(net, gradientsOf(net, pass === 'stale' ? start : net, X, Y), alpha)
  }
  return costs
}

/** The gradient check of dW1 at each batch of the first epoch. */
function errorsOf(size: number) {
  const start = startOfTwo()
  let net: Parameters = start
  return batchesOf(size, 0).map(({ X, Y }) => {
    const gradients = gradientsOf(net, start, X, Y)
    const error = checkGradients(net, X, Y, gradients, twoSpecies).dW1
    net = update(net, gradients, alpha)
    return error
  })
}

function symptomsOfTheStaleBatches() {
  return [
    {
      kind: 'chart' as const,
      figure: costCurve(
        {
          [`these lines, batches of ${batchSize}`]: costsOf(batchSize, 'stale'),
          [`right lines, batches of ${batchSize}`]: costsOf(batchSize, 'fresh'),
          'these lines, all 70 in one batch': costsOf(70, 'stale'),
        },
        { per: 'epoch', title: 'Bug hunt: two species with these lines' },
      ),
    },
    symptomTable(
      `The gradient check of dW1 in the first epoch, batches of ${batchSize}`,
      ['', 'relative error'],
      errorsOf(batchSize)
        .slice(0, 4)
        .map((error, i) => [`batch ${i + 1}`, error]),
    ),
  ]
}

/** The bug hunts of chapter 8. */
export const huntsOf08: readonly BugHunt[] = [
  {
    id: '08-h1',
    title: 'A scale that knows too much',
    task: 'Find the wrong line of an experiment.',
    says: 'This experiment splits, standardises, trains and tests. `options` has a sigmoid output and cross-entropy, and Y is 0 or 1. The test error looks good. Then somebody mistypes one single test flower, and the training changes with it:',
    code: [
      'const experiment = (X, Y, start, options) => {',
      '  const units = standardize(X)',
      '  const parts = split(X, Y, { trainFraction: 0.7, seed: 2 })',
      '  const inputs = units.transform(parts.train.X)',
      '  const run = train(start, inputs, parts.train.Y, options)',
      '  const tested = units.transform(parts.test.X)',
      '  const { A2 } = forward(run.parameters, tested, options)',
      '  return binaryCrossEntropy(A2, parts.test.Y)',
      '}',
    ],
    symptoms: symptomsOfTheWideScale,
    line: 2,
    lines: [
      'It takes all that an experiment needs.',
      'It fits the scale, to more flowers than it may know.',
      'It deals the flowers into two parts, by a seed and not by their values.',
      'It puts the training flowers on the scale. It can be no better than the scale is.',
      'It trains, with training flowers alone.',
      'It puts the test flowers on the same scale as the training flowers, as it must.',
      'It runs the trained net on the test flowers.',
      'It measures the cost on the test flowers, after everything else.',
      'It closes what line 1 opened.',
    ],
    reasons: {
      a: 'The test flowers need a scale of their own.',
      b: 'The labels have to be standardised, too.',
      c: 'The scale is fitted to all flowers, the test flowers among them.',
      d: 'One flower in ten should be enough for the test.',
    },
    reason: 'c',
    overlooked: {
      a: 'with a scale of their own the same number would mean two different lengths.',
      b: 'labels of 0 and 1 are what the sigmoid and cross-entropy want.',
      d: 'however few test flowers there are, none of them may change the training.',
    },
    look: [
      'scale-intro',
      'Read in “Bring the scales together” from which cars the mean and the deviation are computed.',
    ],
    hints: [
      'A test flower has changed, and with it the scaled training flowers. Through which line can it reach them?',
      'What is fitted may know the training data alone. Go through the lines: what is fitted in each, and to what?',
    ],
    solution: {
      code: `const parts = split(X, Y, { trainFraction: 0.7, seed: 2 })
const units = standardize(parts.train.X)`,
      why: 'Split first, then fit the scale to the training data alone. Otherwise the test data takes part in the training, and the test error is no longer that of new flowers.',
    },
  },
  {
    id: '08-h2',
    returning: '07-h1',
    title: 'Only with small batches',
    task: 'Find the wrong line of an epoch in minibatches.',
    says: 'One epoch in minibatches. With all flowers in one batch it does what it should. With batches of 5 this happens:',
    code: [
      'const epoch = (start, batches, alpha, options) => {',
      '  let net = start',
      '  for (const { X, Y } of batches) {',
      '    const cache = forward(start, X, options)',
      '    const gradients = backward(net, cache, Y, options)',
      '    net = update(net, gradients, alpha)',
      '  }',
      '  return net',
      '}',
    ],
    symptoms: symptomsOfTheStaleBatches,
    line: 4,
    lines: [
      'It takes all that an epoch needs.',
      'It keeps the net in a variable, so that each batch can begin where the last one ended.',
      'It goes through the batches, so that each flower has its turn once.',
      'It runs a net forward, and it is not the net that is trained by now.',
      'It computes all four gradients before anything moves. It can be no better than the cache that it gets.',
      'It takes the step, with a minus in it, and keeps the new net.',
      'It closes what line 3 opened.',
      'It gives back the net after the last batch.',
      'It closes what line 1 opened.',
    ],
    reasons: {
      a: 'Small batches need a smaller learning rate.',
      b: 'The update has to wait until all batches have had their turn.',
      c: 'With cross-entropy no forward pass is needed.',
      d: 'The forward pass is that of the net before the epoch; after the first batch that net is gone.',
    },
    reason: 'd',
    overlooked: {
      a: 'the right lines have the same learning rate and the same batches.',
      b: 'a step after each batch is what minibatches are for.',
      c: 'A2 is in dZ2 with either cost, and it comes from a forward pass.',
    },
    look: [
      'minibatch-intro',
      'Read “Minibatches”: each batch makes a step of its own. From which net does the second one start?',
    ],
    hints: [
      'The check is right for the first batch and wrong for the second. What has changed in between, and which line has not heard of it?',
      'A gradient is that of one net. Its weights and the values of the forward pass have to belong together, in each batch anew.',
    ],
    solution: {
      code: 'const cache = forward(net, X, options)',
      why: 'Each batch begins with a forward pass of the net as it is now. With one batch in an epoch the two nets are the same, so the full batch does not show it.',
    },
  },
]
