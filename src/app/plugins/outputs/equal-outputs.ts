import { isLabel } from '../../../jupyter/outputs/is-label.js'
import type { RunModel } from '../../../jupyter/outputs/run-model.js'

/** Whether an output area shows what a run gave, below a label of ours or not. */
export function equalOutputs(shown: readonly unknown[], kept: RunModel['outputs']): boolean {
  const own = isLabel(shown[0]) ? shown.slice(1) : shown
  return JSON.stringify(own.map(sorted)) === JSON.stringify(kept.map(({ output }) => sorted(output)))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
