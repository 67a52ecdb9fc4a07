import {
  fill,
  fromValues,
  type Matrix,
  map,
  type RandomGenerator,
  randomGenerator,
  softmax,
} from '../../src/math/index.js'
import type { NetworkOptions, Parameters } from '../../src/network/index.js'

/** A net with something to learn, all of it from the generator. */
export interface Net {
  readonly parameters: Parameters
  readonly X: Matrix
  readonly Y: Matrix
  readonly options: NetworkOptions
}

/** Every combination of smooth activations and costs that exists. */
export const smoothOptions: readonly NetworkOptions[] = (['sigmoid', 'tanh', 'identity'] as const).flatMap(
  (hiddenActivation): NetworkOptions[] => [
    { hiddenActivation, outputActivation: 'sigmoid', cost: 'meanSquaredError' },
    { hiddenActivation, outputActivation: 'tanh', cost: 'meanSquaredError' },
    { hiddenActivation, outputActivation: 'identity', cost: 'meanSquaredError' },
    { hiddenActivation, outputActivation: 'sigmoid', cost: 'binaryCrossEntropy' },
    { hiddenActivation, outputActivation: 'softmax', cost: 'crossEntropy' },
  ],
)

/** All sizes from 1 to 5, up to 6 samples, entries within ±1, labels that the cost takes. */
export function randomNet(random: RandomGenerator, options: NetworkOptions): Net {
  const size = (most: number): number => 1 + random.integer(most)
  const [nx, nh, M] = [size(5), size(5), size(6)]
  // A softmax of one output is always 1: nothing to learn.
  const ny = options.cost === 'crossEntropy' ? 1 + size(4) : size(5)
  const within = (rows: number, columns: number): Matrix => uniform(random, rows, columns, -1)
  const parameters = { W1: within(nh, nx), B1: within(nh, 1), W2: within(ny, nh), B2: within(ny, 1) }
  return { parameters, X: within(nx, M), Y: labels(random, ny, M, options), options }
}

/** The net of a seed with these sizes: weights, biases and inputs within ±1, labels from 0 to 1. */
export function seededNet(seed: number, [nx, nh, ny]: readonly [number, number, number], M: number): Net {
  const random = randomGenerator(seed)
  const within = (rows: number, columns: number): Matrix => uniform(random, rows, columns, -1)
  const parameters = { W1: within(nh, nx), B1: within(nh, 1), W2: within(ny, nh), B2: within(ny, 1) }
  return { parameters, X: within(nx, M), Y: uniform(random, ny, M, 0), options: {} }
}

function labels(random: RandomGenerator, ny: number, M: number, { cost }: NetworkOptions): Matrix {
  if (cost === 'meanSquaredError') return uniform(random, ny, M, -1)
  if (cost === 'binaryCrossEntropy') return uniform(random, ny, M, 0)
  return random.integer(2) === 0
    ? softmax(uniform(random, ny, M, -1))
    : oneHot(
        ny,
        Array.from({ length: M }, () => random.integer(ny)),
      )
}

function oneHot(ny: number, classes: readonly number[]): Matrix {
  return map(fill(ny, classes.length, 0), (_, i, j) => (classes[j] === i ? 1 : 0))
}

function uniform(random: RandomGenerator, rows: number, columns: number, low: number): Matrix {
  return fromValues(
    rows,
    columns,
    Array.from({ length: rows * columns }, () => random.uniform(low, 1)),
  )
}
