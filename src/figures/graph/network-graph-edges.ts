import type { Matrix } from '../../math/matrix.js'
import type { Trace } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { theme } from '../base/theme.js'
import { palette, translucent } from '../colour/palette.js'
import { graphArrow } from './graph-marks.js'
import { biasRadius, entry, type GraphNode, radius } from './network-graph-nodes.js'

/** A weight or a bias as a line from a node to a node of the next layer. */
export interface Edge {
  readonly from: GraphNode
  readonly to: GraphNode
  /** Its number: the weight, or its gradient; undefined where only sizes are known. */
  readonly value: number | undefined
  readonly name: string
}

export const positive = palette.blue
export const negative = palette.vermillion

/** All lines between the nodes that are drawn. */
export function edgesOf(
  nodes: readonly GraphNode[],
  weights: readonly (Matrix | undefined)[],
  biases: readonly (Matrix | undefined)[],
  prefix: string,
): Edge[] {
  return nodes
    .filter((node) => node.layer < 2)
    .flatMap((from) =>
      nodes
        .filter((to) => to.layer === from.layer + 1 && to.index >= 0)
        .map((to): Edge => {
          const layer = from.layer + 1
          const isBias = from.index < 0
          return {
            from,
            to,
            value: isBias
              ? entry(biases[from.layer], to.index, 0)
              : entry(weights[from.layer], to.index, from.index),
            name: isBias
              ? `${prefix}B${layer}, row ${to.index + 1}`
              : `${prefix}W${layer}, row ${to.index + 1}, column ${from.index + 1}`,
          }
        }),
    )
}

/** Colour by sign. */
export function edgeColour(value: number | undefined): string {
  return value === undefined || value === 0 ? theme.neutral : value < 0 ? negative : positive
}

/** Width by size: the largest number has the widest line. */
export function edgeWidth(value: number | undefined, largest: number): number {
  return value === undefined || largest === 0 ? 1.4 : 1.2 + (2.8 * Math.abs(value)) / largest
}

/** Arrows, each with its own width, from node to node, or the other way. */
export function arrowEdges(edges: readonly Edge[], largest: number, backward: boolean): JsonRecord[] {
  return edges.map(({ from, to, value }) => {
    const [start, end] = backward ? [to, from] : [from, to]
    const reach = (node: GraphNode) => (node.index < 0 ? biasRadius : radius) + 2
    return graphArrow({
      from: { x: start.x, y: start.y },
      to: { x: end.x, y: end.y },
      colour: edgeColour(value),
      width: edgeWidth(value, largest),
      gap: [reach(start), reach(end)],
    })
  })
}

/** Many lines as few traces: five widths, solid where positive, dashed where negative. */
export function lineEdges(edges: readonly Edge[], largest: number): Trace[] {
  const groups = new Map<string, { edges: Edge[]; width: number }>()
  for (const edge of edges) {
    const width = Math.round(edgeWidth(edge.value, largest))
    const key = `${edgeColour(edge.value)} ${width}`
    const group = groups.get(key) ?? { edges: [], width }
    group.edges.push(edge)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ edges: own, width }) => {
    const value = own[0]?.value
    const colour = edgeColour(value)
    const opacity = Math.min(0.9, 0.15 + width / 5)
    return {
      type: 'scatter',
      mode: 'lines',
      x: own.flatMap(({ from, to }, k) => (k === 0 ? [from.x, to.x] : [null, from.x, to.x])),
      y: own.flatMap(({ from, to }, k) => (k === 0 ? [from.y, to.y] : [null, from.y, to.y])),
      line: {
        color: translucent(colour, opacity),
        width,
        ...(value !== undefined && value < 0 ? { dash: 'dash' } : {}),
      },
      hoverinfo: 'skip',
      showlegend: false,
    }
  })
}
