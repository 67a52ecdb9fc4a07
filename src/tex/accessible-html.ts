import type { Formula } from './formula.js'

/** Room for strokes that reach out of their letter's box, taken back outside, so that nothing moves. */
const room = 'padding:.15em .1em;margin:-.15em -.1em'

/** Under the picture, the same size or smaller, seen by no eye: a finger or a reader's cursor finds it there. */
const unseen =
  'position:absolute;inset:0;overflow:hidden;opacity:0;pointer-events:none;user-select:none;-webkit-user-select:none;white-space:nowrap'

/**
 * A formula as HTML that needs no style sheet: the picture for the eye, MathML for the ear and for Braille.
 *
 * Exactly one of the two is read: the picture is hidden from screen readers and carries no label. Readers that know
 * MathML let their people walk through it in their own words; others say its `alttext`, which is the label. The colour
 * is that of the text around. A formula wider than the page scrolls by itself.
 */
export function accessibleHtml({ svg, mathml, display }: Formula): string {
  const math = `<span style="${unseen}">${mathml}</span>`
  if (display) {
    return `<span style="display:block;position:relative;overflow-x:auto;overflow-y:hidden;max-width:100%;padding:.35em .1em;text-align:center;text-indent:0;white-space:nowrap">${svg}${math}</span>`
  }
  const depth = /vertical-align:\s*([^;"]+)/.exec(svg)?.[1] ?? '0'
  return `<span style="display:inline-block;position:relative;overflow-x:auto;overflow-y:hidden;max-width:100%;${room};vertical-align:calc(${depth});line-height:0;white-space:nowrap;text-indent:0">${svg.replace(/vertical-align:\s*[^;"]+/, 'display:block')}${math}</span>`
}
