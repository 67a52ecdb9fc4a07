import { performance } from 'node:perf_hooks'

/** Messages that may go at once, after a while without any. */
const burst = 50

/** Milliseconds after which one more may go. */
export const betweenMessages = 30

/** Tells whether a message may go now or should wait for more text. A cell that prints little never waits. */
export class SendPace {
  #free = burst
  #at = performance.now()

  /** True when a message may go now, which it then does. */
  take(): boolean {
    const now = performance.now()
    this.#free = Math.min(burst, this.#free + (now - this.#at) / betweenMessages)
    this.#at = now
    if (this.#free < 1) return false
    this.#free -= 1
    return true
  }
}
