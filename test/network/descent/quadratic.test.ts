import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ShapeError } from '../../../src/math/shape-error.js'
import { numericalGradient } from '../../../src/network/descent/numerical-gradient.js'
import { quadratic } from '../../../src/network/descent/quadratic.js'
import { twoValleys } from '../../../src/network/descent/two-valleys.js'
import { waves } from '../../../src/network/descent/waves.js'

const entry = fc.double({ min: -2, max: 2, noNaN: true })

describe('quadratic()', () => {
  it('is ½(θ − m)ᵀH(θ − m) + c, by hand', () => {
    const J = quadratic(
      [
        [2, 1],
        [1, 4],
      ],
      { minimum: [1, -1], constant: 3 },
    )
    // θ − m = (2, 1): ½(2·4 + 2·1·2·1 + 4·1) + 3
    expect(J([3, 0])).toBe(11)
    expect(J.gradient([3, 0])).toEqual([5, 6])
    expect(J([1, -1])).toBe(3)
    expect(J.gradient([1, -1])).toEqual([0, 0])
    expect([J.dimension, J.minimum, J.hessian]).toEqual([
      2,
      [1, -1],
      [
        [2, 1],
        [1, 4],
      ],
    ])
  })

  it('knows a minimum only where it bends down nowhere', () => {
    expect(quadratic([[-1]]).minimum).toBeUndefined()
    expect(quadratic([[1]]).minimum).toEqual([0])
  })

  it('keeps its own copy of what it was given and of what it gives', () => {
    const hessian = [[2]]
    const minimum = [1]
    const J = quadratic(hessian, { minimum })
    hessian[0] = [7]
    minimum[0] = 7
    J.hessian?.[0]?.fill(9)
    J.minimum?.fill(9)
    expect(J([2])).toBe(1)
  })

  it('refuses a Hessian or an argument that is not fit, and names it', () => {
    expect(() => quadratic([])).toThrow(ShapeError)
    expect(() => quadratic([[1, 2]])).toThrow(
      /expected hessian to be square: 1 rows of 1 numbers, but row 0 is an array of 2/,
    )
    expect(() =>
      quadratic([
        [1, 2],
        [3, 1],
      ]),
    ).toThrow(/symmetric, but entry \(0, 1\) is 2 and entry \(1, 0\) is 3/)
    expect(() => quadratic([[Number.NaN]])).toThrow(/finite numbers in hessian, but entry \(0, 0\).* is NaN/)
    expect(() => quadratic([[1]], { minimum: [1, 2] })).toThrow(
      /expected minimum to be an array of 1 numbers, received 2/,
    )
    // @ts-expect-error an unknown option
    expect(() => quadratic([[1]], { minimun: [1] })).toThrow(/Did you mean `minimum`/)
    const J = quadratic([
      [1, 0],
      [0, 1],
    ])
    expect(() => J([1])).toThrow(/quadratic\(theta\): expected theta to be an array of 2 numbers, received 1/)
    expect(() => J.gradient([1, Number.NaN])).toThrow(/theta\[1\] is NaN/)
    // @ts-expect-error two numbers instead of one array
    expect(() => J(1, 2)).toThrow(/expected theta to be an array of 2 numbers, received 1/)
  })
})

describe('the cost functions of the contour chapters', () => {
  it('have the gradient that central differences measure', () => {
    const bowl = quadratic(
      [
        [2, 0.5],
        [0.5, 4],
      ],
      { minimum: [0.3, -0.2], constant: 1 },
    )
    fc.assert(
      fc.property(entry, entry, (x, y) => {
        for (const J of [bowl, twoValleys, waves]) {
          const [g, n] = [J.gradient([x, y]), numericalGradient(J, [x, y])]
          g.forEach((value, k) => {
            expect(Math.abs(value - Number(n[k]))).toBeLessThan(1e-8)
          })
        }
      }),
    )
  })
})

describe('twoValleys', () => {
  it('is flat at two minima and a saddle', () => {
    for (const at of [
      [-1, 0],
      [0, 0],
      [1, 0],
    ])
      expect(twoValleys.gradient(at).map(Math.abs)).toEqual([0, 0])
    expect([twoValleys([-1, 0]), twoValleys([0, 0]), twoValleys([1, 0])]).toEqual([0, 1, 0])
    expect(twoValleys([0.1, 0])).toBeLessThan(1)
    expect(twoValleys([0, 0.1])).toBeGreaterThan(1)
  })
})
