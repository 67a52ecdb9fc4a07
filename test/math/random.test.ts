import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomGenerator } from '../../src/math/index.js'

const draw = <T>(n: number, f: () => T): T[] => Array.from({ length: n }, f)
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

test('randomGenerator() gives the same numbers for the same seed, others for another', () => {
  const numbers = (seed: number) => {
    const { uniform, normal, integer, shuffle } = randomGenerator(seed)
    return [uniform(), normal(), integer(100), ...shuffle(5)]
  }
  expect(numbers(7)).toEqual(numbers(7))
  const firsts = [0, 1, 2, -1, 2 ** 32, 2 ** 40, -(2 ** 40)].map((seed) => randomGenerator(seed).uniform())
  expect(new Set(firsts).size).toBe(firsts.length)
})

test('randomGenerator() gives these numbers, in every version and every engine', () => {
  const { uniform, normal, integer, shuffle } = randomGenerator(1)
  expect([uniform(), normal(), integer(1000)]).toEqual([0.09156953175513294, 0.9639752951283657, 746])
  expect(shuffle(6)).toEqual([2, 5, 1, 3, 4, 0])
})

test('uniform() fills its range evenly', () => {
  const { uniform } = randomGenerator(3)
  const values = draw(20_000, () => uniform(-1, 3))
  expect(values.every((value) => value >= -1 && value < 3)).toBe(true)
  expect(mean(values)).toBeCloseTo(1, 1)
  const bins = [0, 0, 0, 0]
  for (const value of values) bins[Math.floor(value + 1)] = (bins[Math.floor(value + 1)] ?? 0) + 1
  for (const count of bins) expect(Math.abs(count - 5000)).toBeLessThan(300)
})

test('normal() has its mean, its deviation, and the share of a normal within one and two deviations', () => {
  const { normal } = randomGenerator(5)
  const values = draw(20_000, () => normal(2, 3))
  const z = values.map((value) => (value - 2) / 3)
  expect(Math.abs(mean(z))).toBeLessThan(0.03)
  expect(Math.abs(mean(z.map((value) => value ** 2)) - 1)).toBeLessThan(0.04)
  const share = (limit: number) => z.filter((value) => Math.abs(value) < limit).length / z.length
  expect(Math.abs(share(1) - 0.6827)).toBeLessThan(0.015)
  expect(Math.abs(share(2) - 0.9545)).toBeLessThan(0.01)
})

test('shuffle() is a permutation', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 50 }), (seed, n) => {
      const order = randomGenerator(seed).shuffle(n)
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i))
    }),
  )
})

test('integer() stays below n and reaches every number', () => {
  const { integer } = randomGenerator(11)
  expect(new Set(draw(200, () => integer(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]))
})

test('a generator refuses what it cannot use', () => {
  const { uniform, normal, integer, shuffle } = randomGenerator(1)
  expect(() => randomGenerator(0.5)).toThrow(
    'randomGenerator(seed): expected seed to be a whole number, received 0.5.',
  )
  // @ts-expect-error a cell may forget the seed
  expect(() => randomGenerator()).toThrow(
    'randomGenerator(seed): expected seed to be a whole number, received undefined.',
  )
  expect(() => uniform(1, 0)).toThrow('uniform(low, high): expected high to be 1 or above, received 0.')
  expect(() => normal(0, -1)).toThrow(
    'normal(mean, deviation): expected deviation to be a finite number, 0 or above, received -1.',
  )
  expect(() => integer(0)).toThrow('integer(n): expected n to be a whole number, 1 or above, received 0.')
  expect(() => shuffle(2.5)).toThrow('shuffle(n): expected n')
})
