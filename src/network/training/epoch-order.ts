import { randomGenerator } from '../../math/random.js'

/**
 * The order in which an epoch goes through its samples: a shuffle of 0 … samples − 1, new in each epoch.
 *
 * The seed is scattered first, so that epoch 2 of seed 1 is not epoch 1 of seed 2.
 *
 * @param epoch counted from 1
 */
export function epochOrder(samples: number, seed: number, epoch: number): number[] {
  return randomGenerator(randomGenerator(seed).integer(2 ** 52) + epoch).shuffle(samples)
}
