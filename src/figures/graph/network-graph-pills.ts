import type { JsonRecord } from '../base/json.js'
import { textWidth } from '../still/still-picture-text.js'
import { numberText } from '../text/number-text.js'
import { pill } from './graph-marks.js'
import { type Edge, edgeColour } from './network-graph-edges.js'
import { biasRadius, type GraphNode, radius, shortNumber } from './network-graph-nodes.js'

/** Something that takes room: its centre, x in columns and y in pixels, and half its width and height in pixels. */
interface Block {
  readonly x: number
  readonly y: number
  readonly halfWidth: number
  readonly halfHeight: number
}

/** Widths of the drawing, in pixels, at which numbers must not touch, and the size of the numbers: best first. */
const attempts = [
  { widths: [374, 560, 774], size: 10.5 },
  { widths: [374, 560, 774], size: 9 },
  { widths: [560, 774], size: 10.5 },
  { widths: [600, 774], size: 9 },
]

/**
 * The numbers on their lines, each where it touches no other number and no node and is as far as can be from other
 * lines. Between two layers that leave no room for all numbers there is none.
 *
 * @param span how many columns the drawing is wide
 */
export function weightPills(edges: readonly Edge[], nodes: readonly GraphNode[], span: number): JsonRecord[] {
  return [0, 1].flatMap((layer) => {
    const own = edges.filter((edge) => edge.from.layer === layer && edge.value !== undefined)
    for (const { widths, size } of attempts) {
      const units = widths.map((width) => width / span)
      for (const clear of [true, false]) {
        const places = arranged(own, nodes, units, size, clear)
        if (places !== undefined) return own.map((edge) => edgePill(edge, places.get(edge), size))
      }
    }
    return []
  })
}

function edgePill({ name, value = 0 }: Edge, place: Block | undefined, size: number): JsonRecord {
  const at = { x: Number((place?.x ?? 0).toFixed(3)), y: Math.round(place?.y ?? 0) }
  return pill(at, shortNumber(value), edgeColour(value), {
    font: { size, color: '#ffffff' },
    hovertext: `${name}: ${numberText(value, 4)}`,
  })
}

/**
 * A place for every number, that with the fewest places left first; undefined when one finds none.
 *
 * @param clear whether to look for places far from other lines, or only for the first that is free
 */
function arranged(
  edges: readonly Edge[],
  nodes: readonly GraphNode[],
  units: readonly number[],
  size: number,
  clear: boolean,
): Map<Edge, Block> | undefined {
  const round = nodes.map(({ x, y, index }): Block => {
    const half = index < 0 ? biasRadius : radius
    return { x, y, halfWidth: half, halfHeight: half }
  })
  const places = new Map<Edge, Block>()
  let left = edges.map((edge) => ({
    edge,
    free: shares
      .map((t) => blockAt(edge, t, size))
      .filter((block) => round.every((node) => apart(block, node, units)))
      .map((block) => ({ block, room: clear ? clearance(block, edge, edges, units[0] ?? 1) : 0 })),
  }))
  while (left.length > 0) {
    const tightest = left.reduce((a, b) => (b.free.length < a.free.length ? b : a))
    const [first, ...others] = tightest.free
    if (first === undefined) return undefined
    const best = others.reduce((a, b) => (b.room > a.room + 1 ? b : a), first)
    places.set(tightest.edge, best.block)
    left = left
      .filter((each) => each !== tightest)
      .map(({ edge, free }) => ({ edge, free: free.filter(({ block }) => apart(block, best.block, units)) }))
  }
  return places
}

/** Shares of the way along a line, those near the middle first. */
const shares = Array.from({ length: 65 }, (_, k) => 0.5 + (k % 2 === 0 ? 1 : -1) * Math.ceil(k / 2) * 0.01)

function blockAt({ from, to, value = 0 }: Edge, t: number, size: number): Block {
  return {
    x: from.x + t * (to.x - from.x),
    y: from.y + t * (to.y - from.y),
    halfWidth: textWidth(shortNumber(value), size) / 2 + 4,
    halfHeight: size * 0.62 + 2.5,
  }
}

function apart(a: Block, b: Block, units: readonly number[]): boolean {
  return units.every(
    (unit) =>
      Math.abs(a.x - b.x) * unit >= a.halfWidth + b.halfWidth + 1 ||
      Math.abs(a.y - b.y) >= a.halfHeight + b.halfHeight + 1,
  )
}

/** Pixels to the nearest other line, above or below, no more than matter. */
function clearance(block: Block, own: Edge, edges: readonly Edge[], unit: number): number {
  const distances = edges
    .filter((edge) => edge !== own)
    .map(({ from, to }) => {
      const slope = (to.y - from.y) / (to.x - from.x)
      const height = from.y + slope * (block.x - from.x)
      return Math.abs(block.y - height) / Math.hypot(1, slope / unit)
    })
  return Math.min(14, ...distances)
}
