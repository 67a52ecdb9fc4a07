import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradientDescent } from '../../../src/network/descent/gradient-descent.js'
import { quadratic } from '../../../src/network/descent/quadratic.js'
import { twoValleys } from '../../../src/network/descent/two-valleys.js'

const bowl = quadratic(
  [
    [2, 0],
    [0, 4],
  ],
  { minimum: [1, -1] },
)

describe('gradientDescent()', () => {
  it('takes the steps that are taken by hand', () => {
    const { path, costs, gradients, iterations, status, theta } = gradientDescent(bowl, {
      start: [-2, 1.5],
      learningRate: 0.25,
      iterations: 2,
    })
    expect(path).toEqual([
      [-2, 1.5],
      [-0.5, -1],
      [0.25, -1],
    ])
    expect(costs).toEqual([21.5, 2.25, 0.5625])
    expect(gradients).toEqual([
      [-6, 10],
      [-3, 0],
      [-1.5, 0],
    ])
    expect([iterations, status, theta]).toEqual([2, 'finished', [0.25, -1]])
  })

  it('moves all components at once: each gradient belongs to its point of the path', () => {
    const tilted = quadratic([
      [2, 1],
      [1, 3],
    ])
    const { path, costs, gradients } = gradientDescent(tilted, { start: [2, -3], learningRate: 0.2 })
    expect(path).toHaveLength(101)
    path.forEach((theta, k) => {
      expect(costs[k]).toBe(tilted(theta))
      expect(gradients[k]).toEqual(tilted.gradient(theta))
    })
  })

  it('stops as soon as the norm of the gradient is at most the tolerance', () => {
    const run = gradientDescent(bowl, {
      start: [-2, 1.5],
      learningRate: 0.1,
      iterations: 1000,
      tolerance: 1e-6,
    })
    const norms = run.gradients.map((g) => Math.hypot(...g))
    expect(run.status).toBe('converged')
    expect(norms.findIndex((n) => n <= 1e-6)).toBe(run.iterations)
    expect(run.path).toHaveLength(run.iterations + 1)
    expect(gradientDescent(bowl, { start: [1, -1], learningRate: 0.1, tolerance: 0 }).iterations).toBe(0)
  })

  it('finds the minimum of a bowl, and of a plain function by measured gradients', () => {
    const plain = (theta: readonly number[]) => bowl(theta)
    for (const f of [bowl, plain]) {
      const { theta } = gradientDescent(f, { start: [-2, 1.5], learningRate: 0.2 })
      expect(theta[0]).toBeCloseTo(1, 9)
      expect(theta[1]).toBeCloseTo(-1, 9)
    }
  })

  it('goes where its start leads: to either valley, or into the saddle', () => {
    const end = (start: number[]) =>
      gradientDescent(twoValleys, { start, learningRate: 0.05, iterations: 400 }).theta.map(
        (v) => Math.round(v * 1e6) / 1e6,
      )
    expect(end([-0.3, 1.2])).toEqual([-1, 0])
    expect(end([0.3, 1.2])).toEqual([1, 0])
    expect(end([0, 1.2])).toEqual([0, 0])
  })

  it('says at which step it diverged, and keeps every number finite', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.51, max: 1e6, noNaN: true }), (learningRate) => {
        const run = gradientDescent(bowl, { start: [-2, 1.5], learningRate, iterations: 5000 })
        expect(run.status).toBe('diverged')
        expect(run.message).toMatch(/^Diverged at step \d+: .* Try a learning rate below/)
        expect([run.path.length - 1, run.path.length]).toContain(run.divergedAt)
        expect([...run.path, ...run.gradients].flat().every(Number.isFinite)).toBe(true)
        expect(run.costs.every(Number.isFinite)).toBe(true)
        expect([run.costs.length, run.gradients.length, run.iterations + 1]).toEqual(
          Array(3).fill(run.path.length),
        )
        expect(run.theta).toEqual(run.path.at(-1))
      }),
    )
  })

  it('calls a step onto a point without a finite cost a divergence, for derived and for measured gradients', () => {
    const logarithm = ([x = 0]: readonly number[]) => Math.log(x)
    const derived = Object.assign((theta: readonly number[]) => logarithm(theta), {
      gradient: ([x = 0]: readonly number[]) => [1 / x],
      dimension: 1,
    })
    for (const f of [logarithm, derived]) {
      const run = gradientDescent(f, { start: [1], learningRate: 3 })
      expect([run.status, run.divergedAt, run.iterations]).toEqual(['diverged', 1, 0])
      expect(run.message).toMatch(/not a finite number/)
    }
  })

  it('stops where the cost falls without end', () => {
    const run = gradientDescent(([x = 0]) => -x * x, { start: [1], learningRate: 0.5, iterations: 10_000 })
    expect(run.status).toBe('diverged')
  })

  it('leaves the start as it was and gives the same result again', () => {
    const start = [-2, 1.5]
    const options = { start, learningRate: 0.1 }
    expect(gradientDescent(bowl, options)).toEqual(gradientDescent(bowl, options))
    expect(start).toEqual([-2, 1.5])
  })

  it('measures the gradient of a plain function far from 0 too', () => {
    const far = ([x = 0]: readonly number[]) => (x - 1e12) ** 2
    const { theta } = gradientDescent(far, { start: [1.5e12], learningRate: 0.25 })
    expect(theta[0]).toBeCloseTo(1e12, -7)
  })

  it('refuses wrong options and names them', () => {
    const start = [1, 1]
    // @ts-expect-error no learning rate
    expect(() => gradientDescent(bowl, { start })).toThrow(
      /expected learningRate to be a number, 0 or above, received undefined/,
    )
    expect(() => gradientDescent(bowl, { start, learningRate: -1 })).toThrow(/learningRate .* received -1/)
    expect(() => gradientDescent(bowl, { start, learningRate: Number.NaN })).toThrow(/received NaN/)
    expect(() => gradientDescent(bowl, { start, learningRate: 1, iterations: 1.5 })).toThrow(
      /iterations .* whole number/,
    )
    expect(() => gradientDescent(bowl, { start, learningRate: 1, tolerance: -1 })).toThrow(/tolerance/)
    expect(() => gradientDescent(bowl, { start: [1], learningRate: 1 })).toThrow(
      /array of 2 numbers, received 1/,
    )
    expect(() => gradientDescent(bowl, { start: [], learningRate: 1 })).toThrow(
      /start .* at least one number/,
    )
    // @ts-expect-error a typing error in a name
    expect(() => gradientDescent(bowl, { start, learningrate: 1 })).toThrow(/Did you mean `learningRate`/)
    // @ts-expect-error no function
    expect(() => gradientDescent(3, { start, learningRate: 1 })).toThrow(/expected f to be a function/)
    // @ts-expect-error a function that returns nothing
    expect(() => gradientDescent(() => {}, { start, learningRate: 1 })).toThrow(
      /expected f to return a number/,
    )
    expect(() => gradientDescent(([x = 0]) => Math.log(x), { start: [-1], learningRate: 1 })).toThrow(
      /finite cost and gradient at the start/,
    )
    const crooked = Object.assign(() => 1, { gradient: () => [1], dimension: 2 })
    expect(() => gradientDescent(crooked, { start, learningRate: 1 })).toThrow(
      /f.gradient to return an array of 2 numbers/,
    )
  })
})
