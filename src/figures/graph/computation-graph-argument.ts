import { requireKnownKeys } from '../../math/known.js'
import { requireFinite } from '../../math/number-argument.js'
import { received } from '../../math/received.js'

/** A quantity of the computation. */
export interface ComputationNode {
  /** What edges call it. */
  readonly id: string
  /** What is written in it. Default: the id. */
  readonly label?: string
  /** Its number on the way forward. */
  readonly value?: number
  /** ∂J/∂ of it. Default: computed from the edges, when they all have numbers. */
  readonly derivative?: number
}

/** `to` is computed from `from`. */
export interface ComputationEdge {
  readonly from: string
  readonly to: string
  /** The local derivative ∂to/∂from: its number, or a text. */
  readonly label?: number | string
  /** What the local derivative is called or how it is computed: '∂z/∂w = x'. Default '∂z/∂w' from the labels. */
  readonly name?: string
}

export interface Computation {
  readonly nodes: readonly ComputationNode[]
  readonly edges: readonly ComputationEdge[]
}

/** @throws TypeError, RangeError naming the node or edge that is wrong, also for a circle or a second end */
export function readComputation(call: string, graph: Computation): Computation {
  requireKnownKeys(call, 'graph', graph, ['nodes', 'edges'])
  const { nodes, edges } = graph
  if (!Array.isArray(nodes) || nodes.length === 0)
    throw new TypeError(
      `${call}: expected nodes to be a list of { id, label, value }, received ${received(nodes)}.`,
    )
  if (!Array.isArray(edges))
    throw new TypeError(
      `${call}: expected edges to be a list of { from, to, label }, received ${received(edges)}.`,
    )
  const ids = new Set<string>()
  nodes.forEach((node: ComputationNode, i) => {
    requireKnownKeys(call, `nodes[${i}]`, node, ['id', 'label', 'value', 'derivative'])
    if (typeof node.id !== 'string' || node.id === '')
      throw new TypeError(`${call}: expected nodes[${i}].id to be a text, received ${received(node.id)}.`)
    if (ids.has(node.id))
      throw new RangeError(`${call}: two nodes have the id '${node.id}'. Expected each once.`)
    ids.add(node.id)
    if (node.value !== undefined) requireFinite(call, `nodes[${i}].value`, node.value)
    if (node.derivative !== undefined) requireFinite(call, `nodes[${i}].derivative`, node.derivative)
  })
  edges.forEach((edge: ComputationEdge, i) => {
    requireKnownKeys(call, `edges[${i}]`, edge, ['from', 'to', 'label', 'name'])
    for (const end of ['from', 'to'] as const)
      if (!ids.has(edge[end]))
        throw new RangeError(
          `${call}: edges[${i}].${end} is ${received(edge[end])}, which no node has as its id. Expected one of ${[...ids].join(', ')}.`,
        )
    if (edge.label !== undefined && typeof edge.label !== 'string')
      requireFinite(call, `edges[${i}].label`, edge.label)
  })
  return { nodes, edges }
}
