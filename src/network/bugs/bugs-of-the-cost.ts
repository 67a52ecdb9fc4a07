import { map, scale, subtract } from '../../math/elementwise.js'
import type { Mistake } from './bug.js'

/** Mistakes in dA2 = (2/M)(A2 − Y), where the backward pass begins. */
export const bugsOfTheCost = {
  'no-1/M': {
    summary: 'The 1/M of the mean is left out, so every gradient comes out M times too large.',
    line: 'dA2 = scale(subtract(A2, Y), 2)',
    instead: { dA2: ({ A2, Y }) => scale(subtract(A2, Y), 2) },
  },
  'no-2': {
    summary:
      'The 2 from the derivative of the square is left out, so every gradient is half of what it should be.',
    line: 'dA2 = scale(subtract(A2, Y), 1 / M)',
    instead: { dA2: ({ A2, Y, M }) => scale(subtract(A2, Y), 1 / M) },
  },
  'double-1/M': {
    summary: 'The 1/M of the mean is taken twice, so every gradient comes out M times too small.',
    line: 'dA2 = scale(subtract(A2, Y), 2 / (M * M))',
    instead: { dA2: ({ A2, Y, M }) => scale(subtract(A2, Y), 2 / (M * M)) },
  },
  '1/(M+1)': {
    summary: 'The mean is taken over M + 1 samples, as if the sum ran from 0 to M.',
    line: 'dA2 = scale(subtract(A2, Y), 2 / (M + 1))',
    instead: { dA2: ({ A2, Y, M }) => scale(subtract(A2, Y), 2 / (M + 1)) },
  },
  'mean-over-outputs': {
    summary: 'The mean is taken over the outputs too, where J sums over them.',
    line: 'dA2 = scale(subtract(A2, Y), 2 / (M * Y.rows))',
    instead: { dA2: ({ A2, Y, M }) => scale(subtract(A2, Y), 2 / (M * Y.rows)) },
  },
  sign: {
    summary:
      'The error is Y − A2 instead of A2 − Y, so every gradient points downhill and the update climbs.',
    line: 'dA2 = scale(subtract(Y, A2), 2 / M)',
    instead: { dA2: ({ A2, Y, M }) => scale(subtract(Y, A2), 2 / M) },
  },
  absolute: {
    summary:
      'This is the derivative of the absolute error: it keeps the sign of A2 − Y and forgets its size.',
    line: 'dA2 = scale(map(subtract(A2, Y), Math.sign), 1 / M)',
    instead: { dA2: ({ A2, Y, M }) => scale(map(subtract(A2, Y), Math.sign), 1 / M) },
  },
} satisfies Record<string, Mistake>
