import { setTimeout as delay } from 'node:timers/promises'
import type { HeartbeatListener } from '../../jupyter/kernel/heartbeat.js'
import { KernelError } from '../../jupyter/kernel/kernel-error.js'
import { describeExit, type KernelExit } from '../../jupyter/kernel/kernel-process.js'
import type { Channel, Message } from '../../jupyter/message/message.js'
import { countedFrom } from './counted-from.js'
import { RestartLimit } from './restart-limit.js'
import type { RunningKernel, StartedKernel } from './running-kernel.js'

export interface KernelLifeOptions {
  /** Milliseconds in which what an ended process had sent may still arrive. */
  readonly lastWords?: number
  readonly restartLimit?: RestartLimit
}

/** What the processes of a kernel are told to. */
export interface KernelLifeListener {
  /** A process is ready. */
  readonly onReady: (kernel: RunningKernel) => Promise<void>
  /** None is, and none will be until another is begun. */
  readonly onFailure: (reason: string) => void
  readonly onMessage: (message: Message, channel: Channel) => void
  readonly onHeartbeat: HeartbeatListener
  /** One ended unasked; `again` says whether another should be begun. */
  readonly onEnd: (end: { readonly reason: string; readonly again: boolean }) => void
}

/** The processes of one kernel, one after the other: of two that start at once the later one holds. */
export class KernelLife {
  readonly #start: (signal: AbortSignal) => Promise<StartedKernel>
  readonly #listener: KernelLifeListener
  readonly #lastWords: number
  readonly #limit: RestartLimit
  #kernel: RunningKernel | undefined
  /** Gives up the start that is under way. */
  #starting = new AbortController()
  #closed = false
  /** Why the process is ended by us or at a client's wish; undefined when it ends of itself. */
  #ending: { readonly reason: string; readonly asked: boolean } | undefined
  #leave = () => {}

  constructor(
    start: (signal: AbortSignal) => Promise<StartedKernel>,
    listener: KernelLifeListener,
    { lastWords = 100, restartLimit = new RestartLimit(3, 60_000) }: KernelLifeOptions = {},
  ) {
    this.#start = start
    this.#listener = listener
    this.#lastWords = lastWords
    this.#limit = restartLimit
  }

  /** The process that is ready. */
  get kernel(): RunningKernel | undefined {
    return this.#kernel
  }

  /**
   * Begins a process. A start that is under way, or one that is given up meanwhile, ends without a word.
   *
   * @throws KernelError telling why none started, or that none is wanted any more
   */
  async begin(): Promise<void> {
    if (this.#closed) throw new KernelError('The kernel was shut down.')
    this.#starting.abort()
    this.#starting = new AbortController()
    const { signal } = this.#starting
    let started: StartedKernel
    try {
      started = await this.#start(signal)
    } catch (error) {
      if (signal.aborted) return
      this.#listener.onFailure(error instanceof Error ? error.message : String(error))
      throw error
    }
    if (signal.aborted) await started.kernel.kill()
    else await this.#adopt(started)
  }

  /** Ends the process; one that is busy would not look at a polite request. */
  async stop({ busy }: { readonly busy: boolean }): Promise<void> {
    this.#starting.abort()
    const kernel = this.#kernel
    this.#kernel = undefined
    this.#leave()
    if (busy) await kernel?.kill()
    else await kernel?.shutdown({ grace: 1_000 }).catch(() => kernel.kill())
  }

  /** No process is begun any more, also by what is under way. */
  close(): void {
    this.#closed = true
    this.#starting.abort()
  }

  /** Ends a process as if it had ended unasked, for this reason. */
  async kill(kernel: RunningKernel, reason: string): Promise<void> {
    if (this.#kernel !== kernel) return
    this.#ending = { reason, asked: false }
    await kernel.kill()
  }

  /** A client asks the process itself to end: no other is begun then. */
  expectEnd(reason: string): void {
    this.#ending = { reason, asked: true }
  }

  async #adopt({ kernel, executedBefore }: StartedKernel): Promise<void> {
    const other = this.#kernel
    this.#kernel = kernel
    this.#ending = undefined
    if (other !== undefined) {
      // Of two that were begun at once the quicker one is ready already.
      this.#leave()
      void other.kill().catch(() => {})
    }
    const unsubscribe = kernel.subscribe((message, channel) => {
      // What our own start has asked for is nobody else's business.
      if (message.parent_header.session === kernel.session) return
      this.#listener.onMessage(countedFrom(executedBefore, message), channel)
    })
    const watch = kernel.onHeartbeat((beat) => {
      if (this.#kernel === kernel) this.#listener.onHeartbeat(beat)
    })
    this.#leave = () => {
      this.#leave = () => {}
      unsubscribe()
      void watch.then((stop) => stop())
    }
    void kernel.exited.then((exit) => this.#exited(kernel, exit))
    await this.#listener.onReady(kernel)
  }

  async #exited(kernel: RunningKernel, exit: KernelExit): Promise<void> {
    await delay(this.#lastWords)
    if (this.#kernel !== kernel) return
    this.#kernel = undefined
    this.#leave()
    const { reason: why, asked } = this.#ending ?? { reason: describeExit(exit), asked: false }
    const again = !asked && this.#limit.allows()
    const reason = again
      ? `${why} It was started again: variables are gone, so run the cells above first.`
      : asked
        ? why
        : `${why} It has ended several times within a minute, so it is not started again by itself.`
    this.#listener.onEnd({ reason, again })
  }
}
