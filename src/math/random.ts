// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { requireFinite, requireNotNegative, requireWhole } from './number-argument.js'

/** Random numbers that a seed decides. Calling a method moves the generator on. */
export interface RandomGenerator {
  /** Uniform from `low` (0) up to, but without, `high` (1). */
  uniform(low?: number, high?: number): number
  /** Normal with this mean (0) and standard deviation (1). */
  normal(mean?: number, deviation?: number): number
  /** A whole number from 0 to n − 1, each as likely. */
  integer(n: number): number
  /** The numbers 0 … n − 1 in random order. */
  shuffle(n: number): number[]
}

/**
 * A generator of random numbers: the same seed gives the same numbers, in every engine.
 *
 * xoshiro128** (Blackman and Vigna 2018), its state filled from the seed by splitmix32. Only + − × ÷ √, which
 * every engine rounds alike; `Math.log` is not among them, so `normal` brings its own logarithm.
 *
 * @param seed any whole number
 * @throws TypeError or RangeError if the seed is not a whole number
 */
export function randomGenerator(seed: number): RandomGenerator {
  requireWhole('randomGenerator(seed)', 'seed', seed, -Number.MAX_SAFE_INTEGER)
  const next = xoshiro128(seed)
  // 53 random bits, as many as a double holds.
  const unit = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53

  function uniform(low = 0, high = 1): number {
    const call = 'uniform(low, high)'
    requireFinite(call, 'low', low)
    requireFinite(call, 'high', high)
    if (high < low) throw new RangeError(`${call}: expected high to be ${low} or above, received ${high}.`)
    return low + (high - low) * unit()
  }

  /** Marsaglia's polar method. Its second number is thrown away, so that calls do not depend on their order. */
  function normal(mean = 0, deviation = 1): number {
    const call = 'normal(mean, deviation)'
    requireFinite(call, 'mean', mean)
    requireNotNegative(call, 'deviation', deviation)
    for (;;) {
      const x = 2 * unit() - 1
      const y = 2 * unit() - 1
      const s = x * x + y * y
      if (s > 0 && s < 1) return mean + deviation * x * Math.sqrt((-2 * logarithm(s)) / s)
    }
  }

  function integer(n: number): number {
    requireWhole('integer(n)', 'n', n, 1)
    return Math.floor(unit() * n)
  }

  /** Fisher and Yates. */
  function shuffle(n: number): number[] {
    requireWhole('shuffle(n)', 'n', n, 1)
    const order = Array.from({ length: n }, (_, i) => i)
    for (let i = n - 1; i > 0; i--) {
      const j = integer(i + 1)
      const swapped = order[i] as number
      order[i] = order[j] as number
      order[j] = swapped
    }
    return order
  }

  return { uniform, normal, integer, shuffle }
}

/** xoshiro128**: 32 random bits a call, as an unsigned number. */
function xoshiro128(seed: number): () => number {
  const mix = splitmix32(seed)
  let [a, b, c, d] = [mix(), mix(), mix(), mix()]
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotate(d, 11)
    return result
  }
}

/** Scatters a seed into unrelated 32-bit states. All 53 bits of the seed count, and its sign. */
function splitmix32(seed: number): () => number {
  let state = (seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b9)) | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
}

function rotate(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k))
}

/** ln x for 0 < x < 1: x = m·2^−e with m in [1, 2) about √2, and ln m = 2 artanh((m − 1)/(m + 1)) as a series. */
function logarithm(x: number): number {
  let [m, halvings] = [x, 0]
  while (m < Math.SQRT1_2) {
    m *= 2
    halvings += 1
  }
  const t = (m - 1) / (m + 1)
  let series = 0
  for (let k = 23; k >= 1; k -= 2) series = series * t * t + 1 / k
  return 2 * t * series - halvings * Math.LN2
}
