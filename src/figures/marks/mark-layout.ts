import type { JsonRecord } from '../base/json.js'
import { theme } from '../base/theme.js'
import { rounded } from '../base/values.js'
import { translucent } from '../colour/palette.js'
import { type Drawn, letter, narrow, placer } from './label-room.js'
import type { Reference } from './marks.js'

/** Height of a line of labels, in pixels. */
const lineHeight = 15

/**
 * Reference lines and bands with their labels: those of vertical ones stand above the plot, in as many rows as keep
 * them apart; those of horizontal ones stand inside, at the end with more room.
 *
 * @returns shapes, annotations, and how many pixels the rows above the plot take
 */
export function markLayout(
  references: readonly Reference[],
  drawn: Drawn,
): { shapes: JsonRecord[]; annotations: JsonRecord[]; headroom: number } {
  const vertical = references.filter(({ axis, label }) => axis === 'x' && label !== '')
  const horizontal = references.filter(({ axis, label }) => axis === 'y' && label !== '')
  const { annotations, rows } = above(vertical, drawn)
  return {
    shapes: references.map(shape),
    annotations: [...annotations, ...inside(horizontal, drawn)],
    headroom: rows * lineHeight,
  }
}

function shape({ axis, from, to, colour }: Reference): JsonRecord {
  const other = axis === 'x' ? 'y' : 'x'
  const place = {
    [`${axis}0`]: rounded(from),
    [`${axis}1`]: rounded(to),
    [`${other}0`]: 0,
    [`${other}1`]: 1,
    [`${other}ref`]: `${other} domain`,
  }
  return colour === undefined
    ? { type: 'line', ...place, line: { color: theme.neutral, width: 1.4, dash: 'dot' } }
    : { type: 'rect', layer: 'below', ...place, fillcolor: translucent(colour, 0.14), line: { width: 0 } }
}

function above(
  references: readonly Reference[],
  { x, log }: Drawn,
): { annotations: JsonRecord[]; rows: number } {
  const place = placer([...x, ...references.flatMap(({ from, to }) => [from, to])], log.x)
  const middle = ({ from, to }: Reference) => (log.x ? Math.sqrt(from * to) : (from + to) / 2)
  /** Where the last label of each row ends, in pixels of a narrow plot. */
  const ends: number[] = []
  const annotations = [...references]
    .sort((a, b) => middle(a) - middle(b))
    .map((reference) => {
      const at = place(middle(reference))
      const width = reference.label.length * letter
      // Near an end of the axis the label grows inwards.
      const xanchor = at * narrow < width / 2 ? 'left' : (1 - at) * narrow < width / 2 ? 'right' : 'center'
      const left = at * narrow - { left: 0, center: width / 2, right: width }[xanchor]
      const free = ends.findIndex((end) => end + 8 < left)
      const row = free < 0 ? ends.length : free
      ends[row] = left + width
      return {
        text: reference.label,
        x: onAxis(middle(reference), log.x),
        y: 1,
        yref: 'y domain',
        xanchor,
        yanchor: 'bottom',
        yshift: row * lineHeight,
        showarrow: false,
        font: { size: 12 },
      }
    })
  return { annotations, rows: ends.length }
}

function inside(references: readonly Reference[], { x, y, log }: Drawn): JsonRecord[] {
  const across = placer(x, log.x)
  const up = placer([...y, ...references.flatMap(({ from, to }) => [from, to])], log.y)
  return references.map(({ from, to, label, colour }) => {
    const at = up(to)
    const width = (label.length * letter) / narrow
    /** How many points lie under the label at this end, below or above the line. */
    const crowd = (end: 'left' | 'right', side: 'bottom' | 'top') =>
      x.filter((value, k) => {
        const [column, row] = [across(value), up(y[k] ?? 0)]
        const near = end === 'left' ? column < width + 0.03 : column > 0.97 - width
        return (
          near &&
          (side === 'bottom' ? row > at - 0.01 && row < at + 0.08 : row < at + 0.01 && row > at - 0.08)
        )
      }).length
    const taken = references.filter((other) => other.to !== to && Math.abs(up(other.to) - at) < 0.07)
    const sides =
      colour !== undefined || at < 0.06 || taken.some((other) => other.to < to)
        ? ([colour === undefined ? 'bottom' : 'top'] as const)
        : at > 0.94 || taken.length > 0
          ? (['top'] as const)
          : (['bottom', 'top'] as const)
    const places = sides.flatMap((side) => (['right', 'left'] as const).map((end) => ({ end, side })))
    const best = places.reduce((a, b) => (crowd(b.end, b.side) < crowd(a.end, a.side) ? b : a))
    return {
      text: label,
      x: best.end === 'right' ? 1 : 0,
      xref: 'x domain',
      xanchor: best.end,
      xshift: best.end === 'right' ? -4 : 4,
      y: onAxis(colour === undefined ? from : to, log.y),
      yanchor: best.side,
      showarrow: false,
      font: { size: 12 },
    }
  })
}

/** Plotly places annotations on a logarithmic axis by the power of ten, and shapes by the number itself. */
function onAxis(value: number, log: boolean): number {
  return rounded(log ? Math.log10(value) : value)
}
