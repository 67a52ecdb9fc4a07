import { short } from './still-picture-text.js'

/** x, y in pixels. */
export type Point = readonly [number, number]

/**
 * Path data through the points, in relative steps rounded to `unit` pixels: shorter than absolute ones, and as the
 * steps are taken between rounded points, errors do not add up.
 */
export function pathData(points: readonly Point[], closed = false, unit = 0.5): string {
  const rounded = points.map(([x, y]) => [Math.round(x / unit), Math.round(y / unit)] as const)
  let previous = rounded[0]
  if (previous === undefined) return ''
  let data = `M${short(previous[0] * unit)}${signed(previous[1] * unit)}`
  let first = true
  for (const next of rounded.slice(1)) {
    const [dx, dy] = [(next[0] - previous[0]) * unit, (next[1] - previous[1]) * unit]
    previous = next
    if (dx === 0 && dy === 0) continue
    data += first ? `l${short(dx)}${signed(dy)}` : `${signed(dx)}${signed(dy)}`
    first = false
  }
  return closed ? `${data}z` : data
}

/** A number that can follow another without a space when it begins with a minus. */
function signed(value: number): string {
  const text = short(value)
  return text.startsWith('-') ? text : ` ${text}`
}

/** Fewer points for a line that looks the same: none is further than `tolerance` pixels from the new line. */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  const keep = new Set([0, points.length - 1])
  const stack: [number, number][] = [[0, points.length - 1]]
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [from, to] = span
    let [worst, index] = [tolerance, -1]
    for (let k = from + 1; k < to; k++) {
      const distance = distanceToSegment(points[k], points[from], points[to])
      if (distance > worst) [worst, index] = [distance, k]
    }
    if (index < 0) continue
    keep.add(index)
    stack.push([from, index], [index, to])
  }
  return points.filter((_, k) => keep.has(k))
}

function distanceToSegment(p: Point | undefined, a: Point | undefined, b: Point | undefined): number {
  if (p === undefined || a === undefined || b === undefined) return 0
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
}
