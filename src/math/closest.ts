/**
 * The candidate nearest to `word`, or undefined when none is near enough to be what was meant.
 *
 * Near: at most a third of the letters (and at least two) inserted, deleted, changed or swapped with a neighbour,
 * capital letters aside.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance && distance < candidate.length) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Optimal string alignment: the fewest insertions, deletions, changes and swaps of neighbours from a to b. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(
        get(previous, j) + 1, //
        get(current, j - 1) + 1,
        get(previous, j - 1) + change,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, get(beforePrevious, j - 2) + 1)
      current.push(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return get(previous, b.length)
}

function get(row: readonly number[], j: number): number {
  return row[j] ?? Number.POSITIVE_INFINITY
}
