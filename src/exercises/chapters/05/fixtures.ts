import type { Matrix, RandomGenerator } from '../../../math/index.js'
import type { Parameters } from '../../../network/index.js'
import { drawMatrix } from '../../draw.js'

/** A net and samples for it. */
export interface NetAndSamples {
  readonly net: Parameters
  readonly X: Matrix
}

/**
 * Nets on which wrong forward passes differ: 3-3-3 with M = 3, where every shape fits, the same with M = 5, and
 * 2-4-3 with M = 6, where no two sizes that matter are equal.
 */
export function nets(random: RandomGenerator): NetAndSamples[] {
  const sizes: readonly [number, number, number, number][] = [
    [3, 3, 3, 3],
    [3, 3, 3, 5],
    [2, 4, 3, 6],
  ]
  return sizes.map(([nx, nh, ny, M]) => ({
    net: {
      W1: drawMatrix(random, nh, nx, -1.5, 1.5),
      B1: drawMatrix(random, nh, 1, -2, 2),
      W2: drawMatrix(random, ny, nh, -1.5, 1.5),
      B2: drawMatrix(random, ny, 1, -2, 2),
    },
    X: drawMatrix(random, nx, M, -2, 2),
  }))
}
