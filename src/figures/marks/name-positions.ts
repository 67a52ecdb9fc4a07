import { type Drawn, letter, narrow, placer } from './label-room.js'

/**
 * On which side of each point its name has most room, as Plotly's `textposition`.
 *
 * @param points with the names to place
 */
export function namePositions(
  points: readonly { readonly at: readonly number[]; readonly name: string }[],
  { x, y, log }: Drawn,
): string[] {
  const across = placer(x, log.x)
  const up = placer(y, log.y)
  const places = x.map((value, k) => [across(value), up(y[k] ?? 0)] as const)
  return points.map(({ at: [px = 0, py = 0], name }) => {
    const [column, row] = [across(px), up(py)]
    const width = (name.length * letter + 8) / narrow
    const crowd = (side: string) =>
      places.filter(([a, b]) => {
        const [right, above] = [
          (a - column) * (side.includes('right') ? 1 : -1),
          (b - row) * (side.includes('top') ? 1 : -1),
        ]
        return right > 0 && right < width && above > 0 && above < 0.1
      }).length + (outside(column + (side.includes('right') ? width : -width)) ? 1000 : 0)
    return ['top right', 'bottom right', 'top left', 'bottom left'].reduce((best, side) =>
      crowd(side) < crowd(best) ? side : best,
    )
  })
}

function outside(place: number): boolean {
  return place < -0.02 || place > 1.04
}
