import { type Matrix, map, randomGenerator } from '../../math/index.js'
import { type Cache, forward, initialize, type Parameters } from '../../network/index.js'
import { drawMatrix } from '../draw.js'

/** A net with samples, on which a backward pass is looked at. */
export interface LabNet {
  /** `3-3-3, M = 5` */
  readonly name: string
  readonly net: Parameters
  readonly X: Matrix
  readonly Y: Matrix
  readonly cache: Cache
}

function labNet(sizes: readonly [number, number, number], M: number, seed: number): LabNet {
  const random = randomGenerator(seed)
  const [nx, , ny] = sizes
  const net = initialize({ sizes, seed })
  const X = drawMatrix(random, nx, M, -2, 2)
  const Y = map(drawMatrix(random, ny, M), (x) => Number(x > 0))
  return { name: `${sizes.join('-')}, M = ${M}`, net, X, Y, cache: forward(net, X) }
}

/** Every shape fits but few: here the bugs differ by their numbers. Another net than that of the chapter's table. */
export const squareNet = labNet([3, 3, 3], 5, 8)

/** All sizes differ: here bugs stop at a shape. */
export const oblongNet = labNet([2, 4, 3], 6, 8)

/** How the square net is trained with a backward pass. */
export const labTraining = { learningRate: 0.5, epochs: 300 } as const
