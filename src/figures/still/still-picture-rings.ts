/** A closed ring in grid coordinates: [column, row], fractions between entries. */
export type Ring = readonly (readonly [number, number])[]

/**
 * The regions where a grid is at or above `level`, as closed rings, by marching squares with linear interpolation.
 * Outside the grid everything counts as below, so that a region that meets the border runs along it.
 */
export function rings(grid: readonly (readonly (number | null)[])[], level: number): Ring[] {
  const [rows, columns] = [grid.length, grid[0]?.length ?? 0]
  const value = (row: number, column: number) => grid[row]?.[column] ?? Number.NEGATIVE_INFINITY
  /** Where the level crosses the edge between two neighbours; on the border when one of them is outside. */
  const crossing = (r0: number, c0: number, r1: number, c1: number): readonly [number, number] => {
    const [a, b] = [value(r0, c0), value(r1, c1)]
    const t = Number.isFinite(a) && Number.isFinite(b) ? (level - a) / (b - a) : Number.isFinite(a) ? 0 : 1
    const clamp = (place: number, last: number) => Math.max(0, Math.min(last, place))
    return [clamp(c0 + t * (c1 - c0), columns - 1), clamp(r0 + t * (r1 - r0), rows - 1)]
  }
  const next = new Map<string, { to: string; point: readonly [number, number] }>()
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const own = value(row, column) >= level
      if (
        own === value(row, column + 1) >= level &&
        own === value(row + 1, column + 1) >= level &&
        own === value(row + 1, column) >= level
      )
        continue
      // Once around the cell: where the walk leaves the region, and where it enters it again.
      const corners = [
        [row, column],
        [row, column + 1],
        [row + 1, column + 1],
        [row + 1, column],
      ] as const
      const values = corners.map(([r, c]) => value(r, c))
      const edges = corners.flatMap(([r0, c0], k) => {
        const [r1, c1] = corners[(k + 1) % 4] ?? corners[0]
        const [from, to] = [value(r0, c0) >= level, value(r1, c1) >= level]
        if (from === to) return []
        const key = `${Math.min(r0, r1)},${Math.min(c0, c1)},${r0 === r1 ? 'h' : 'v'}`
        return [{ leaves: from, key, point: crossing(r0, c0, r1, c1) }]
      })
      const middle = values.reduce((sum, entry) => sum + entry, 0) / 4 >= level
      edges.forEach((edge, k) => {
        if (!edge.leaves) return
        // Only a saddle has two pairs; the middle tells which corners belong together.
        const partner = edges[(k + (middle ? 1 : edges.length - 1)) % edges.length]
        if (partner !== undefined) next.set(edge.key, { to: partner.key, point: edge.point })
      })
    }
  }
  return joined(next)
}

function joined(next: Map<string, { to: string; point: readonly [number, number] }>): Ring[] {
  const found: Ring[] = []
  for (const start of [...next.keys()]) {
    const ring: (readonly [number, number])[] = []
    let step = next.get(start)
    let key = start
    while (step !== undefined) {
      const last = ring.at(-1)
      if (last === undefined || last[0] !== step.point[0] || last[1] !== step.point[1]) ring.push(step.point)
      next.delete(key)
      key = step.to
      step = next.get(key)
    }
    if (ring.length > 2) found.push(ring)
  }
  return found
}

/** The parts of a ring that do not run along the grid's border: the lines of equal value. */
export function insideLines(ring: Ring, rows: number, columns: number): (readonly [number, number])[][] {
  const alongBorder = (a: readonly [number, number], b: readonly [number, number]) =>
    (a[0] === b[0] && (a[0] === 0 || a[0] === columns - 1)) ||
    (a[1] === b[1] && (a[1] === 0 || a[1] === rows - 1))
  const cut = ring.findIndex((point, k) => alongBorder(point, ring[(k + 1) % ring.length] ?? point))
  const turned = cut < 0 ? ring : [...ring.slice(cut + 1), ...ring.slice(0, cut + 1)]
  const first = turned[0]
  const lines: (readonly [number, number])[][] = [[]]
  const walk = cut < 0 && first !== undefined ? [...turned, first] : turned
  walk.forEach((point, k) => {
    const before = walk[k - 1]
    if (before !== undefined && alongBorder(before, point)) lines.push([])
    lines.at(-1)?.push(point)
  })
  return lines.filter((line) => line.length > 1)
}
