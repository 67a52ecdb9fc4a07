import fc from 'fast-check'
import type { Samples } from '../../src/data/index.js'
import { fromValues } from '../../src/math/matrix.js'

/** Samples that can be told apart: X is 2×M with column m (m, 1000 + m), Y is 1×M with 10·m. */
export function numberedSamples(M: number): Samples {
  const values = Array.from({ length: M }, (_, m) => m)
  return {
    X: fromValues(2, M, [...values, ...values.map((m) => 1000 + m)]),
    Y: fromValues(
      1,
      M,
      values.map((m) => 10 * m),
    ),
  }
}

export const seed = fc.integer()
