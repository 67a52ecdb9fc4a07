// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { Matrix } from '../../math/matrix.js'
import type { ReadonlyValues } from '../../math/readonly-values.js'
import { defaultStep } from '../descent/numerical-gradient.js'

/**
 * ‖g − n‖/(‖g‖ + ‖n‖) of a gradient g and central differences n of a cost about J: 0 equal, 1 nothing in common.
 *
 * 0 where both are below what such differences can tell from 0: J is known to about 10⁻¹⁶, so they are to 10⁻¹⁶/h.
 */
export function relativeDifference(g: Matrix, n: Matrix, J: number): number {
  const norms = norm(g.values) + norm(n.values)
  const unresolved = (Math.sqrt(g.values.length) * Number.EPSILON * (1 + Math.abs(J))) / defaultStep
  return norms <= unresolved ? 0 : norm(g.values.map((value, k) => value - (n.values[k] as number))) / norms
}

function norm(values: ReadonlyValues): number {
  return values.reduce((length, value) => Math.hypot(length, value), 0)
}
