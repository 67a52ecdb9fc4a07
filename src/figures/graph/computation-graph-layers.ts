import type { Computation } from './computation-graph-argument.js'

/**
 * The layer of each node, from left to right: a node stands right of all it is computed from, and what is given from
 * outside as near as possible to where it is used.
 *
 * @throws RangeError if a node is computed from itself, by whatever way round
 */
export function layersOf(call: string, { nodes, edges }: Computation): Map<string, number> {
  const depth = new Map<string, number>()
  const depthOf = (id: string, below: readonly string[]): number => {
    const known = depth.get(id)
    if (known !== undefined) return known
    if (below.includes(id))
      throw new RangeError(
        `${call}: the edges run in a circle: ${[...below.slice(below.indexOf(id)), id].join(' → ')}.`,
      )
    const sources = edges.filter((edge) => edge.to === id)
    const own = Math.max(-1, ...sources.map((edge) => depthOf(edge.from, [...below, id]))) + 1
    depth.set(id, own)
    return own
  }
  for (const { id } of nodes) depthOf(id, [])
  for (const { id } of nodes) {
    const targets = edges.filter((edge) => edge.from === id).map((edge) => depth.get(edge.to) ?? 1)
    if (edges.some((edge) => edge.to === id) || targets.length === 0) continue
    depth.set(id, Math.min(...targets) - 1)
  }
  return depth
}

/**
 * Rows of the nodes of each layer, centred around 0, so that lines are short: nodes are ordered by the mean row of what
 * they are joined to, in a few sweeps back and forth.
 */
export function rowsOf(
  { nodes, edges }: Computation,
  layers: ReadonlyMap<string, number>,
): Map<string, number> {
  const rows = new Map<string, number>()
  const last = Math.max(...layers.values())
  const members = Array.from({ length: last + 1 }, (_, layer) =>
    nodes.map((node) => node.id).filter((id) => layers.get(id) === layer),
  )
  const seat = (ids: readonly string[]) => {
    ids.forEach((id, k) => {
      rows.set(id, k - (ids.length - 1) / 2)
    })
  }
  for (const ids of members) seat(ids)
  const mean = (id: string): number => {
    const joined = edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
    const places = joined.map((other) => rows.get(other) ?? 0)
    return places.length === 0 ? (rows.get(id) ?? 0) : places.reduce((a, b) => a + b, 0) / places.length
  }
  for (let sweep = 0; sweep < 4; sweep++) {
    for (const ids of sweep % 2 === 0 ? members : [...members].reverse()) {
      const before = [...ids]
      ids.sort((a, b) => mean(a) - mean(b) || before.indexOf(a) - before.indexOf(b))
      seat(ids)
    }
  }
  return rows
}
