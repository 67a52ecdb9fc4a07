import { type Matrix, map, type RandomGenerator } from '../../../math/index.js'
import type { Parameters } from '../../../network/index.js'
import { draw, drawMatrix } from '../../draw.js'

/** A net, samples, their labels, and a learning rate that is not 1. */
export type Task = [net: Parameters, X: Matrix, Y: Matrix, alpha: number]

/** Tasks on which wrong steps differ: nets of 2-3-1 with 4 samples and of 2-4-3 with 6. */
export function tasks(random: RandomGenerator): Task[] {
  const sizes: readonly [number, number, number, number][] = [
    [2, 3, 1, 4],
    [2, 4, 3, 6],
  ]
  return sizes.map(([nx, nh, ny, M]) => [
    {
      W1: drawMatrix(random, nh, nx, -1.5, 1.5),
      B1: drawMatrix(random, nh, 1),
      W2: drawMatrix(random, ny, nh, -1.5, 1.5),
      B2: drawMatrix(random, ny, 1),
    },
    drawMatrix(random, nx, M, -2, 2),
    map(drawMatrix(random, ny, M), (x) => Number(x > 0)),
    draw(random, 1.5, 4),
  ])
}

/** What a verdict calls such a task: `a 2-4-3 net with 6 samples and α = 2.5`. */
export function taskName([{ W1, W2 }, X, , alpha]: Task): string {
  return `a ${W1.columns}-${W1.rows}-${W2.rows} net with ${X.columns} samples and α = ${alpha}`
}
