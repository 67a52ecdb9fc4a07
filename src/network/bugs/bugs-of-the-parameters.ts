import { scale } from '../../math/elementwise.js'
import { matmul } from '../../math/matmul.js'
import { sumColumns } from '../../math/sum-columns.js'
import { transpose } from '../../math/transpose.js'
import type { Mistake } from './bug.js'

/** Mistakes in dW = dZ·(what went into the layer)ᵀ and dB = Σ_columns dZ. The lines before them are right. */
export const bugsOfTheParameters = {
  'dW2-from-Z1': {
    summary: 'dW2 is made with the preactivation Z1, although W2 was multiplied by the activation A1.',
    line: 'dW2 = matmul(dZ2, transpose(Z1))',
    instead: { dW2: ({ dZ2, Z1 }) => matmul(dZ2, transpose(Z1)) },
  },
  'dW2-from-A2': {
    summary: "dW2 is made with the layer's output A2 instead of its input A1.",
    line: 'dW2 = matmul(dZ2, transpose(A2))',
    instead: { dW2: ({ dZ2, A2 }) => matmul(dZ2, transpose(A2)) },
  },
  'dW2-from-X': {
    summary: "dW2 is made with the net's input X instead of the layer's input A1.",
    line: 'dW2 = matmul(dZ2, transpose(X))',
    instead: { dW2: ({ dZ2, X }) => matmul(dZ2, transpose(X)) },
  },
  'dW1-from-A1': {
    summary: "dW1 is made with the layer's output A1 instead of its input X.",
    line: 'dW1 = matmul(dZ1, transpose(A1))',
    instead: { dW1: ({ dZ1, A1 }) => matmul(dZ1, transpose(A1)) },
  },
  'dW2-transposed': {
    summary: 'dW2 comes out transposed: entry (i, j) of it belongs to weight (j, i).',
    line: 'dW2 = matmul(A1, transpose(dZ2))',
    instead: { dW2: ({ dZ2, A1 }) => matmul(A1, transpose(dZ2)) },
  },
  'bias-unsummed': {
    summary: 'The bias gradients are not summed over the samples, so they keep a column for each.',
    line: 'dB2 = dZ2\ndB1 = dZ1',
    instead: { dB2: ({ dZ2 }) => dZ2, dB1: ({ dZ1 }) => dZ1 },
  },
  'bias-wrong-axis': {
    summary: 'The bias gradients are summed over the neurons instead of the samples.',
    line: 'dB2 = transpose(sumColumns(transpose(dZ2)))\ndB1 = transpose(sumColumns(transpose(dZ1)))',
    instead: {
      dB2: ({ dZ2 }) => transpose(sumColumns(transpose(dZ2))),
      dB1: ({ dZ1 }) => transpose(sumColumns(transpose(dZ1))),
    },
  },
  'bias-mean': {
    summary: 'The bias gradients are averaged over the samples, although the 1/M is in dZ2 and dZ1 already.',
    line: 'dB2 = scale(sumColumns(dZ2), 1 / M)\ndB1 = scale(sumColumns(dZ1), 1 / M)',
    instead: {
      dB2: ({ dZ2, M }) => scale(sumColumns(dZ2), 1 / M),
      dB1: ({ dZ1, M }) => scale(sumColumns(dZ1), 1 / M),
    },
  },
} satisfies Record<string, Mistake>
