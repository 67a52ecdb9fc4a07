import { displayIdOf } from '../../jupyter/execute/output-of-message.js'
import type { Channel, Message } from '../../jupyter/message/message.js'
import { type MessageNote, noteOf } from '../../jupyter/outputs/message-note.js'
import { valueSize } from '../outputs/value-size.js'

export interface Waiting {
  readonly channel: Channel
  message: Message
  size: number
}

/** Printed text is joined up to this length, in characters. */
const longestText = 256 * 1024

/**
 * Messages that a client has not got yet, since it is slow or away, in order and bounded: what one cell prints is
 * joined, a display that is renewed twice is sent once, and beyond the limit outputs are left out (the server has them;
 * see `backprop/api/outputs`), never a reply or a state.
 */
export class Backlog {
  #waiting: Waiting[] = []
  #size = 0
  /** Outputs were left out since it was last asked. */
  #gap = false
  /** How many were left out in all. */
  lost = 0

  constructor(readonly room = 16 * 1024 * 1024) {}

  get length(): number {
    return this.#waiting.length
  }

  add(channel: Channel, message: Message): void {
    const size = valueSize(message.content) + 400 + bufferSize(message)
    if (channel === 'iopub' && (this.#joins(message, size) || this.#renews(message, size))) return
    this.#waiting.push({ channel, message, size })
    this.#size += size
    if (this.#size > this.room) this.#makeRoom()
  }

  /** The message that is next, taken out. */
  shift(): { readonly channel: Channel; readonly message: Message } | undefined {
    const next = this.#waiting.shift()
    if (next === undefined) return undefined
    this.#size -= next.size
    if (!this.#gap || next.channel !== 'iopub') return next
    this.#gap = false
    return { channel: next.channel, message: withNote(next.message, { gap: true }) }
  }

  #joins(message: Message, size: number): boolean {
    const last = this.#waiting.at(-1)
    if (last?.channel !== 'iopub' || !isPrinted(message) || !isPrinted(last.message)) return false
    const [before, after] = [last.message, message]
    if (before.parent_header.msg_id !== after.parent_header.msg_id) return false
    if (before.content['name'] !== after.content['name'] || last.size > longestText) return false
    const text = `${before.content['text']}${after.content['text']}`
    const { seq = 0, from = seq } = noteOf(before) ?? {}
    last.message = withNote({ ...after, content: { ...after.content, text } }, { from })
    last.size += size
    this.#size += size
    return true
  }

  /** An earlier renewal of the same display goes, if nothing but renewals and states came after it. */
  #renews(message: Message, size: number): boolean {
    if (message.header.msg_type !== 'update_display_data') return false
    const id = displayIdOf(message)
    for (let i = this.#waiting.length - 1; i >= 0; i--) {
      const each = this.#waiting[i]
      if (each?.message.header.msg_type !== 'update_display_data') return false
      if (displayIdOf(each.message) !== id) continue
      this.#waiting.splice(i, 1)
      this.#waiting.push({ channel: 'iopub', message, size })
      this.#size += size - each.size
      return true
    }
    return false
  }

  #makeRoom(): void {
    const kept: Waiting[] = []
    for (const each of this.#waiting) {
      if (
        this.#size > this.room / 2 &&
        each.channel === 'iopub' &&
        outputTypes.has(each.message.header.msg_type)
      ) {
        this.#size -= each.size
        this.lost++
        this.#gap = true
      } else kept.push(each)
    }
    this.#waiting = kept
  }
}

const outputTypes: ReadonlySet<string> = new Set([
  'stream',
  'display_data',
  'update_display_data',
  'execute_result',
  'error',
  'clear_output',
])

function isPrinted({ header, content }: Message): boolean {
  return header.msg_type === 'stream' && typeof content['text'] === 'string'
}

function bufferSize({ buffers }: Message): number {
  return buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0)
}

function withNote(message: Message, note: Partial<MessageNote>): Message {
  return { ...message, metadata: { ...message.metadata, backprop: { ...noteOf(message), ...note } } }
}
