/** A square in the plane: its lower left corner and its side. */
export interface Square {
  readonly x: number
  readonly y: number
  readonly side: number
}

/** An error to be squared: from the point (x, y) straight to the line at (x, fit). */
export interface ErrorBar {
  readonly x: number
  readonly y: number
  readonly fit: number
}

/**
 * A square on each error, to the left or to the right of it, so that squares overlap as little as they can. Up to
 * fourteen errors every choice is tried, of more one after the other is turned until no turn helps.
 */
export function placeSquares(errors: readonly ErrorBar[]): Square[] {
  const choices = errors.map((error) => [squareOf(error, 1), squareOf(error, -1)] as const)
  const overlap = choices.map((own, i) =>
    choices.slice(0, i).map((other) => own.map((a) => other.map((b) => common(a, b)))),
  )
  const costOf = (turned: readonly number[]): number =>
    turned.reduce(
      (sum, side, i) =>
        sum + turned.slice(0, i).reduce((own, other, j) => own + (overlap[i]?.[j]?.[side]?.[other] ?? 0), 0),
      0,
    )
  const best = errors.length <= 14 ? bestOfAll(errors.length, costOf) : byTurns(errors.length, costOf)
  return choices.map((own, i) => own[best[i] === 1 ? 1 : 0])
}

function squareOf({ x, y, fit }: ErrorBar, direction: 1 | -1): Square {
  const side = Math.abs(y - fit)
  return { x: direction > 0 ? x : x - side, y: Math.min(y, fit), side }
}

/** The area that two squares have in common. */
export function common(a: Square, b: Square): number {
  const width = Math.min(a.x + a.side, b.x + b.side) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.side, b.y + b.side) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** Branch and bound over all choices. */
function bestOfAll(count: number, costOf: (turned: readonly number[]) => number): readonly number[] {
  let best: readonly number[] = Array.from({ length: count }, () => 0)
  let least = costOf(best)
  const visit = (turned: readonly number[]): void => {
    const cost = costOf(turned)
    if (cost >= least) return
    if (turned.length === count) {
      best = turned
      least = cost
      return
    }
    visit([...turned, 0])
    visit([...turned, 1])
  }
  visit([])
  return best
}

function byTurns(count: number, costOf: (turned: readonly number[]) => number): readonly number[] {
  let best: readonly number[] = Array.from({ length: count }, () => 0)
  let least = costOf(best)
  for (let round = 0; round < 6; round++) {
    let helped = false
    for (let k = 0; k < count; k++) {
      const turned = best.map((side, i) => (i === k ? 1 - side : side))
      const cost = costOf(turned)
      if (cost < least) {
        best = turned
        least = cost
        helped = true
      }
    }
    if (!helped) break
  }
  return best
}
