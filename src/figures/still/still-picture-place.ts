import { theme } from '../base/theme.js'
import { type Axis, pixel } from './still-picture-axis.js'
import { safeColour } from './still-picture-colour.js'
import { number, string } from './still-picture-json.js'
import type { Box } from './still-picture-panels.js'

/** Axes by id. */
export type Axes = ReadonlyMap<string, Axis>

/**
 * Pixels of a value that refers to an axis, to an axis's domain or to the paper.
 *
 * @param powers whether a value on a logarithmic axis is its power of ten, as Plotly has it for annotations
 */
export function place(
  value: unknown,
  ref: unknown,
  letter: 'x' | 'y',
  axes: Axes,
  box: Box,
  powers: boolean,
): number | undefined {
  const name = string(ref) ?? letter
  const share = number(value)
  if (name === 'paper') {
    if (share === undefined) return undefined
    return letter === 'x' ? box.left + share * box.width : box.top + (1 - share) * box.height
  }
  const axis = axes.get(name.replace(/ domain$/, ''))
  if (axis === undefined) return undefined
  if (name.endsWith(' domain'))
    return share === undefined ? undefined : axis.from + share * (axis.to - axis.from)
  return axis.kind === 'log' && share !== undefined && powers
    ? pixel({ ...axis, kind: 'linear' }, share)
    : pixel(axis, value)
}

/** The theme's neutral colour is the page's own text colour here, which a still picture knows. */
export function ink(colour: unknown): string {
  return colour === theme.neutral ? 'currentColor' : safeColour(colour, 'currentColor')
}
