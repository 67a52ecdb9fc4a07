import { type PixelScale, withGap } from './contour-gap.js'
import type { Point, Polyline } from './contour-lines.js'

/** A label on a line: its text, its middle, its angle in degrees, clockwise as Plotly counts. */
export interface LineLabel {
  readonly text: string
  readonly at: Point
  readonly angle: number
}

interface Placing {
  readonly box: { readonly x: readonly number[]; readonly y: readonly number[] }
  readonly scale: PixelScale
  /** Points that a label should keep away from. */
  readonly obstacles: readonly Point[]
  /** Along the line where lengths on both axes compare, else level. */
  readonly turned: boolean
}

/** Width of a digit in the labels, in pixels. */
const letter = 6.6

/**
 * One label for each line that is long enough, where the line is straight, far from other labels and from what else
 * is drawn; and the lines with a gap under each label.
 */
export function labelLines(
  levels: readonly { readonly text: string; readonly lines: readonly Polyline[] }[],
  placing: Placing,
): { labels: LineLabel[]; lines: Polyline[][] } {
  const { scale, turned } = placing
  const labels: LineLabel[] = []
  const taken = placing.obstacles.map((point) => toPixels(point, scale))
  const lines = levels.map(({ text, lines: polylines }) =>
    polylines.flatMap((line) => {
      const width = letter * text.length + 8
      const best = bestPlace(
        line.map((point) => toPixels(point, scale)),
        width,
        taken,
        placing,
      )
      if (best === undefined) return [line]
      const middle: Point = [best.at[0] / scale.x, best.at[1] / scale.y]
      // Pixels grow upwards here and angles clockwise, so the sign turns.
      const angle = turned ? Math.round(-best.angle) : 0
      labels.push({ text, at: middle, angle })
      taken.push(best.at)
      return withGap(line, middle, (angle * Math.PI) / 180, width, scale)
    }),
  )
  return { labels, lines }
}

function toPixels([x, y]: Point, scale: PixelScale): Point {
  return [x * scale.x, y * scale.y]
}

interface Place {
  readonly at: Point
  readonly angle: number
}

function bestPlace(
  line: Polyline,
  width: number,
  taken: readonly Point[],
  placing: Placing,
): Place | undefined {
  const lengths = line.map((point, k) => distance(point, line[Math.max(0, k - 1)] ?? point))
  const total = lengths.reduce((sum, each) => sum + each, 0)
  if (total < 4 * width) return undefined
  const { box, scale } = placing
  let best: Place | undefined
  let bestScore = Number.NEGATIVE_INFINITY
  let walked = 0
  for (const [k, at] of line.entries()) {
    walked += lengths[k] ?? 0
    const closed = line[0] === line.at(-1)
    if (!closed && (walked < width || total - walked < width)) continue
    const [before, after] = [walk(line, k, -1, width / 2), walk(line, k, 1, width / 2)]
    const straight = distance(before, after) / width
    const border = Math.min(
      ...box.x.map((edge) => Math.abs(at[0] - edge * scale.x)),
      ...box.y.map((edge) => Math.abs(at[1] - edge * scale.y)),
    )
    const nearest = Math.min(90, ...taken.map((point) => distance(point, at)))
    const angle = upright((Math.atan2(after[1] - before[1], after[0] - before[0]) * 180) / Math.PI)
    const score =
      nearest + 120 * Math.min(0, straight - 0.97) + 3 * Math.min(0, border - 22) - Math.abs(angle) / 9
    if (score > bestScore) {
      bestScore = score
      best = { at, angle }
    }
  }
  return bestScore > 0 ? best : undefined
}

/** The point `length` pixels along the line from its point number k, forwards or backwards. */
function walk(line: Polyline, k: number, step: 1 | -1, length: number): Point {
  const closed = line[0] === line.at(-1)
  const count = closed ? line.length - 1 : line.length
  let here: Point = line[k] ?? [0, 0]
  let left = length
  for (let n = 1; n < count; n++) {
    const index = closed ? (((k + n * step) % count) + count) % count : k + n * step
    const next = line[index]
    if (next === undefined) return here
    const far = distance(here, next)
    if (far >= left && far > 0) {
      const t = left / far
      return [here[0] + t * (next[0] - here[0]), here[1] + t * (next[1] - here[1])]
    }
    left -= far
    here = next
  }
  return here
}

/** The same direction, read from left to right: −90 … 90 degrees. */
function upright(degrees: number): number {
  return degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
