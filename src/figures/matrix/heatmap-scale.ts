import type { Matrix } from '../../math/matrix.js'
import { extent, rounded } from '../base/values.js'
import { type ColourScale, diverging, sequential } from '../colour/colour-scales.js'
import { colourAt } from '../still/still-picture-colour.js'

/** One colour scale for some matrices, so that equal numbers look equal. */
export interface HeatmapScale {
  readonly colours: ColourScale
  readonly low: number
  readonly high: number
}

/**
 * Diverging around 0 where signs differ, else from the lowest number to the highest.
 *
 * @param wanted true or false where the caller decides, undefined for automatic
 */
export function heatmapScale(matrices: readonly Matrix[], wanted: boolean | undefined): HeatmapScale {
  const [low, high] = extent(matrices.flatMap((m) => [...m.values])).map(rounded) as [number, number] // two in, two out
  if (wanted ?? (low < 0 && high > 0)) {
    const reach = Math.max(-low, high) || 1
    return { colours: diverging, low: -reach, high: reach }
  }
  return low === high
    ? { colours: sequential, low: low - 1, high: high + 1 }
    : { colours: sequential, low, high }
}

/** The colour of a number. */
export function colourOf({ colours, low, high }: HeatmapScale, value: number): string {
  return colourAt(colours, (value - low) / (high - low))
}
