import { textWidth } from '../still/still-picture-text.js'
import type { Panel } from './heatmap-argument.js'
import { matrixTexts } from './matrix-numbers.js'

/** A matrix in its place on the paper, 0 … 1 from left to right and from bottom to top. */
export interface PlacedPanel extends Panel {
  /** The numbers as written in the cells; none where there are too many to be read. */
  readonly texts: readonly (readonly string[])[] | undefined
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

/** Where the matrices stand, how large their numbers are, and how high all of it is in pixels. */
export interface Arrangement {
  readonly panels: readonly PlacedPanel[]
  readonly fontSize: number
  readonly height: number
}

/** The narrowest width that must do, less margins, in pixels. */
const narrow = 366
/** The width that must do for what does not fit the narrowest. */
const usual = 660
const headingHeight = 26
const gapHeight = 16

/**
 * Puts matrices side by side, all cells of the same size, in as many lines as the numbers need to be read on a narrow
 * page.
 *
 * @param named whether each has its name and shape above it
 */
export function arrange(panels: readonly Panel[], digits: number, named: boolean): Arrangement {
  const texts = panels.map(({ m }) => (m.rows * m.columns <= 400 ? matrixTexts(m, digits) : undefined))
  const widest = Math.max(0, ...texts.flat(2).map((text) => (text === undefined ? 0 : textWidth(text, 1))))
  const names = Math.max(
    0,
    ...panels.flatMap((panel) => panel.rowNames ?? []).map((name) => textWidth(name, 11)),
  )
  const largest = Math.max(...panels.map((panel) => panel.m.columns))
  const need = (size: number) => Math.max(26, widest * size + 8)
  const fontSize = [13, 12, 11, 10].find((size) => largest * need(size) <= narrow - names) ?? 10
  const areRead = texts.every((each) => each !== undefined) && largest * need(fontSize) <= usual
  const capacity = Math.max(largest, Math.floor((narrow - names) / need(fontSize)))

  const slot = (panel: Panel) =>
    Math.max(panel.m.columns, 1.7) + (panel.rowNames === undefined ? 0 : names / 46)
  const gap = 0.5
  const lines: Panel[][] = []
  let used = 0
  for (const panel of panels) {
    if (lines.length === 0 || used + gap + slot(panel) > capacity + 0.5) {
      lines.push([])
      used = -gap
    }
    lines.at(-1)?.push(panel)
    used += gap + slot(panel)
  }

  const totals = lines.map((line) => line.reduce((sum, panel) => sum + slot(panel) + gap, -gap))
  // A cell is at least as wide as its number, and a small matrix is not pulled over the whole page.
  const unit = Math.min(1 / Math.max(...totals), areRead ? Math.max(0.15, need(fontSize) / narrow) : 1)
  const rowHeight = Math.max(4, Math.min(34, 420 / Math.max(...panels.map((panel) => panel.m.rows))))
  const lineHeight = (line: readonly Panel[]) =>
    (named ? headingHeight : 0) +
    (line.some((panel) => panel.columnNames !== undefined) ? 18 : 0) +
    Math.max(...line.map((panel) => panel.m.rows)) * rowHeight
  const height = lines.reduce((sum, line) => sum + lineHeight(line) + gapHeight, -gapHeight)

  let below = height
  const placed = lines.flatMap((line) => {
    let left = 0
    const top = below - lineHeight(line) + Math.max(...line.map((panel) => panel.m.rows)) * rowHeight
    below -= lineHeight(line) + gapHeight
    return line.map((panel): PlacedPanel => {
      const start = left + (slot(panel) - Math.max(panel.m.columns, 1.7)) * unit
      left += (slot(panel) + gap) * unit
      return {
        ...panel,
        texts: areRead ? texts[panels.indexOf(panel)] : undefined,
        x: [start, start + panel.m.columns * unit],
        y: [(top - panel.m.rows * rowHeight) / height, top / height],
      }
    })
  })
  return { panels: placed, fontSize, height }
}
