import type { Point, Polyline } from './contour-lines.js'

/** How big the picture is drawn, as far as can be told before: pixels for one unit of x and of y. */
export interface PixelScale {
  readonly x: number
  readonly y: number
}

/** Height of a line of text in the labels, in pixels. */
const textHeight = 13

/**
 * The line without what lies under a label, cut at the label's edge.
 *
 * @param at the label's middle
 * @param angle of the label, in radians, clockwise
 * @param width of the label, in pixels
 */
export function withGap(
  line: Polyline,
  at: Point,
  angle: number,
  width: number,
  scale: PixelScale,
): Polyline[] {
  const inside = (point: Point) => {
    const [dx, dy] = [(point[0] - at[0]) * scale.x, (point[1] - at[1]) * scale.y]
    const along = dx * Math.cos(angle) - dy * Math.sin(angle)
    const across = dx * Math.sin(angle) + dy * Math.cos(angle)
    return Math.abs(along) < width / 2 && Math.abs(across) < textHeight / 2
  }
  const pieces: Point[][] = [[]]
  line.forEach((point, k) => {
    const previous = line[k - 1]
    if (previous !== undefined && inside(previous) !== inside(point)) {
      const edge = inside(previous)
        ? edgeBetween(point, previous, inside)
        : edgeBetween(previous, point, inside)
      if (inside(previous)) pieces.push([edge])
      else pieces.at(-1)?.push(edge)
    }
    if (!inside(point)) pieces.at(-1)?.push(point)
  })
  // A closed line is one piece still, not two that meet where it happens to begin.
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (line[0] === line.at(-1) && pieces.length === 2 && first !== undefined && last !== undefined)
    return [[...last, ...first.slice(1)]]
  return pieces.filter((piece) => piece.length > 1)
}

function edgeBetween(outside: Point, within: Point, inside: (point: Point) => boolean): Point {
  let [a, b] = [outside, within]
  for (let step = 0; step < 12; step++) {
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    if (inside(middle)) b = middle
    else a = middle
  }
  return a
}
