import type { Sink } from './command.js'

/**
 * Tells how a run goes: on a terminal one line that is written again and again, below the lines that stay; elsewhere
 * only those.
 */
export class Progress {
  readonly #out: Sink
  readonly #total: number
  readonly #running = new Map<string, string>()
  #done = 0
  #drawn = false

  constructor(out: Sink, total: number) {
    this.#out = out
    this.#total = total
  }

  /** A chapter's state: `starting`, or how many of its cells are done. */
  update(chapter: string, state: string): void {
    this.#running.set(chapter, state)
    this.#draw()
  }

  /** A chapter is done, and `text` about it stays. */
  finish(chapter: string, text: string): void {
    this.#running.delete(chapter)
    this.#done++
    this.print(text)
  }

  /** Text that stays, in whole lines. */
  print(text: string): void {
    this.clear()
    this.#out.write(text)
    this.#draw()
  }

  clear(): void {
    if (this.#drawn) this.#out.write('\r\x1b[K')
    this.#drawn = false
  }

  #draw(): void {
    if (this.#out.isTTY !== true || this.#running.size === 0) return
    const running = [...this.#running].map(([chapter, state]) => `${chapter} ${state}`)
    const line = [`${this.#done} of ${this.#total} done`, ...running].join(' · ')
    this.clear()
    this.#out.write(line.slice(0, (this.#out.columns || 80) - 1))
    this.#drawn = true
  }
}
