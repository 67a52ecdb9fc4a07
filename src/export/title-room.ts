/** What is left above a plot whose title stands outside it. */
const least = 8

/**
 * How much lower a figure may be without its title: the room that the figures of this course keep for it, as far as
 * the margin at the top has it. Other things that stand above the plot keep theirs.
 *
 * @param title the layout's title, its lines parted by `<br>`; undefined if it has none
 * @param top the layout's margin at the top, in pixels; undefined if it sets none
 */
export function titleRoom(title: string | undefined, top: number | undefined): number {
  if (title === undefined || top === undefined) return 0
  const lines = title.split(/<br\s*\/?>/i).length
  return Math.max(0, Math.min(20 + 21 * lines, top - least))
}
