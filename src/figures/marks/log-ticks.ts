import type { JsonRecord } from '../base/json.js'
import { theme } from '../base/theme.js'
import { extent } from '../base/values.js'

/**
 * How the numbers of a logarithmic axis are written: over a few decades as plain numbers, 20, 50, 100; else as
 * Plotly does it, by powers of ten.
 *
 * @param values what stands along the axis
 */
export function logTicks(values: readonly number[], log: boolean): JsonRecord {
  const [low, high] = extent(values.filter((value) => value > 0))
  return log && low >= 1e-3 && high <= 1e5 && high / low < 2000
    ? { tickformat: '~r', tickfont: { size: theme.fontSize } }
    : {}
}
