import { palette, translucent } from './palette.js'

/** Stops of a colour scale as Plotly takes them: place 0 … 1 and colour. */
export type ColourScale = readonly (readonly [number, string])[]

/** Low to high: lightness grows from end to end, also for colour-blind eyes. */
export const sequential: ColourScale = [
  [0, '#23266e'],
  [0.2, '#2a5596'],
  [0.4, '#3c80a0'],
  [0.6, '#64a795'],
  [0.8, '#a9c97c'],
  [1, '#f6e36a'],
]

/** Below zero, zero, above zero: give it the same distance on both sides of 0 (`zmid: 0`, or `zmin = −zmax`). */
export const diverging: ColourScale = [
  [0, '#8c3100'],
  [0.25, '#dd8a52'],
  [0.5, '#f3f1ee'],
  [0.75, '#8496e8'],
  [1, '#2b3aa6'],
]

/**
 * Depth, as on a sea chart: the lower, the bluer. It lets the page through, so that it is right on light and dark.
 *
 * @param place 0, the deepest, to 1
 */
export function depthAt(place: number): string {
  return translucent(palette.blue, Number((0.34 * (1 - place) ** 1.3).toFixed(3)))
}
