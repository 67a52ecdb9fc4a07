import type { FunctionOfTwo, Grid } from './contour-grid.js'

/** x, y. */
export type Point = readonly [number, number]

/** A line through points; closed when its last point is its first. */
export type Polyline = readonly Point[]

/**
 * Where the grid's function equals `level`, as lines, by marching squares. With the function itself each point is
 * moved along its grid edge until it lies on the level, so that the lines are as smooth as the function.
 */
export function contourLines(grid: Grid, level: number, f?: FunctionOfTwo): Polyline[] {
  const { x, y, z } = grid
  const value = (i: number, j: number) => z[j]?.[i] ?? 0
  const points = new Map<string, Point>()
  const links = new Map<string, string[]>()

  /** The crossing between two neighbours, made once and known by its key. */
  const crossing = (i0: number, j0: number, i1: number, j1: number): string => {
    const key = `${i0},${j0},${i1},${j1}`
    if (!points.has(key)) {
      const from: Point = [x[i0] ?? 0, y[j0] ?? 0]
      const to: Point = [x[i1] ?? 0, y[j1] ?? 0]
      points.set(key, onEdge(from, to, value(i0, j0) - level, value(i1, j1) - level, level, f))
    }
    return key
  }
  const link = (a: string, b: string) => {
    links.set(a, [...(links.get(a) ?? []), b])
    links.set(b, [...(links.get(b) ?? []), a])
  }

  for (let j = 0; j + 1 < y.length; j++) {
    for (let i = 0; i + 1 < x.length; i++) {
      const corners = [value(i, j), value(i + 1, j), value(i + 1, j + 1), value(i, j + 1)]
      const above = corners.map((each) => each >= level)
      const edges: string[] = []
      if (above[0] !== above[1]) edges.push(crossing(i, j, i + 1, j))
      if (above[1] !== above[2]) edges.push(crossing(i + 1, j, i + 1, j + 1))
      if (above[2] !== above[3]) edges.push(crossing(i, j + 1, i + 1, j + 1))
      if (above[3] !== above[0]) edges.push(crossing(i, j, i, j + 1))
      const [bottom, right, top, left] = edges
      if (bottom === undefined || right === undefined) continue
      if (top === undefined || left === undefined) {
        link(bottom, right)
        continue
      }
      // A saddle: whether the level passes above, below or right through its middle tells what belongs together.
      const saddle = saddleValue(corners) - level
      const height = Math.max(...corners) - Math.min(...corners)
      if (Math.abs(saddle) < 1e-3 * height) {
        link(bottom, top)
        link(right, left)
      } else if (saddle > 0 === above[0]) {
        link(bottom, right)
        link(top, left)
      } else {
        link(bottom, left)
        link(right, top)
      }
    }
  }
  return chained(points, links)
}

/** The value at the saddle of the surface a + bx + cy + dxy through the four corners of a cell. */
function saddleValue([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number {
  const twist = a + c - b - d
  return twist === 0 ? (a + b + c + d) / 4 : (a * c - b * d) / twist
}

/** The zero between two ends of different sign: by interpolation, then by a few steps of the Illinois method. */
function onEdge(from: Point, to: Point, a: number, b: number, level: number, f?: FunctionOfTwo): Point {
  const at = (t: number): Point => [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]
  let [low, high, fLow, fHigh] = [0, 1, a, b]
  let t = a === b ? 0.5 : a / (a - b)
  if (f === undefined) return at(t)
  for (let step = 0; step < 6; step++) {
    const value = f(at(t)) - level
    if (!Number.isFinite(value) || Math.abs(value) <= 1e-9 * Math.abs(a - b)) break
    if (value < 0 === fLow < 0) {
      ;[low, fLow] = [t, value]
      fHigh /= 2
    } else {
      ;[high, fHigh] = [t, value]
      fLow /= 2
    }
    t = (low * fHigh - high * fLow) / (fHigh - fLow)
  }
  return at(t)
}

/** Follows the links from point to point: open lines from their ends first, then the closed ones. */
function chained(points: Map<string, Point>, links: Map<string, string[]>): Polyline[] {
  const used = new Set<string>()
  const follow = (start: string): Polyline => {
    const keys = [start]
    used.add(start)
    for (let key: string | undefined = start; key !== undefined; ) {
      const next: string | undefined = links.get(key)?.find((each) => !used.has(each))
      if (next !== undefined) {
        keys.push(next)
        used.add(next)
      }
      key = next
    }
    const last = keys.at(-1)
    if (keys.length > 2 && last !== undefined && links.get(last)?.includes(start)) keys.push(start)
    return keys.map((key) => points.get(key) ?? [0, 0])
  }
  const all = [...links.keys()]
  const ends = all.filter((key) => links.get(key)?.length === 1)
  const lines: Polyline[] = []
  for (const key of [...ends, ...all]) if (!used.has(key)) lines.push(follow(key))
  return lines
}
