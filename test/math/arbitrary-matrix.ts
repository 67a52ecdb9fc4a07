import fc from 'fast-check'
import { expect } from 'vitest'
import { fromValues, type Matrix } from '../../src/math/index.js'

const entry = fc.double({ min: -10, max: 10, noNaN: true })

/** Random matrices of this shape with entries within ±10. */
export function matrixOf(rows: number, columns: number): fc.Arbitrary<Matrix> {
  return fc
    .array(entry, { minLength: rows * columns, maxLength: rows * columns })
    .map((values) => fromValues(rows, columns, values))
}

/** Random sizes from 1 to 6, then what is made of them. */
export function sized<T>(count: number, make: (...sizes: number[]) => fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc
    .array(fc.integer({ min: 1, max: 6 }), { minLength: count, maxLength: count })
    .chain((sizes) => make(...sizes))
}

/** Random matrices of random shapes. */
export const anyMatrix: fc.Arbitrary<Matrix> = sized(2, (n = 1, m = 1) => matrixOf(n, m))

/** Same shape, and entries equal up to rounding of numbers about `size` in size. */
export function expectClose(actual: Matrix, expected: Matrix, size = 1): void {
  expect([actual.rows, actual.columns]).toEqual([expected.rows, expected.columns])
  expected.values.forEach((value, k) => {
    expect(Math.abs((actual.values[k] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-12 * size)
  })
}
