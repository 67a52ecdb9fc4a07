import type { RandomGenerator } from '../math/random.js'

/**
 * A random point of the circle with radius 1 about the origin, every direction as likely: a point of the disc,
 * brought to length 1. Without sine and cosine, which engines round differently.
 */
export function onCircle(random: RandomGenerator): { x: number; y: number } {
  for (;;) {
    const x = random.uniform(-1, 1)
    const y = random.uniform(-1, 1)
    const squared = x * x + y * y
    if (squared > 0.01 && squared < 1) {
      const length = Math.sqrt(squared)
      return { x: x / length, y: y / length }
    }
  }
}
