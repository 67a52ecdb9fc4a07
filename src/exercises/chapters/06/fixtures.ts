import { type Matrix, map, type RandomGenerator } from '../../../math/index.js'
import {
  backward,
  type Cache,
  forward,
  type Gradients,
  type Parameters,
  type Steps,
} from '../../../network/index.js'
import { drawMatrix } from '../../draw.js'

/** Outputs and labels on which a forgotten 1/M, M + 1 and the number of outputs differ: 3×5, 3×6 and 1×4. */
export function outputs(random: RandomGenerator): [Matrix, Matrix][] {
  return [
    [3, 5],
    [3, 6],
    [1, 4],
  ].map(([rows = 1, columns = 1]) => [
    drawMatrix(random, rows, columns, 0.1, 0.9),
    map(drawMatrix(random, rows, columns), (x) => Number(x > 0)),
  ])
}

/** A net with what its forward pass left, and the whole way back. */
export interface Pass {
  readonly net: Parameters
  readonly cache: Cache
  readonly back: Gradients & Steps
}

/**
 * Passes on which wrong lines differ: 3-3-3 with M = 3, where every shape fits, the same with M = 5, and 2-4-3 with
 * M = 6, where no two sizes that matter are equal.
 */
export function passes(random: RandomGenerator): Pass[] {
  const sizes: readonly [number, number, number, number][] = [
    [3, 3, 3, 3],
    [3, 3, 3, 5],
    [2, 4, 3, 6],
  ]
  return sizes.map(([nx, nh, ny, M]) => {
    const net = {
      W1: drawMatrix(random, nh, nx, -1.5, 1.5),
      B1: drawMatrix(random, nh, 1),
      W2: drawMatrix(random, ny, nh, -1.5, 1.5),
      B2: drawMatrix(random, ny, 1),
    }
    const cache = forward(net, drawMatrix(random, nx, M, -2, 2))
    const Y = map(drawMatrix(random, ny, M), (x) => Number(x > 0))
    return { net, cache, back: backward(net, cache, Y, { steps: true }) }
  })
}

/** What a verdict calls such a pass: `a 3-3-3 net with 5 samples`. */
export function passName({ X, A1, A2 }: Cache): string {
  return `a ${X.rows}-${A1.rows}-${A2.rows} net with ${X.columns} samples`
}
