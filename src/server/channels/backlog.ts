import { displayIdOf } from '../../jupyter/execute/output-of-message.js'
import type { Channel, Message } from '../../jupyter/message/message.js'
import { type MessageNote, noteOf } from '../../jupyter/outputs/message-note.js'
import { commOf, settleComms } from './settle-comms.js'
import { type Waiting, waiting } from './waiting.js'

/** Printed text is joined up to this length, in characters. */
const longestText = 256 * 1024

/**
 * Messages that a client has not got yet, since it is slow or away, in order and bounded: what one cell prints is
 * joined, and a display that is renewed twice is sent once. Beyond the limit, in this order:
 *
 * - comms are settled, which loses nothing that lasts: see `settleComms`;
 * - outputs are left out, the oldest first. The server has them (`backprop/api/outputs`), and the next message says
 *   that there is a gap;
 * - messages of comms are left out, the oldest first, but neither their opening nor their end, and the next message
 *   names the comms whose state may be old.
 *
 * A reply or a state is never left out. Where these alone are too many, it is `overfull`: the client is given up.
 */
export class Backlog {
  #waiting: Waiting[] = []
  #size = 0
  /** Above this size, room is made: the limit, or somewhat more than what could not be left out. */
  #most: number
  /** What was left out since it was last told. */
  #gap = false
  #comms = new Set<string>()
  /** How many were left out in all. */
  lost = 0
  /** The number of the last output that was; -1 for none. */
  lostSeq = -1

  constructor(readonly room = 16 * 1024 * 1024) {
    this.#most = room
  }

  get length(): number {
    return this.#waiting.length
  }

  /** Nothing waits, nor anything to tell. */
  get empty(): boolean {
    return this.length === 0 && !this.#gap && this.#comms.size === 0
  }

  get overfull(): boolean {
    return this.#size > 2 * this.room
  }

  add(channel: Channel, message: Message): void {
    const next = waiting(channel, message)
    if (channel === 'iopub' && (this.#joins(next) || this.#renews(next))) return
    this.#waiting.push(next)
    this.#size += next.size
    if (this.#size > this.#most) this.#makeRoom()
  }

  /** The message that is next, taken out. */
  shift(): { readonly channel: Channel; readonly message: Message } | undefined {
    const next = this.#waiting.shift()
    if (next === undefined) return undefined
    this.#size -= next.size
    if (this.#waiting.length === 0) this.#most = this.room
    if (next.channel !== 'iopub' || (!this.#gap && this.#comms.size === 0)) return next
    const note = {
      ...(this.#gap ? { gap: true } : {}),
      ...(this.#comms.size === 0 ? {} : { comms: [...this.#comms] }),
    }
    this.#gap = false
    this.#comms.clear()
    return { channel: next.channel, message: withNote(next.message, note) }
  }

  #joins({ message: after, size }: Waiting): boolean {
    const last = this.#waiting.at(-1)
    if (last?.channel !== 'iopub' || !isPrinted(after) || !isPrinted(last.message)) return false
    const before = last.message
    if (before.parent_header.msg_id !== after.parent_header.msg_id) return false
    if (before.content['name'] !== after.content['name'] || last.size > longestText) return false
    const text = `${before.content['text']}${after.content['text']}`
    const { seq = 0, from = seq } = noteOf(before) ?? {}
    const message = withNote({ ...after, content: { ...after.content, text } }, { from })
    this.#waiting[this.#waiting.length - 1] = { channel: 'iopub', message, size: last.size + size }
    this.#size += size
    return true
  }

  /** An earlier renewal of the same display goes, if nothing but renewals came after it. */
  #renews(next: Waiting): boolean {
    if (next.message.header.msg_type !== 'update_display_data') return false
    const id = displayIdOf(next.message)
    for (let i = this.#waiting.length - 1; i >= 0; i--) {
      const each = this.#waiting[i]
      if (each?.message.header.msg_type !== 'update_display_data') return false
      if (displayIdOf(each.message) !== id) continue
      this.#waiting.splice(i, 1)
      this.#waiting.push(next)
      this.#size += next.size - each.size
      return true
    }
    return false
  }

  #makeRoom(): void {
    this.#waiting = settleComms(this.#waiting)
    this.#size = this.#waiting.reduce((sum, { size }) => sum + size, 0)
    this.#leaveOut(isOutput, ({ message }) => {
      this.lostSeq = Math.max(this.lostSeq, noteOf(message)?.seq ?? -1)
      this.#gap = true
    })
    this.#leaveOut(isCommMessage, (each) => this.#comms.add(commOf(each) ?? ''))
    this.#most = Math.max(this.room, 1.25 * this.#size)
  }

  /** Leaves these out, the oldest first, until half of the room is free. */
  #leaveOut(may: (each: Waiting) => boolean, note: (each: Waiting) => void): void {
    this.#waiting = this.#waiting.filter((each) => {
      if (this.#size <= this.room / 2 || !may(each)) return true
      this.#size -= each.size
      this.lost++
      note(each)
      return false
    })
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

function isOutput({ channel, message }: Waiting): boolean {
  return channel === 'iopub' && outputTypes.has(message.header.msg_type)
}

function isCommMessage({ channel, message }: Waiting): boolean {
  return channel === 'iopub' && message.header.msg_type === 'comm_msg'
}

function isPrinted({ header, content }: Message): boolean {
  return header.msg_type === 'stream' && typeof content['text'] === 'string'
}

function withNote(message: Message, note: Partial<MessageNote>): Message {
  return { ...message, metadata: { ...message.metadata, backprop: { ...noteOf(message), ...note } } }
}
