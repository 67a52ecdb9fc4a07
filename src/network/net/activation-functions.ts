import {
  type ActivationFunction,
  identity,
  identityPrime,
  relu,
  reluPrime,
  sigmoid,
  sigmoidPrime,
  tanh,
  tanhPrime,
} from '../../math/activation.js'
import type { Activation } from './options.js'

/** Each activation by name, with its derivative, both functions of the preactivation Z. */
export const activationFunctions: {
  readonly [name in Activation]: { readonly f: ActivationFunction; readonly prime: ActivationFunction }
} = {
  sigmoid: { f: sigmoid, prime: sigmoidPrime },
  tanh: { f: tanh, prime: tanhPrime },
  relu: { f: relu, prime: reluPrime },
  identity: { f: identity, prime: identityPrime },
}
