/**
 * Printed text that grows, as a notebook shows it: after a carriage return, what is printed next is written over the
 * line, and a backspace takes the character before it away. So a progress bar that prints its line a thousand times is
 * one line. What was printed is not looked at again, however long it is.
 */
export class PrintedText {
  #lines = ''
  #last = ''
  /** Where in the last line the next character goes. */
  #at = 0

  get length(): number {
    return this.#lines.length + this.#last.length
  }

  get shown(): string {
    return this.#lines + this.#last
  }

  add(text: string): void {
    if (this.#at === this.#last.length && !/[\r\b]/.test(text)) this.#append(text)
    else for (const part of text.split(/([\n\r\b])/)) this.#put(part)
  }

  /** What has to be printed for the same to be shown, and for what follows to go where it should. */
  toString(): string {
    const isAtEnd = this.#at === this.#last.length
    return isAtEnd ? this.shown : `${this.shown}\r${this.#last.slice(0, this.#at)}`
  }

  #append(text: string): void {
    const end = text.lastIndexOf('\n') + 1
    if (end > 0) {
      this.#lines += this.#last + text.slice(0, end)
      this.#last = text.slice(end)
    } else this.#last += text
    this.#at = this.#last.length
  }

  /** A control character, or text without any. */
  #put(part: string): void {
    if (part === '\n') {
      this.#lines += `${this.#last}\n`
      this.#last = ''
      this.#at = 0
    } else if (part === '\r') this.#at = 0
    else if (part === '\b') {
      if (this.#at === 0) return
      // As JupyterLab does it: in the middle of a line, the next character goes, too.
      this.#last = this.#last.slice(0, this.#at - 1) + this.#last.slice(this.#at + 1)
      this.#at--
    } else {
      this.#last = this.#last.slice(0, this.#at) + part + this.#last.slice(this.#at + part.length)
      this.#at += part.length
    }
  }
}
