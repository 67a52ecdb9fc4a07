import { type Matrix, map, type RandomGenerator } from '../../../math/index.js'
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
