/** A definition such as `\newcommand{\R}{\mathbb{R}}` or `\def\R{\mathbb{R}}`, bodies with three levels of braces. */
const braces = String.raw`\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`
const definition = new RegExp(
  String.raw`\\(?:re)?newcommand\*?\s*(?:\{\s*)?(\\[a-zA-Z]+)\s*\}?\s*(?:\[\d\]\s*)?(?:\[[^\]]*\]\s*)?${braces}|\\def\s*(\\[a-zA-Z]+)[#\d\s]*${braces}`,
  'g',
)

/**
 * Commands that a notebook defines in one formula and uses in others, as MathJax in Jupyter lets it. Each formula here
 * is set alone, so it gets the definitions that it uses.
 */
export class Macros {
  readonly #known = new Map<string, string>()

  /** The formula, after the definitions that it needs. Those in it are kept for the next. */
  complete(latex: string): string {
    const own = new Set<string>()
    for (const [text, command, other] of latex.matchAll(definition)) {
      const name = command ?? other
      if (name === undefined) continue
      own.add(name)
      this.#known.set(name, text)
    }
    if (this.#known.size === 0) return latex
    const needed = new Set<string>()
    this.#collect(latex, needed)
    const before = [...this.#known].filter(([name]) => needed.has(name) && !own.has(name))
    return before.map(([, text]) => text).join('') + latex
  }

  #collect(text: string, needed: Set<string>): void {
    for (const [name] of text.matchAll(/\\[a-zA-Z]+/g)) {
      const known = this.#known.get(name)
      if (known === undefined || needed.has(name)) continue
      needed.add(name)
      this.#collect(known, needed)
    }
  }
}
