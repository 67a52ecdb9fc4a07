import { BoxPanel, Widget } from '@lumino/widgets'
import { button, element } from '../element.js'
import type { Notice, NoticeAction } from './notice.js'

/** What each kind is marked with, so that colour is not all that tells them apart. */
const marks = { news: 'ℹ', good: '✓', trouble: '⚠' } as const

/** The lines above a notebook's cells that say what happened. Without any it takes no room. */
export class NoticeBar extends Widget {
  readonly #calm = element('div', { role: 'status' })
  readonly #urgent = element('div', { role: 'alert' })
  readonly #lines = new Map<string, HTMLElement>()
  readonly #sizes: ResizeObserver

  constructor() {
    super()
    this.addClass('backprop-notices')
    const inner = element('div', {}, this.#urgent, this.#calm)
    this.node.append(inner)
    this.#sizes = new ResizeObserver(() => {
      const height = `${inner.offsetHeight}px`
      if (this.node.style.minHeight === height) return
      this.node.style.minHeight = height
      // A box asks for the sizes of its parts only when it is told that they may have changed.
      if (this.parent instanceof BoxPanel) this.parent.fit()
    })
    this.#sizes.observe(inner)
  }

  /** Says it, in the place of what was said with the same id. */
  say(notice: Notice): void {
    const { id, kind, text, actions = [], lasts } = notice
    this.unsay(id)
    const line = element('div', { class: `backprop-notice backprop-notice-${kind}`, 'data-id': id })
    const close = () => {
      if (this.#lines.get(id) === line) this.unsay(id)
    }
    line.append(
      element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[kind]),
      element('span', { class: 'text' }, text),
      ...actions.map((action) => actionButton(action, close)),
      button('×', close, { class: 'close', 'aria-label': 'Close this message' }),
    )
    this.#lines.set(id, line)
    const region = kind === 'trouble' ? this.#urgent : this.#calm
    region.append(line)
    if (lasts !== undefined) setTimeout(close, lasts)
  }

  /** Takes it away, if it is there. */
  unsay(id: string): void {
    this.#lines.get(id)?.remove()
    this.#lines.delete(id)
  }

  /** Whether it is on the page. */
  says(id: string): boolean {
    return this.#lines.has(id)
  }

  override dispose(): void {
    this.#sizes.disconnect()
    super.dispose()
  }
}

function actionButton({ label, closes = true, run }: NoticeAction, close: () => void): HTMLButtonElement {
  const made = button(label, async () => {
    made.disabled = true
    await run()
    made.disabled = false
    if (closes) close()
  })
  return made
}
