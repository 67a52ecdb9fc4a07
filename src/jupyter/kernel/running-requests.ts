import type { Channel, Message } from '../message/message.js'

/** Ends that are remembered, in case `busy` arrives after its request's reply, which comes by another socket. */
const endsKept = 100

/**
 * The execute requests that a kernel has to run: those that were sent through us, and those of others that it said it
 * has begun. A kernel that computes on the thread of its sockets cannot say so in time.
 */
export class RunningRequests {
  readonly #running = new Set<string>()
  readonly #ended = new Set<string>()
  readonly #waiting = new Set<() => void>()

  /** Their message ids, in the order in which they run. */
  get ids(): readonly string[] {
    return [...this.#running]
  }

  /** Takes a message that is sent to the kernel. */
  ask({ header }: Message, channel: Channel): void {
    if (channel === 'shell' && header.msg_type === 'execute_request') this.#running.add(header.msg_id)
  }

  /** Takes any message of the kernel. */
  note({ header, parent_header: parent, content }: Message, channel: Channel): void {
    const id = parent.msg_id
    if (id === undefined || parent.msg_type !== 'execute_request') return
    const state = header.msg_type === 'status' ? content['execution_state'] : undefined
    if (state === 'busy') {
      if (!this.#ended.has(id)) this.#running.add(id)
    } else if (state === 'idle' || (channel === 'shell' && header.msg_type === 'execute_reply')) this.#end(id)
  }

  /** Settles when what runs now has ended, or at once when nothing does. */
  async whenFirstEnds(): Promise<void> {
    const [first] = this.#running
    while (first !== undefined && this.#running.has(first)) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve)
      })
    }
  }

  /** The kernel is gone. */
  clear(): void {
    this.#running.clear()
    this.#wake()
  }

  #end(id: string): void {
    this.#running.delete(id)
    this.#ended.add(id)
    const [oldest] = this.#ended
    if (this.#ended.size > endsKept && oldest !== undefined) this.#ended.delete(oldest)
    this.#wake()
  }

  #wake(): void {
    for (const wake of this.#waiting) wake()
    this.#waiting.clear()
  }
}
