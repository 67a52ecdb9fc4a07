import type { KernelMessage } from '@jupyterlab/services'
import { noteOf } from '../../../jupyter/outputs/message-note.js'

/**
 * Finds that messages are missing. What was on its way when the connection was lost comes neither before nor after: the
 * first message of a connection has to follow the last of the one before.
 */
export class MessageGaps {
  #last: number | undefined
  #isFirst = false

  /** The next message is the first of a connection. */
  connected(): void {
    this.#isFirst = true
  }

  isBefore(message: KernelMessage.IMessage): boolean {
    const note = message.channel === 'iopub' ? noteOf(message) : undefined
    if (note === undefined) return false
    const { seq, from = seq, mark = false, gap = false } = note
    const last = this.#last
    const lost = last !== undefined && (mark ? seq !== last : this.#isFirst && from !== last + 1)
    this.#last = seq
    this.#isFirst = false
    return gap || lost
  }
}
