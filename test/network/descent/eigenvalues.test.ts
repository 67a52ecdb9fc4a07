import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matmul, matrix, randomGenerator, toRows, transpose } from '../../../src/math/index.js'
import { conditionNumber } from '../../../src/network/descent/condition-number.js'
import { eigenvalues, symmetricEigen } from '../../../src/network/descent/eigenvalues.js'
import { gradientDescent } from '../../../src/network/descent/gradient-descent.js'
import { quadratic } from '../../../src/network/descent/quadratic.js'
import { stabilityLimit } from '../../../src/network/descent/stability-limit.js'
import { twoValleys } from '../../../src/network/descent/two-valleys.js'
import { trials } from '../../support/trials.js'

/** A random symmetric matrix; with `bowl`, one whose eigenvalues are all above 0. */
function randomSymmetric(n: number, seed: number, bowl = false): number[][] {
  const { normal } = randomGenerator(seed)
  const A = matrix(Array.from({ length: n }, () => Array.from({ length: n }, () => normal())))
  const product = toRows(matmul(A, transpose(A)))
  const shift = bowl ? 0.1 : -n
  return product.map((row, i) => row.map((entry, j) => entry + (i === j ? shift : 0)))
}

describe('eigenvalues()', () => {
  it('are those known by hand, the largest first', () => {
    expect(
      eigenvalues([
        [2, 0],
        [0, 4],
      ]),
    ).toEqual([4, 2])
    const [larger, smaller] = eigenvalues([
      [2, 1],
      [1, 2],
    ])
    expect(larger).toBeCloseTo(3, 14)
    expect(smaller).toBeCloseTo(1, 14)
    expect(eigenvalues([[-5]])).toEqual([-5])
    expect(
      eigenvalues([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual([0, 0])
    expect(eigenvalues(matrix([[3]]))).toEqual([3])
    expect(eigenvalues(quadratic([[3]]))).toEqual([3])
  })

  it('satisfy Hv = λv with unit vectors at right angles, for random symmetric matrices', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer(), (n, seed) => {
        const rows = randomSymmetric(n, seed)
        const { values, vectors } = symmetricEigen(rows)
        const size = Math.max(...values.map(Math.abs))
        const V = matrix(vectors) // eigenvectors are rows
        const HV = toRows(matmul(V, matrix(rows)))
        const VV = toRows(matmul(V, transpose(V)))
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) {
            const scaled = Number(values[i]) * Number(vectors[i]?.[j])
            expect(Math.abs(Number(HV[i]?.[j]) - scaled)).toBeLessThan(1e-12 * size)
            expect(Math.abs(Number(VV[i]?.[j]) - (i === j ? 1 : 0))).toBeLessThan(1e-12)
          }
        expect(values).toEqual([...values].sort((a, b) => b - a))
      }),
    )
  })

  it('refuse what is not symmetric, or knows no Hessian', () => {
    expect(() =>
      eigenvalues([
        [1, 2],
        [0, 1],
      ]),
    ).toThrow(/expected hessian to be symmetric/)
    expect(() => eigenvalues(twoValleys)).toThrow(/know its second derivatives/)
    expect(() => eigenvalues(new Array(2))).toThrow(/row 0 is undefined/)
    const smuggled = { rows: 1, columns: 1, values: new Float64Array([Number.NaN]) }
    expect(() => eigenvalues(smuggled)).toThrow(/^eigenvalues\(hessian\): expected finite numbers in hessian/)
    // @ts-expect-error a number
    expect(() => eigenvalues(3)).toThrow(/expected hessian to be the rows of a symmetric matrix/)
  })
})

describe('stabilityLimit()', () => {
  it('is 2/λ_max', () => {
    expect(
      stabilityLimit([
        [2, 0],
        [0, 4],
      ]),
    ).toBe(0.5)
    expect(stabilityLimit(quadratic([[8]]))).toBe(0.25)
  })

  it('parts the learning rates that find the minimum from those that run away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer(), (n, seed) => {
        const J = quadratic(randomSymmetric(n, seed, true), { minimum: Array.from({ length: n }, () => 1) })
        const limit = stabilityLimit(J)
        const run = (learningRate: number) =>
          gradientDescent(J, {
            start: Array.from({ length: n }, (_, k) => 3 + k),
            learningRate,
            iterations: 3000,
          })
        const [below, above] = [run(0.98 * limit), run(1.02 * limit)]
        expect(below.status).toBe('finished')
        expect(below.costs.at(-1)).toBeLessThanOrEqual(Number(below.costs[0]))
        expect(above.status).toBe('diverged')
      }),
      { numRuns: trials(50) },
    )
  })

  it('does not exist where the cost bends down, or nowhere bends at all', () => {
    expect(() =>
      stabilityLimit([
        [1, 0],
        [0, -1],
      ]),
    ).toThrow(/run from -1 to 1/)
    expect(() => stabilityLimit([[0]])).toThrow(/expected a cost with a minimum/)
  })
})

describe('conditionNumber()', () => {
  it('is λ_max/λ_min, and infinite where the cost is flat along an axis', () => {
    expect(
      conditionNumber([
        [1, 0],
        [0, 30],
      ]),
    ).toBe(30)
    expect(
      conditionNumber(
        quadratic([
          [2, 0],
          [0, 2],
        ]),
      ),
    ).toBe(1)
    expect(
      conditionNumber([
        [1, 1],
        [1, 1],
      ]),
    ).toBe(Number.POSITIVE_INFINITY)
    expect(() => conditionNumber([[-1]])).toThrow(/expected a cost with a minimum/)
  })
})
