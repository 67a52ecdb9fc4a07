import { Macros } from './macros.js'

type Typeset = (latex: string, display: 'inline' | 'block') => string

/** Formulas as HTML, each made once. */
export class FormulaStore {
  readonly #made = new Map<string, string>()
  readonly #macros = new Macros()
  #typeset: Typeset | undefined

  /** Takes formulas that the server set already. */
  take(root: ParentNode): void {
    for (const element of root.querySelectorAll<HTMLElement>('[data-latex]')) {
      const { latex = '', display } = element.dataset
      this.#made.set(keyOf(latex, display === 'true'), element.innerHTML)
    }
  }

  /** The formula if it is there, or can be made at once; undefined before `load` is done. */
  get(latex: string, display: boolean): string | undefined {
    const whole = this.#macros.complete(latex)
    const key = keyOf(whole, display)
    const known = this.#made.get(key)
    if (known !== undefined || this.#typeset === undefined) return known
    const html = this.#typeset(whole, display ? 'block' : 'inline')
    this.#made.set(key, html)
    return html
  }

  /** Fetches MathJax, which most visits need for no formula of the first view. */
  async load(): Promise<void> {
    this.#typeset ??= (await import('../../export/typeset-formula.js')).typesetFormula
  }
}

function keyOf(latex: string, display: boolean): string {
  return `${display ? 'block' : 'line'} ${latex}`
}
