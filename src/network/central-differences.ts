// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { fromValues, type Matrix } from '../math/matrix.js'
import type { ReadonlyValues } from '../math/readonly-values.js'

/** The nudge: truncation falls with h², rounding grows with 1/h, and here the two are about level. */
export const h = 1e-5

/** ∂J/∂ of each entry of `at`, as (J(entry + h) − J(entry − h))/2h. In the shape of `at`. */
export function centralDifferences(at: Matrix, J: (nudged: Matrix) => number): Matrix {
  const differences = at.values.map((entry, k) => {
    const nudged = (value: number): number => {
      const values = at.values.slice()
      values[k] = value
      return J(fromValues(at.rows, at.columns, values))
    }
    return (nudged(entry + h) - nudged(entry - h)) / (2 * h)
  })
  return fromValues(at.rows, at.columns, differences)
}

/**
 * ‖g − n‖/(‖g‖ + ‖n‖) of a gradient g and central differences n of a cost about J.
 *
 * 0 where both are below what such differences can tell from 0: J is known to about 10⁻¹⁶, so they are to 10⁻¹⁶/h.
 */
export function relativeDifference(g: Matrix, n: Matrix, J: number): number {
  const norms = norm(g.values) + norm(n.values)
  const unresolved = (Math.sqrt(g.values.length) * Number.EPSILON * (1 + Math.abs(J))) / h
  return norms <= unresolved ? 0 : norm(g.values.map((value, k) => value - (n.values[k] as number))) / norms
}

function norm(values: ReadonlyValues): number {
  return values.reduce((length, value) => Math.hypot(length, value), 0)
}
