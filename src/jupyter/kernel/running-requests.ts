import type { Channel, Message } from '../message/message.js'

/** Ends that are remembered, in case `busy` arrives after its request's reply, which comes by another socket. */
const endsKept = 100

/** The execute requests, whoever sent them, that a kernel said it has begun and did not say it has ended. */
export class RunningRequests {
  readonly #running = new Set<string>()
  readonly #ended = new Set<string>()
  readonly #waiting = new Set<() => void>()

  /** Their message ids. */
  get ids(): readonly string[] {
    return [...this.#running]
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

  /** Settles when none of these runs any more. */
  async whenEnded(ids: readonly string[]): Promise<void> {
    while (ids.some((id) => this.#running.has(id))) {
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
