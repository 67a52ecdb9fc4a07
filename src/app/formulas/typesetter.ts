import type { IRenderMime } from '@jupyterlab/rendermime-interfaces'
import { findMath } from './find-math.js'
import type { FormulaStore } from './formula-store.js'

/** Text in these is never a formula. */
const opaque = 'script, noscript, style, textarea, pre, code, math, svg, .bp-Formula'

/** How long formulas may be set before the browser gets to draw and to listen, in milliseconds. */
const slice = 12

/** Sets the formulas of cells and outputs, as many at a time as nobody notices. */
export class Typesetter implements IRenderMime.ILatexTypesetter {
  readonly #store: FormulaStore
  #waiting: Text[] = []
  #isRunning = false

  constructor(store: FormulaStore) {
    this.#store = store
  }

  /** What is known is set at once, so that nothing jumps; the rest waits for its turn. */
  typeset(element: HTMLElement): void {
    for (const text of textsOf(element)) {
      if (!this.#set(text)) this.#waiting.push(text)
    }
    if (this.#waiting.length > 0 && !this.#isRunning) void this.#run()
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    try {
      await this.#store.load()
      while (this.#waiting.length > 0) {
        const until = performance.now() + slice
        while (this.#waiting.length > 0 && performance.now() < until) this.#setNext()
        await new Promise((resolve) => setTimeout(resolve))
      }
    } finally {
      this.#isRunning = false
    }
  }

  #setNext(): void {
    const text = this.#waiting.shift()
    // A cell may have been drawn anew since.
    if (text?.parentNode != null) this.#set(text)
  }

  /** Puts all formulas of a text in its place, or none if one is not there yet. */
  #set(text: Text): boolean {
    const { data } = text
    const parts: (string | HTMLElement)[] = []
    let from = 0
    for (const { start, end, latex, display } of findMath(data)) {
      const html = this.#store.get(latex, display)
      if (html === undefined) return false
      parts.push(data.slice(from, start), formulaElement(html))
      from = end
    }
    if (from > 0) text.replaceWith(...parts, data.slice(from))
    return true
  }
}

function formulaElement(html: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'bp-Formula'
  // Made by MathJax from LaTeX; what it does not know was escaped.
  element.innerHTML = html
  return element
}

/** Text nodes that may hold a formula, in the order of the document. */
function textsOf(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    /[$\\]/.test(node.nodeValue ?? '') && node.parentElement?.closest(opaque) == null
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  )
  const texts: Text[] = []
  // Only text nodes are shown to the walker.
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}
