import type { LogAxes } from './marks.js'

/** What is drawn, to see where a label has room: x and y of all points. */
export interface Drawn {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly log: LogAxes
}

/** The points of a line of few points, and more between them, so that what lies on the line is seen to be taken. */
export function along(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  if (points.length > 100) return [...points]
  const parts = [0.2, 0.4, 0.6, 0.8, 1]
  return points.flatMap((point, k) => {
    const from = points[k - 1]
    if (from === undefined) return [point]
    return parts.map((t) => [from[0] + t * (point[0] - from[0]), from[1] + t * (point[1] - from[1])] as const)
  })
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
