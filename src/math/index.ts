export {
  type ActivationFunction,
  identity,
  identityPrime,
  relu,
  reluPrime,
  sigmoid,
  sigmoidPrime,
  tanh,
  tanhPrime,
} from './activation.js'
export { binaryCrossEntropy, crossEntropy } from './cross-entropy.js'
export { add, hadamard, map, scale, subtract } from './elementwise.js'
export { at, columnOf, rowOf, toRows } from './entries.js'
export { matmul } from './matmul.js'
export {
  fill,
  fromValues,
  type Matrix,
  matrix,
  ones,
  zeros,
} from './matrix.js'
export {
  meanSquaredError,
  meanSquaredErrorGradient,
} from './mean-squared-error.js'
export { type RandomGenerator, randomGenerator } from './random.js'
export type { ReadonlyValues } from './readonly-values.js'
export { ShapeError } from './shape-error.js'
export { shapeOf } from './shape-of.js'
export { softmax } from './softmax.js'
export { sumColumns } from './sum-columns.js'
export { transpose } from './transpose.js'
