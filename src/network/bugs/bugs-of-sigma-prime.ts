import { hadamard, map } from '../../math/elementwise.js'
import { matmul } from '../../math/matmul.js'
import { transpose } from '../../math/transpose.js'
import type { Mistake } from './bug.js'

/** Mistakes in dZ2 = dA2 ⊙ σ′(Z2) and dZ1 = dA1 ⊙ σ′(Z1), where the backward pass crosses an activation. */
export const bugsOfSigmaPrime = {
  'sigmaPrime-of-A2': {
    summary: 'σ′ of the output layer is taken at the activation A2 instead of the preactivation Z2.',
    line: 'dZ2 = hadamard(dA2, sigmoidPrime(A2))',
    instead: { dZ2: ({ dA2, A2, outputPrime }) => hadamard(dA2, outputPrime(A2)) },
  },
  'sigmaPrime-of-A1': {
    summary: 'σ′ of the hidden layer is taken at the activation A1 instead of the preactivation Z1.',
    line: 'dZ1 = hadamard(dA1, sigmoidPrime(A1))',
    instead: { dZ1: ({ dA1, A1, hiddenPrime }) => hadamard(dA1, hiddenPrime(A1)) },
  },
  'sigmaPrime-of-both': {
    summary: 'σ′ of both layers is taken at the activation instead of the preactivation.',
    line: 'dZ2 = hadamard(dA2, sigmoidPrime(A2))\ndZ1 = hadamard(dA1, sigmoidPrime(A1))',
    instead: {
      dZ2: ({ dA2, A2, outputPrime }) => hadamard(dA2, outputPrime(A2)),
      dZ1: ({ dA1, A1, hiddenPrime }) => hadamard(dA1, hiddenPrime(A1)),
    },
  },
  'A2-for-sigmaPrime': {
    summary: 'The activation A2 itself stands where its derivative σ′(Z2) belongs.',
    line: 'dZ2 = hadamard(dA2, A2)',
    instead: { dZ2: ({ dA2, A2 }) => hadamard(dA2, A2) },
  },
  'no-sigmaPrime-output': {
    summary: 'σ′ of the output layer is left out, as if that layer had no activation.',
    line: 'dZ2 = dA2',
    instead: { dZ2: ({ dA2 }) => dA2 },
  },
  'no-sigmaPrime-hidden': {
    summary: 'σ′ of the hidden layer is left out, as if that layer had no activation.',
    line: 'dZ1 = dA1',
    instead: { dZ1: ({ dA1 }) => dA1 },
  },
  'Z(1−Z)': {
    summary: 'σ′ = a(1 − a) is computed with the preactivation z in the place of the activation a.',
    line: 'dZ2 = hadamard(dA2, map(Z2, (z) => z * (1 - z)))\ndZ1 = hadamard(dA1, map(Z1, (z) => z * (1 - z)))',
    instead: {
      dZ2: ({ dA2, Z2 }) =>
        hadamard(
          dA2,
          map(Z2, (z) => z * (1 - z)),
        ),
      dZ1: ({ dA1, Z1 }) =>
        hadamard(
          dA1,
          map(Z1, (z) => z * (1 - z)),
        ),
    },
  },
  'sigmaPrime-of-Z2-in-hidden': {
    summary: "σ′ of the hidden layer is taken at the output layer's preactivation Z2.",
    line: 'dZ1 = hadamard(dA1, sigmoidPrime(Z2))',
    instead: { dZ1: ({ dA1, Z2, hiddenPrime }) => hadamard(dA1, hiddenPrime(Z2)) },
  },
  source: {
    summary: 'W1ᵀ is multiplied into dZ2, although the output layer has no layer after it.',
    line: 'dZ2 = hadamard(matmul(transpose(W1), dA2), sigmoidPrime(Z2))',
    instead: {
      dZ2: ({ W1, dA2, Z2, outputPrime }) => hadamard(matmul(transpose(W1), dA2), outputPrime(Z2)),
    },
  },
  'matmul-for-hadamard': {
    summary: 'dA2 and σ′(Z2) are multiplied as matrices instead of entry by entry.',
    line: 'dZ2 = matmul(dA2, sigmoidPrime(Z2))',
    instead: { dZ2: ({ dA2, Z2, outputPrime }) => matmul(dA2, outputPrime(Z2)) },
  },
} satisfies Record<string, Mistake>
