/**
 * MathJax's SVG made to stand without its style sheet and to be hidden from screen readers, which read the MathML:
 * lines of tables and frames get the width that the sheet would give them, and nothing around shrinks or clips it.
 */
export function standalone(svg: string): string {
  return svg
    .replace(/<(line|rect) ([^>]*data-(?:line|frame)[^>]*)>/g, '<$1 stroke-width="70" fill="none" $2>')
    .replace(/ class="mjx-dashed"/g, ' stroke-dasharray="140"')
    .replace(/ class="mjx-dotted"/g, ' stroke-linecap="round" stroke-dasharray="0,140"')
    .replace(/^<svg style="/, '<svg aria-hidden="true" style="overflow:visible;max-width:none;')
    .replace(/^(<svg [^>]*?) role="img"/, '$1')
}
