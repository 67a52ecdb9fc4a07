/**
 * Colours of data. Each has a contrast of at least 3 : 1 on white and on #111, and any two differ by at least 13 in
 * CIE ΔE 2000, also as people without red, green or blue cones see them.
 */
export const palette = {
  blue: '#4859de',
  vermillion: '#d54500',
  sky: '#0e9de3',
  purple: '#b5048d',
  gold: '#9d8c68',
  pink: '#ed5ca0',
  green: '#2f6c4c',
  grey: '#747678',
} as const

/** The name of a colour of data. */
export type ColourName = keyof typeof palette

/** The order in which series take their colours. */
export const colours: readonly string[] = Object.values(palette)

/** How lines differ, so that colour is never the only sign. */
export const dashes = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'] as const

/** How markers differ, so that colour is never the only sign. */
export const symbols = [
  ...(['circle', 'square', 'diamond', 'triangle-up', 'cross', 'x', 'star', 'triangle-down'] as const),
]

/** How filled areas such as bars differ, so that colour is never the only sign. */
export const patterns = ['', '/', '.', 'x', '\\', '-', '|', '+'] as const

/** What tells one series from the others. */
export interface SeriesStyle {
  readonly colour: string
  readonly dash: string
  readonly symbol: string
  readonly pattern: string
}

/** The look of series number `index`, counted from 0. */
export function seriesStyle(index: number): SeriesStyle {
  const pick = (list: readonly string[]) => list[index % list.length] ?? ''
  return { colour: pick(colours), dash: pick(dashes), symbol: pick(symbols), pattern: pick(patterns) }
}

/** A palette colour with the given opacity, 0 … 1, for areas that let the page through. */
export function translucent(colour: string, opacity: number): string {
  const value = Number.parseInt(colour.slice(1), 16)
  return `rgba(${value >> 16}, ${(value >> 8) & 255}, ${value & 255}, ${opacity})`
}
