/** Areas that scroll in themselves: code, printed text, wide tables and formulas. */
const areas = 'pre, .scroll, .formula > span, .html, .html > span'

/**
 * Lets the keyboard reach an area while it has something to scroll, and only then: a stop at every cell would make
 * the way through a chapter long.
 */
export function scrollAreas(): void {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) mark(target)
  })
  for (const area of document.querySelectorAll<HTMLElement>(areas)) {
    if (!area.hasAttribute('tabindex')) sizes.observe(area)
  }
}

function mark(area: HTMLElement): void {
  const scrolls = area.scrollWidth > area.clientWidth + 1 || area.scrollHeight > area.clientHeight + 1
  if (scrolls) area.tabIndex = 0
  else area.removeAttribute('tabindex')
}
