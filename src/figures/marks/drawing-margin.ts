import { linesOf, wrapText } from '../text/wrap-text.js'

/** Margins of figures that draw no axes outside their panels: room for the title, little else. */
export function drawingMargin(title: string): { l: number; r: number; t: number; b: number } {
  return { l: 13, r: 13, t: 28 + 21 * linesOf(wrapText(title, 48)), b: 16 }
}
