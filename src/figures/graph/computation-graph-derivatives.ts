import type { Computation, ComputationEdge } from './computation-graph-argument.js'

/**
 * ∂J/∂ of every node by the chain rule: what a node's outgoing arrows carry, times the derivative of where they lead,
 * added up. J is the node that nothing is computed from; its own derivative is 1.
 *
 * @returns derivatives by id; those a node brings along win, and what lacks a number on the way is left out
 */
export function derivativesOf({ nodes, edges }: Computation): Map<string, number> {
  const found = new Map<string, number | undefined>()
  const derivative = (id: string): number | undefined => {
    if (found.has(id)) return found.get(id)
    const given = nodes.find((node) => node.id === id)?.derivative
    const outgoing = edges.filter((edge) => edge.from === id)
    const parts = outgoing.map((edge) => {
      const next = derivative(edge.to)
      return typeof edge.label === 'number' && next !== undefined ? edge.label * next : undefined
    })
    const sum = parts.reduce<number | undefined>(
      (total, part) => (total === undefined || part === undefined ? undefined : total + part),
      0,
    )
    const own = given ?? (outgoing.length === 0 ? 1 : sum)
    found.set(id, own)
    return own
  }
  for (const { id } of nodes) derivative(id)
  return new Map([...found].flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])))
}

/** Every way from a node to the end, as its arrows. */
export function pathsFrom(id: string, edges: readonly ComputationEdge[]): ComputationEdge[][] {
  const outgoing = edges.filter((edge) => edge.from === id)
  if (outgoing.length === 0) return [[]]
  return outgoing.flatMap((edge) => pathsFrom(edge.to, edges).map((rest) => [edge, ...rest]))
}
