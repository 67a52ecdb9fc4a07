import { scale, subtract } from '../../math/elementwise.js'
import { matmul } from '../../math/matmul.js'
import { transpose } from '../../math/transpose.js'
import type { Mistake } from './bug.js'

/** Mistakes in dA1 = W2ᵀ·dZ2, where the backward pass crosses from the output layer to the hidden one. */
export const bugsOfTheWayBack = {
  'W2-updated-first': {
    summary: 'W2 is updated before it is used to pass the gradient back.',
    line: 'dA1 = matmul(transpose(subtract(W2, scale(dW2, learningRate))), dZ2)',
    instead: {
      dA1: ({ W2, dW2, learningRate, dZ2 }) => matmul(transpose(subtract(W2, scale(dW2, learningRate))), dZ2),
    },
  },
  'W2-untransposed': {
    summary: 'W2 is used as it stands to pass the gradient back, instead of its transpose.',
    line: 'dA1 = matmul(W2, dZ2)',
    instead: { dA1: ({ W2, dZ2 }) => matmul(W2, dZ2) },
  },
  'dW2ᵀ-for-W2ᵀ': {
    summary: 'The gradient dW2 stands where the weights W2 belong.',
    line: 'dA1 = matmul(transpose(dW2), dZ2)',
    instead: { dA1: ({ dW2, dZ2 }) => matmul(transpose(dW2), dZ2) },
  },
  'W1ᵀ-for-W2ᵀ': {
    summary: "The hidden layer's weights W1 stand where the output layer's weights W2 belong.",
    line: 'dA1 = matmul(transpose(W1), dZ2)',
    instead: { dA1: ({ W1, dZ2 }) => matmul(transpose(W1), dZ2) },
  },
  'dA2-for-dZ2': {
    summary: 'dA2 is passed back instead of dZ2, so σ′ of the output layer is missing in the hidden layer.',
    line: 'dA1 = matmul(transpose(W2), dA2)',
    instead: { dA1: ({ W2, dA2 }) => matmul(transpose(W2), dA2) },
  },
} satisfies Record<string, Mistake>
