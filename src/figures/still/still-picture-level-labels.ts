import { type Point, simplify } from './still-picture-path.js'
import { textWidth } from './still-picture-text.js'

/** The number on a line of equal value. */
export interface LevelLabel {
  readonly at: Point
  readonly text: string
  readonly colour: string
}

/**
 * Finds a place for a number on the longest of some lines, away from the numbers that are there already, and cuts the
 * line open for it.
 *
 * @returns the lines, and the label if there is room for one
 */
export function labelled(
  runs: readonly Point[][],
  text: string,
  others: readonly LevelLabel[],
): [Point[][], LevelLabel?] {
  const walks = runs.map(finely)
  const longest = walks.reduce<Point[]>((best, walk) => (walk.length > best.length ? walk : best), [])
  const radius = textWidth(text, 10) / 2 + 3
  if (longest.length * stride < 6 * radius + 30) return [[...runs]]
  const spot = [0.5, 0.25, 0.75, 0.1, 0.9, 0.38, 0.62]
    .map((share) => longest[Math.floor(share * (longest.length - 1))])
    .find(
      (point) =>
        point !== undefined && others.every((other) => distance(other.at, point) > 2.4 * radius + 12),
    )
  if (spot === undefined) return [[...runs]]
  const kept = runs.flatMap((run, k) => {
    if (walks[k] !== longest) return [run]
    const parts: Point[][] = [[]]
    for (const point of longest) {
      if (distance(point, spot) < radius) parts.push([])
      else parts.at(-1)?.push(point)
    }
    return parts.filter((part) => part.length > 1).map((part) => simplify(part, 0.4))
  })
  return [kept, { at: spot, text, colour: '' }]
}

const stride = 4

function finely(run: readonly Point[]): Point[] {
  return run.flatMap((point, k): Point[] => {
    const before = run[k - 1]
    if (before === undefined) return [point]
    const parts = Math.max(1, Math.round(distance(before, point) / stride))
    return Array.from({ length: parts }, (_, i): Point => {
      const t = (i + 1) / parts
      return [before[0] + (point[0] - before[0]) * t, before[1] + (point[1] - before[1]) * t]
    })
  })
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
