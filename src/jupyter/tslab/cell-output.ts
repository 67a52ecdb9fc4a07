// A cell may replace the global ones.
import { clearTimeout, setTimeout } from 'node:timers'
import { type OutputLimits, outputLimits } from './output-limits.js'
import { betweenMessages, SendPace } from './send-pace.js'
import type { DisplayContent } from './tslab-parts.js'

/** Characters after which it is a message anyway. */
const longestMessage = 64 * 1024

/**
 * The outputs of one run of a cell, on their way to iopub. Of a flood many lines go as one
 * message, of quick updates of one display the last, and what exceeds the limits is counted.
 */
export class CellOutput {
  readonly #publish: (type: string, content: object) => void
  readonly #limits: OutputLimits
  readonly #pace = new SendPace()
  #stream: { name: string; text: string } | undefined
  #updates = new Map<string, DisplayContent>()
  #timer: NodeJS.Timeout | undefined
  #characters = 0
  #displays = 0
  #lostLines = 0
  #lostLineOpen = false
  #lostDisplays = 0
  #warned = false

  constructor(publish: (type: string, content: object) => void, limits = outputLimits) {
    this.#publish = publish
    this.#limits = limits
  }

  /** Text on stdout or stderr. */
  print(name: string, text: string): void {
    const room = Math.max(0, this.#limits.characters - this.#characters)
    this.#characters += text.length
    if (room > 0) this.#print(name, text.slice(0, room))
    if (text.length > room) this.#lose(text.slice(room))
  }

  display(content: DisplayContent, update = false): void {
    const id = content.transient?.display_id
    const length = JSON.stringify(content.data).length
    if (length > this.#limits.displayCharacters) {
      this.#print(
        'stderr',
        `… An output of ${megabytes(length)} was not shown; one may have ${megabytes(this.#limits.displayCharacters)}.\n`,
      )
      return
    }
    if (update && id !== undefined) {
      // Renewed last, it also comes last.
      this.#updates.delete(id)
      this.#updates.set(id, content)
      this.#sendSoon()
      return
    }
    if (!update) this.#displays += 1
    if (this.#displays > this.#limits.displays) {
      this.#lostDisplays += 1
      return
    }
    this.flush()
    this.#publish(update ? 'update_display_data' : 'display_data', content)
  }

  /** Sends what waits. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const stream = this.#stream
    const updates = this.#updates
    this.#stream = undefined
    this.#updates = new Map()
    if (stream !== undefined) this.#publish('stream', stream)
    for (const content of updates.values()) this.#publish('update_display_data', content)
  }

  /** Sends what waits, and tells what was not shown since the last time. Later output, of a timer perhaps, may follow. */
  close(): void {
    const lines = this.#lostLines + (this.#lostLineOpen ? 1 : 0)
    if (lines > 0) this.#print('stderr', `… ${counted(lines, 'line')} not shown.\n`)
    if (this.#lostDisplays > 0)
      this.#print('stderr', `… ${counted(this.#lostDisplays, 'display')} not shown.\n`)
    this.#lostLines = 0
    this.#lostLineOpen = false
    this.#lostDisplays = 0
    this.flush()
  }

  #print(name: string, text: string): void {
    if (this.#stream !== undefined && this.#stream.name !== name) this.flush()
    this.#stream ??= { name, text: '' }
    this.#stream.text += text
    if (this.#stream.text.length > longestMessage) this.flush()
    else this.#sendSoon()
  }

  /** By the clock too, since no timer fires in a loop that does not let go. */
  #sendSoon(): void {
    if (this.#pace.take()) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), betweenMessages)
  }

  #lose(text: string): void {
    if (!this.#warned) {
      this.#warned = true
      const limit = megabytes(this.#limits.characters)
      this.#print(
        'stderr',
        `\n… That was ${limit}. What this cell prints from here on is counted, not shown.\n`,
      )
    }
    this.#lostLines += text.split('\n').length - 1
    this.#lostLineOpen = !text.endsWith('\n')
  }
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 more ${what} was` : `${count} more ${what}s were`
}

function megabytes(characters: number): string {
  return `${Number((characters / 1e6).toPrecision(2))} MB`
}
