/** What is left under a plot for the numbers and the title of its axis and a legend below. */
const least = 56

/**
 * How much lower a figure may be without Plotly's own slider, which a page replaces by a native one: the room that
 * `decisionFrames` keeps for it, as far as the margin at the bottom has it.
 *
 * @param sliders the layout's sliders, of any form
 * @param bottom the layout's margin at the bottom, in pixels; undefined if it sets none
 */
export function sliderRoom(sliders: unknown, bottom: number | undefined): number {
  if (!Array.isArray(sliders) || sliders.length === 0 || bottom === undefined) return 0
  return Math.max(0, Math.min(94, bottom - least))
}
