import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrix, toRows } from '../../../src/math/index.js'
import { numericalGradient } from '../../../src/network/descent/numerical-gradient.js'
import { quadratic } from '../../../src/network/descent/quadratic.js'
import { waves } from '../../../src/network/descent/waves.js'

const entry = fc.double({ min: -3, max: 3, noNaN: true })

describe('numericalGradient()', () => {
  it('is exact on a quadratic but for rounding, whatever the step', () => {
    const J = quadratic(
      [
        [2, 1],
        [1, 4],
      ],
      { minimum: [1, -1] },
    )
    fc.assert(
      fc.property(entry, entry, fc.double({ min: 0.01, max: 10, noNaN: true }), (x, y, h) => {
        const [g, n] = [J.gradient([x, y]), numericalGradient(J, [x, y], h)]
        g.forEach((value, k) => {
          expect(Math.abs(value - Number(n[k]))).toBeLessThan(1e-11)
        })
      }),
    )
  })

  it('has an error that falls with h² on another function, until rounding takes over', () => {
    const error = (h: number) =>
      Math.abs(Number(numericalGradient(waves, [0.5, 1], h)[0]) - Math.exp(0.5) * Math.sin(1))
    expect(error(1e-1) / error(1e-2)).toBeCloseTo(100, 0)
    expect(error(1e-5)).toBeLessThan(1e-9)
    expect(error(1e-12)).toBeGreaterThan(error(1e-5))
  })

  it('returns a matrix for a matrix, and calls f with one', () => {
    const sumOfSquares = (m: { values: Iterable<number> }) => [...m.values].reduce((sum, v) => sum + v * v, 0)
    const gradient = numericalGradient(
      sumOfSquares,
      matrix([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    )
    expect(toRows(gradient).map((row) => row.map((g) => Math.round(g * 1e6) / 1e6))).toEqual([
      [2, 4, 6],
      [8, 10, 12],
    ])
  })

  it('leaves the point as it was', () => {
    const at = [1, 2]
    numericalGradient((theta) => theta.fill(0).length, at)
    expect(at).toEqual([1, 2])
  })

  it('refuses a step that is lost in the rounding of an entry, where every slope would measure 0', () => {
    expect(numericalGradient(([x = 0]) => x, [1e9])[0]).toBeCloseTo(1, 1)
    expect(() => numericalGradient(([x = 0]) => x, [1, 1e12])).toThrow(
      'numericalGradient(f, at, h): the step h = 0.00001 is lost beside the entry 1000000000000 of `at` (number 1, counted from 0)',
    )
    expect(() => numericalGradient((m) => m.values.length, matrix([[-1e12]]))).toThrow(/is lost beside/)
    expect(numericalGradient(([x = 0]) => x, [1e12], 1)[0]).toBe(1)
  })

  it('refuses bad arguments and results, and names them', () => {
    const one = () => 1
    // @ts-expect-error no function
    expect(() => numericalGradient(3, [1])).toThrow(/expected f to be a function of theta, received 3/)
    expect(() => numericalGradient(one, [])).toThrow(/at least one number/)
    expect(() => numericalGradient(one, [Number.NaN])).toThrow(/at\[0\] is NaN/)
    expect(() => numericalGradient(one, [1], 0)).toThrow(
      /expected h to be a finite number above 0, received 0/,
    )
    // @ts-expect-error returns nothing
    expect(() => numericalGradient(() => {}, [1])).toThrow(
      /expected f to return a number, received undefined at \[/,
    )
    expect(() => numericalGradient(() => Number.NaN, [1])).toThrow(/a finite number, received NaN/)
    expect(() => numericalGradient(() => Number.NaN, matrix([[1]]))).toThrow(/a finite number, received NaN/)
  })
})
