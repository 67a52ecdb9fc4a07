import { type ColourScale, colourAt, colourScale } from './still-picture-colour.js'
import { grid, type Json, number, record, string } from './still-picture-json.js'
import { coordinates, type StillTrace } from './still-picture-trace.js'

/** A grid as it is drawn: its numbers, where they stand, and the colours they get. */
export interface StillGrid {
  readonly values: readonly (readonly (number | null)[])[]
  readonly x: readonly unknown[]
  readonly y: readonly unknown[]
  readonly scale: ColourScale
  readonly lo: number
  readonly hi: number
  /** How many entries the trace has. */
  readonly count: number
}

/** Reads the grid of a heatmap, contour or surface trace, with every k-th entry where it is finer than `most`. */
export function readGrid(trace: StillTrace, layout: Json, most: number): StillGrid {
  const { settings } = trace
  const isSurface = trace.type === 'surface'
  const all = grid(settings['surfacecolor'] ?? settings['z'])
  const shared = record(layout[string(settings['coloraxis']) ?? ''])
  const colours = settings['coloraxis'] === undefined ? settings : shared
  const letter = isSurface || settings['coloraxis'] !== undefined ? 'c' : 'z'
  const numbers = all.flat().filter((value) => value !== null)
  const mid = number(colours[`${letter}mid`])
  const [least, greatest] = numbers.reduce(
    ([lo, hi], value) => [Math.min(lo, value), Math.max(hi, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  const reach = mid === undefined ? 0 : Math.max(greatest - mid, mid - least)
  const [rows, columns] = [chosen(all.length, most), chosen(all[0]?.length ?? 0, most)]
  const [x, y] = [coordinates(trace, 'x'), coordinates(trace, 'y')]
  return {
    values: rows.map((row) => columns.map((column) => all[row]?.[column] ?? null)),
    count: numbers.length,
    x: columns.map((column) => x[column]),
    y: rows.map((row) => y[row]),
    scale: colourScale(colours['colorscale'], colours['reversescale'] === true),
    lo: number(colours[`${letter}min`]) ?? (mid === undefined ? least : mid - reach),
    hi: number(colours[`${letter}max`]) ?? (mid === undefined ? greatest : mid + reach),
  }
}

/** The grid's colour of a value. */
export function gridColour(shown: StillGrid, value: number): string {
  return colourAt(shown.scale, shown.hi > shown.lo ? (value - shown.lo) / (shown.hi - shown.lo) : 0.5)
}

/** About `most` indices out of 0 … length − 1, evenly, both ends among them. */
function chosen(length: number, most: number): number[] {
  const count = Math.min(length, Math.max(2, Math.floor(most)))
  const last = Math.max(1, count - 1)
  return Array.from({ length: count }, (_, k) => Math.round((k * (length - 1)) / last))
}
