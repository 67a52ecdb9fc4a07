import { shapeOf } from '../../math/shape-of.js'
import type { JsonRecord } from '../base/json.js'
import { theme } from '../base/theme.js'
import { textWidth } from '../still/still-picture-text.js'
import type { Arrangement, PlacedPanel } from './heatmap-lines.js'

/** Every page has so much room, in pixels; what fits it needs no least width. */
const smallest = 250
/** Between two texts, in pixels; the widest fonts take half of it. */
const apart = 14
/** Bold letters are so much wider. */
const bold = 1.2

/** For `layout.meta`: how wide the matrices have to be, so that no number and no name runs into its neighbour. */
export function leastWidth(
  { panels, fontSize }: Arrangement,
  margin: { readonly l: number; readonly r: number },
): JsonRecord {
  const plot = Math.max(
    ...panels.flatMap(({ m, x, texts = [] }) => {
      const cell = (x[1] - x[0]) / m.columns
      return texts.flat().map((text) => (textWidth(text, fontSize) + apart) / cell)
    }),
    ...panels.map((panel) => (nameWidth(panel) + apart) / roomOf(panel, panels)),
  )
  const width = Math.ceil(plot + margin.l + margin.r)
  return width <= smallest ? {} : { leastWidth: width }
}

function nameWidth({ name, m }: PlacedPanel): number {
  return textWidth(`${name} · ${shapeOf(m)}`, theme.fontSize) * bold
}

/** From the panel's left edge to that of the next one beside it, as a share of the plot. */
function roomOf({ x, y }: PlacedPanel, panels: readonly PlacedPanel[]): number {
  const beside = panels.filter((other) => other.y[1] === y[1] && other.x[0] > x[0])
  return Math.min(1, ...beside.map((other) => other.x[0])) - x[0]
}
