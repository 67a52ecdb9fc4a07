import type { Matrix } from './matrix.js'
import { firstNotFinite, place } from './matrix-argument.js'

/**
 * A matrix from values just computed, which it takes over.
 *
 * @throws RangeError if one of them is not finite: a NaN is told where it arises, not ten lines later
 */
export function finiteResult(call: string, rows: number, columns: number, values: Float64Array): Matrix {
  const k = firstNotFinite(values)
  if (k >= 0) {
    const why = Number.isNaN(values[k])
      ? 'Look for a function outside its domain, or a NaN in the input.'
      : 'The numbers have grown too large. Look for a learning rate that is too large, or unscaled input.'
    throw new RangeError(`${call}: the result's ${place({ columns }, k)} is ${String(values[k])}. ${why}`)
  }
  return Object.freeze({ rows, columns, values })
}
