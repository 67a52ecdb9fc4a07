import { hadamard, type Matrix, map, matmul, sigmoid, sigmoidPrime, transpose } from '../../../math/index.js'
import { functionChecker } from '../../checker.js'
import { passes } from './fixtures.js'

type OutputDelta = (W1: Matrix, dA2: Matrix, Z2: Matrix) => Matrix

/** What stands where σ′(Z2) belongs, by the mistake's id. */
const slopes: Readonly<Record<string, (Z2: Matrix) => Matrix>> = {
  'no-sigma-prime': (Z2) => map(Z2, () => 1),
  'sigma-prime-of-a2': (Z2) => sigmoidPrime(sigmoid(Z2)),
  'a2-for-sigma-prime': (Z2) => sigmoid(Z2),
  'z-times-1-minus-z': (Z2) => map(Z2, (z) => z * (1 - z)),
}
const withSlope =
  (id: string): OutputDelta =>
  (_, dA2, Z2) =>
    hadamard(dA2, slopes[id]?.(Z2) ?? sigmoidPrime(Z2))

/** Exercise 06-3: the article's line for dZ2, to mend. */
export const checkOutputDelta = functionChecker<OutputDelta>({
  id: '06-3',
  kind: 'mend',
  title: 'Mend the article’s line',
  task: 'Mend dZ2 = W1ᵀ·dA2 ⊙ σ′(Z2), so that it is right for every net.',
  argumentNames: ['W1', 'dA2', 'Z2'],
  inputName: ([W1, , Z2]) => `a ${W1.columns}-${W1.rows}-${Z2.rows} net with ${Z2.columns} samples`,
  inputs: (random) => passes(random).map(({ net, cache, back }) => [net.W1, back.dA2, cache.Z2]),
  answer: (_, dA2, Z2) => hadamard(dA2, sigmoidPrime(Z2)),
  others: [
    (_, dA2, Z2) => hadamard(sigmoidPrime(Z2), dA2),
    (_, dA2, Z2) =>
      hadamard(
        dA2,
        map(sigmoid(Z2), (a) => a * (1 - a)),
      ),
  ],
  mistakes: [
    {
      id: 'w1-transposed-in-dz2',
      did: 'This goes the article’s way: W1ᵀ stands before dA2.',
      tempting: 'It is tempting, because the line for dZ1 has a Wᵀ in this place.',
      where: ({ numbers: { yours, expected } }) =>
        `There is no layer between dA2 and dZ2, only a bend, and W1 belongs to the layer before. Where all sizes are 3 it runs: the first entry is ${yours[0]?.toFixed(3)}, right is ${expected[0]?.toFixed(3)}. On a 2-4-3 net the shapes do not even fit.`,
      look: [
        'which-line',
        'Look at the second row of “Which line of the article is wrong”: dA2 is right there, and dZ2 is not.',
      ],
      answer: (W1, dA2, Z2) => hadamard(matmul(transpose(W1), dA2), sigmoidPrime(Z2)),
      others: [(W1, dA2, Z2) => matmul(transpose(W1), hadamard(dA2, sigmoidPrime(Z2)))],
    },
    {
      id: 'matrix-product',
      did: 'This is a matrix product of dA2 and σ′(Z2) in the place of ⊙.',
      tempting: 'It is tempting, because all the other lines multiply matrices that way.',
      where: ({ args: [, dA2] }) =>
        `It has the right shape only where there are as many samples as outputs, here ${dA2.rows} and ${dA2.columns}; and there it adds up slopes of other places.`,
      look: [
        'hadamard',
        'See “A nudge in Z1 is felt in one place of A1”: each entry has a slope of its own.',
      ],
      answer: (_, dA2, Z2) => matmul(dA2, sigmoidPrime(Z2)),
      others: [
        (_, dA2, Z2) => matmul(sigmoidPrime(Z2), dA2),
        (_, dA2, Z2) => matmul(dA2, transpose(sigmoidPrime(Z2))),
        (_, dA2, Z2) => matmul(transpose(dA2), sigmoidPrime(Z2)),
      ],
    },
    {
      id: 'no-sigma-prime',
      did: 'Here no slope is multiplied in: σ′ of the output layer is missing.',
      tempting: 'It is tempting, once W1ᵀ is gone, to take away all that stood beside it.',
      look: [
        'step-dz2',
        'See “dZ2: through the bend of the output layer”: each entry is multiplied by its slope.',
      ],
      answer: withSlope('no-sigma-prime'),
    },
    {
      id: 'sigma-prime-of-a2',
      did: 'Here σ′ is taken at A2, where Z2 belongs: the bend is applied twice.',
      tempting: 'It is tempting, because σ′ is written as a(1 − a) and A2 is at hand.',
      look: [
        'step-dz2-intro',
        'See the derivation under “dZ2”: the function `sigmoidPrime` wants z, and makes a from it.',
      ],
      answer: withSlope('sigma-prime-of-a2'),
    },
    {
      id: 'a2-for-sigma-prime',
      did: 'This multiplies by A2 itself and not by its slope.',
      tempting: 'It is tempting, because a is the first factor of a(1 − a).',
      look: ['step-dz2-intro', 'See the derivation under “dZ2”: the slope is a(1 − a), never above 1/4.'],
      answer: withSlope('a2-for-sigma-prime'),
    },
    {
      id: 'z-times-1-minus-z',
      did: 'This takes z(1 − z) for the slope.',
      tempting: 'It is tempting, because a(1 − a) looks like a rule for whatever stands in it.',
      look: ['step-dz2-intro', 'See the derivation under “dZ2”: the a in a(1 − a) is σ(z), the activation.'],
      answer: withSlope('z-times-1-minus-z'),
    },
  ],
  combine: (one, two) => {
    const slope = slopes[two]
    return one === 'w1-transposed-in-dz2' && slope !== undefined
      ? (W1, dA2, Z2) => hadamard(matmul(transpose(W1), dA2), slope(Z2))
      : undefined
  },
  hints: [
    'What lies between Z2 and A2 in the net: a layer of weights, or a bend? And what does W1 have to do with it?',
    'Going back across a bend, each entry is multiplied by its own slope: ⊙ σ′. Going back across a layer, the matrix is turned: Wᵀ·. Between A2 and Z2 there is a bend and no layer.',
    'With one output and two samples, dA2 = [[0.4, −0.6]] and Z2 = [[0, 2]]: σ′(0) = 0.25 and σ′(2) ≈ 0.105, so dZ2 ≈ [[0.1, −0.063]]. No weight was needed.',
  ],
  solution: {
    code: 'const myOutputDelta = (W1: Matrix, dA2: Matrix, Z2: Matrix): Matrix => hadamard(dA2, sigmoidPrime(Z2))',
    why: 'Between A2 and Z2 there is only the bend of the output layer, so dA2 meets σ′(Z2), entry by entry, and no weights.',
  },
})
