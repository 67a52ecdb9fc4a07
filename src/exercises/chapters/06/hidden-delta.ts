import { hadamard, type Matrix, matmul, sigmoidPrime, transpose } from '../../../math/index.js'
import type { Cache, Parameters } from '../../../network/index.js'
import { functionChecker } from '../../checker.js'
import { passes, passName } from './fixtures.js'

interface Back {
  readonly dA2: Matrix
  readonly dZ2: Matrix
  readonly dW2: Matrix
}
type HiddenDelta = (net: Parameters, cache: Cache, back: Back) => Matrix

/** What stands in the three places of dZ1 = (W2ᵀ·dZ2) ⊙ σ′(Z1). */
interface Places {
  readonly weights: (net: Parameters, back: Back) => Matrix
  readonly error: (back: Back) => Matrix
  readonly slope: (cache: Cache) => Matrix | undefined
}

const right: Places = {
  weights: ({ W2 }) => transpose(W2),
  error: ({ dZ2 }) => dZ2,
  slope: ({ Z1 }) => sigmoidPrime(Z1),
}

const changes: Readonly<Record<string, Partial<Places>>> = {
  'w1-transposed-for-w2-transposed': { weights: ({ W1 }) => transpose(W1) },
  'w2-not-transposed': { weights: ({ W2 }) => W2 },
  'dw2-transposed-for-w2-transposed': { weights: (_, { dW2 }) => transpose(dW2) },
  'da2-for-dz2': { error: ({ dA2 }) => dA2 },
  'no-sigma-prime': { slope: () => undefined },
  'sigma-prime-of-a1': { slope: ({ A1 }) => sigmoidPrime(A1) },
  'sigma-prime-of-z2': { slope: ({ Z2 }) => sigmoidPrime(Z2) },
}

function deltaWith(...names: readonly string[]): HiddenDelta {
  const places: Places = Object.assign({}, right, ...names.map((name) => changes[name]))
  return (net, cache, back) => {
    const dA1 = matmul(places.weights(net, back), places.error(back))
    const slope = places.slope(cache)
    return slope === undefined ? dA1 : hadamard(dA1, slope)
  }
}

/** Exercise 06-4: from dZ2 to dZ1. */
export const checkHiddenDelta = functionChecker<HiddenDelta>({
  id: '06-4',
  kind: 'write',
  title: 'One layer further back',
  task: 'Write dZ1 as a function of the net, the cache, and what the way back has so far.',
  argumentNames: ['net', 'cache', 'back'],
  inputName: ([, cache]) => passName(cache),
  inputs: (random) =>
    passes(random)
      .slice(1)
      .map(({ net, cache, back }) => [net, cache, back]),
  answer: deltaWith(),
  others: [(net, { Z1 }, { dZ2 }) => hadamard(sigmoidPrime(Z1), matmul(transpose(net.W2), dZ2))],
  mistakes: [
    {
      id: 'w1-transposed-for-w2-transposed',
      did: 'This is W1ᵀ·dZ2.',
      tempting: 'It is tempting, because it is the hidden layer whose error is wanted, and W1 is its matrix.',
      where: ({ args: [{ W1 }] }) =>
        `The error came to layer 2 through W2, so it goes back through W2ᵀ. Here W1ᵀ is ${W1.columns}×${W1.rows} and happens to fit; on a 2-4-3 net it does not.`,
      look: ['map', 'Look at the arrow between A1 and Z2 on the map at the top: W2 stands on it.'],
      answer: deltaWith('w1-transposed-for-w2-transposed'),
    },
    {
      id: 'w2-not-transposed',
      did: 'This is W2·dZ2: W2 is not turned.',
      tempting: 'It is tempting, because W2 was multiplied from the left on the way forward as well.',
      where: ({ args: [{ W2 }] }) =>
        `Here W2 is ${W2.rows}×${W2.columns}, so both forms fit, and the numbers differ. On a 2-4-3 net W2 is 3×4 and W2·dZ2 has no result.`,
      look: [
        'transposed',
        'See the sums below “Back through two outputs to three neurons”: each takes a column of V, not a row.',
      ],
      answer: deltaWith('w2-not-transposed'),
    },
    {
      id: 'dw2-transposed-for-w2-transposed',
      did: 'This goes back through dW2ᵀ: the gradient of the weights in the place of the weights.',
      tempting:
        'It is tempting, because it has the same shape, and everything around it is called d-something.',
      look: [
        'step-da1-intro',
        'See the formula under “dA1”: a path back is multiplied by the weight that stood on it.',
      ],
      answer: deltaWith('dw2-transposed-for-w2-transposed'),
    },
    {
      id: 'da2-for-dz2',
      did: 'Here dA2 is passed on, where dZ2 belongs: the bend of the output layer is jumped over.',
      tempting: 'It is tempting to go back from A to A.',
      look: [
        'map',
        'Follow the lower row of the map at the top: from dA2 the way goes to dZ2, and only then through W2ᵀ.',
      ],
      answer: deltaWith('da2-for-dz2'),
    },
    {
      id: 'no-sigma-prime',
      did: 'This stops before the bend: σ′ of the hidden layer is missing.',
      tempting: 'It is tempting to stop after the product, because the shape is right already.',
      look: [
        'step-da1-dz1',
        'See “dZ1: through the bend of the hidden layer”: dA1 is not the end of the way.',
      ],
      answer: deltaWith('no-sigma-prime'),
    },
    {
      id: 'sigma-prime-of-a1',
      did: 'Here σ′ is taken at A1, where Z1 belongs: the bend is applied twice.',
      tempting: 'It is tempting, because σ′ is a(1 − a) and A1 is at hand.',
      look: [
        'step-dz2-intro',
        'See the derivation under “dZ2”: the function `sigmoidPrime` wants z, and makes a from it.',
      ],
      answer: deltaWith('sigma-prime-of-a1'),
    },
    {
      id: 'sigma-prime-of-z2',
      did: 'Here σ′ is taken at Z2, the preactivation of the other layer.',
      tempting: 'It is tempting after the line for dZ2, where it was right.',
      look: ['step-da1-dz1', 'See “dZ1: through the bend of the hidden layer”: dA1 meets the slope at Z1.'],
      answer: deltaWith('sigma-prime-of-z2'),
    },
  ],
  combine: (one, two) => {
    const [a = {}, b = {}] = [changes[one], changes[two]]
    return Object.keys(a).some((place) => place in b) ? undefined : deltaWith(one, two)
  },
  hints: [
    'Two things lie between Z1 and Z2: a bend and a layer of weights. In which order do you meet them, coming from Z2?',
    'Back across a layer: Wᵀ· with the weights of that layer. Back across a bend: ⊙ σ′ at the preactivation of that bend.',
    'One output, two hidden neurons, one sample: W2 = [[2, −1]], dZ2 = [[0.1]]. Then dA1 = W2ᵀ·dZ2 is [[0.2], [−0.1]]. With Z1 = [[0], [0]] every slope is 0.25, so dZ1 = [[0.05], [−0.025]].',
  ],
  solution: {
    code: `const myHiddenDelta = (net: Parameters, cache: Cache, back: { dA2: Matrix, dZ2: Matrix, dW2: Matrix }): Matrix =>
  hadamard(matmul(transpose(net.W2), back.dZ2), sigmoidPrime(cache.Z1))`,
    why: 'Back across the layer with W2ᵀ, then back across the bend of the hidden layer with ⊙ σ′(Z1).',
  },
})
