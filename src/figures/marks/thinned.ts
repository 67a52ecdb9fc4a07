/**
 * A line of many points with fewer, that looks the same: of each stretch of points the first, the lowest and the
 * highest stay, and the last of all.
 *
 * @param most points that are kept as they are; a longer line comes back with fewer than that
 */
export function thinned(
  x: readonly (number | null)[],
  y: readonly (number | null)[],
  most = 1500,
): { x: readonly (number | null)[]; y: readonly (number | null)[] } {
  if (x.length <= most) return { x, y }
  const width = Math.ceil((3 * x.length) / (most - 1))
  const keep = new Set([x.length - 1])
  for (let from = 0; from < x.length; from += width) {
    const stretch = Array.from({ length: Math.min(width, x.length - from) }, (_, k) => from + k)
    const gap = stretch.find((k) => y[k] === null)
    const shown = stretch.filter((k) => y[k] !== null)
    const by = (better: (a: number, b: number) => boolean) =>
      shown.reduce<number | undefined>(
        (best, k) => (best === undefined || better(y[k] ?? 0, y[best] ?? 0) ? k : best),
        undefined,
      )
    for (const k of [from, gap, by((a, b) => a < b), by((a, b) => a > b)]) if (k !== undefined) keep.add(k)
  }
  const kept = [...keep].sort((a, b) => a - b)
  return { x: kept.map((k) => x[k] ?? null), y: kept.map((k) => y[k] ?? null) }
}
