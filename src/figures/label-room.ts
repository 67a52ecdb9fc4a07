import type { LogAxes } from './marks.js'

/** What is drawn, to see where a label has room: x and y of all points. */
export interface Drawn {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly log: LogAxes
}

/** Width of a letter of a label, and of the plot on a narrow page, in pixels. */
export const [letter, narrow] = [6.4, 300]

/** Where a value stands between the lowest and the highest of the values, 0 … 1. */
export function placer(values: readonly number[], log: boolean): (value: number) => number {
  const scaled = (value: number) => (log ? Math.log10(value) : value)
  const shown = values.filter((value) => !log || value > 0).map(scaled)
  const [low, high] = shown.reduce(
    ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  return (value) => (high > low ? (scaled(value) - low) / (high - low) : 0.5)
}
