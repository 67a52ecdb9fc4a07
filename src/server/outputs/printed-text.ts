import { overwrittenText } from './overwritten-text.js'

/** Printed text that grows. Only its last line is looked at again, however long the rest is. */
export class PrintedText {
  #lines = ''
  #last = ''

  get length(): number {
    return this.#lines.length + this.#last.length
  }

  add(text: string): void {
    const end = text.lastIndexOf('\n') + 1
    if (end > 0) {
      this.#lines += overwrittenText(this.#last + text.slice(0, end))
      this.#last = ''
    }
    if (end < text.length) this.#last = overwrittenText(this.#last + text.slice(end))
  }

  toString(): string {
    return this.#lines + this.#last
  }
}
