import type { JsonRecord } from '../base/json.js'
import { label } from '../graph/graph-marks.js'
import { textWidth } from '../still/still-picture-text.js'
import { numberText } from '../text/number-text.js'
import type { Square } from './squares-sides.js'

interface Spot {
  readonly x: number
  readonly y: number
}

/**
 * The area of each square written in it, away from points, from the line and from the other numbers; a square too small
 * for its number has none.
 *
 * @param obstacles points, and points along the line
 * @param unit pixels to a unit
 */
export function areaTexts(
  squares: readonly Square[],
  obstacles: readonly Spot[],
  unit: number,
): JsonRecord[] {
  const taken: Spot[] = []
  return squares.flatMap(({ x, y, side }) => {
    const text = numberText(side ** 2, 2)
    const [width, height] = [(textWidth(text, 11) + 6) / unit, 15 / unit]
    if (width > side || height > side) return []
    const at = (u: number, v: number): Spot => ({
      x: x + width / 2 + u * (side - width),
      y: y + height / 2 + v * (side - height),
    })
    const room = (spot: Spot): number =>
      Math.min(
        ...obstacles.map((other) =>
          Math.max(Math.abs(other.x - spot.x) / width, Math.abs(other.y - spot.y) / height),
        ),
        ...taken.map(
          (other) => Math.max(Math.abs(other.x - spot.x) / width, Math.abs(other.y - spot.y) / height) / 2,
        ),
      )
    const spots = places.map(([u, v]) => at(u, v))
    // Clear of everything is enough: then the place nearest the middle wins.
    const best =
      spots.find((spot) => room(spot) > 0.75) ?? spots.reduce((a, b) => (room(b) > room(a) ? b : a))
    if (room(best) < 0.5) return []
    taken.push(best)
    return [
      label({ x: Number(best.x.toPrecision(5)), y: Number(best.y.toPrecision(5)) }, text, {
        font: { size: 11 },
      }),
    ]
  })
}

/** Places in a square, the middle first. */
const places = [
  ...[
    [0.5, 0.5],
    [0.5, 0.75],
    [0.5, 0.25],
    [0.25, 0.5],
    [0.75, 0.5],
    [0.25, 0.75],
    [0.75, 0.75],
    [0.25, 0.25],
  ],
  ...[
    [0.75, 0.25],
    [0.5, 1],
    [0.5, 0],
    [0, 0.5],
    [1, 0.5],
    [0, 1],
    [1, 1],
    [0, 0],
    [1, 0],
  ],
] as const
