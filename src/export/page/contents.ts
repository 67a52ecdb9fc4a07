/** From this width on the table of contents stands beside the chapter, always open. */
const beside = matchMedia('(min-width: 72rem)')

/** Folds the table of contents on narrow pages, and marks the section that is being read. */
export function contents(): void {
  const nav = document.querySelector('nav.contents')
  const details = nav?.querySelector('details')
  if (nav == null || details == null) return
  const fold = () => {
    details.open = beside.matches
  }
  fold()
  beside.addEventListener('change', fold)
  nav.addEventListener('click', (event) => {
    if (!beside.matches && event.target instanceof Element && event.target.closest('a') !== null)
      details.open = false
  })
  follow(nav)
}

function follow(nav: Element): void {
  const links = new Map<string, Element>()
  for (const link of nav.querySelectorAll('a')) links.set(decodeURIComponent(link.hash.slice(1)), link)
  const headings = [...links.keys()]
    .map((id) => document.getElementById(id))
    .filter((heading) => heading !== null)
  let due = false
  const mark = () => {
    due = false
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.3)
    const current = passed.at(-1)?.id
    for (const [id, link] of links) {
      if (id === current) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  mark()
  addEventListener(
    'scroll',
    () => {
      if (due) return
      due = true
      requestAnimationFrame(mark)
    },
    { passive: true },
  )
}
