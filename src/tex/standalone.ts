/**
 * MathJax's SVG made to stand alone, and hidden from screen readers, which read the MathML: lines of tables and
 * frames get the width that MathJax's style sheet would give them, nothing around shrinks or clips the whole, and
 * MathJax's own marks are left out. Text in the formula is left as it is.
 */
export function standalone(svg: string): string {
  return svg
    .replace(/<[a-z]+(?: [\w:-]+="[^"]*")*>/g, cleanTag)
    .replace(/^<svg style="/, '<svg aria-hidden="true" style="overflow:visible;max-width:none;')
}

function cleanTag(tag: string): string {
  return tag
    .replace(/^<(line|rect) (?=.*data-(?:line|frame)=)/, '<$1 stroke-width="70" fill="none" ')
    .replace(' class="mjx-dashed"', ' stroke-dasharray="140"')
    .replace(/ (?:class|role|data-[a-z-]+)="[^"]*"/g, '')
    .replace(/"[^"]*"/g, (value) => value.replace(/&(?!quot;)/g, '&amp;').replaceAll('<', '&lt;'))
}
