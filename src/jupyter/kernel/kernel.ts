import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Kernelspec } from '../kernelspec/kernelspecs.js'
import { type Channel, type Message, newMessage } from '../message/message.js'
import type { ConnectionInfo } from './connection.js'
import { type HeartbeatListener, type HeartbeatOptions, watchHeartbeat } from './heartbeat.js'
import type { KernelChannels, MessageListener } from './kernel-channels.js'
import { KernelError } from './kernel-error.js'
import type { KernelExit, KernelProcess } from './kernel-process.js'

/** A running kernel: its process and its sockets. `startKernel` makes one. */
export class Kernel {
  readonly id = randomUUID()
  /** Settles when the kernel's process is gone, for whatever reason. */
  readonly exited: Promise<KernelExit>
  readonly #process: KernelProcess
  readonly #channels: KernelChannels

  constructor(
    readonly kernelspec: Kernelspec,
    readonly connection: ConnectionInfo,
    /** The session of our own requests. */
    readonly session: string,
    process: KernelProcess,
    channels: KernelChannels,
  ) {
    this.#process = process
    this.#channels = channels
    this.exited = process.exited
    // What a kernel sent last may still be on its way when the process is gone.
    void this.exited.then(() => delay(250)).then(() => channels.close())
  }

  /** How it ended; undefined while it lives. */
  get exit(): KernelExit | undefined {
    return this.#process.exit
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  /** Sends any message, our own or a client's. */
  async send(channel: Exclude<Channel, 'iopub'>, message: Message): Promise<void> {
    if (this.exit !== undefined) throw new KernelError(`The kernel ${this.kernelspec.name} has ended.`)
    await this.#channels.send(channel, message)
  }

  /** Calls `listener` for every message of the kernel, until the returned function is called. */
  subscribe(listener: MessageListener): () => void {
    return this.#channels.subscribe(listener)
  }

  /**
   * Asks the running cell to stop. tslab cannot always (`await 0; while (true) {}`): `interruptUntil` asks again and
   * says whether it did. False when there is no way to ask: signals on Windows.
   */
  async interrupt(): Promise<boolean> {
    if (this.exit !== undefined) return false
    if (this.kernelspec.interrupt_mode === 'signal') return this.#process.interrupt()
    await this.send('control', newMessage('interrupt_request', {}, { session: this.session }))
    return true
  }

  /**
   * Calls `listener` when the kernel's heartbeat stays away, 30 s unless told, and when it is back. A kernel that ends
   * is told by `exited`, not here. tslab beats on the thread that runs the cells: while it runs one, its silence
   * is no fault. The returned function ends the watch, and so does the kernel's end.
   */
  async onHeartbeat(listener: HeartbeatListener, options: HeartbeatOptions = {}): Promise<() => void> {
    const stop = await watchHeartbeat(this.connection, listener, options)
    void this.exited.then(stop)
    return stop
  }

  /** Ends the kernel: `shutdown_request`, after `grace` ms SIGTERM, after as long again SIGKILL. */
  async shutdown({ grace = 2_000 }: { grace?: number } = {}): Promise<KernelExit> {
    if (this.exit === undefined) {
      await this.send(
        'control',
        newMessage('shutdown_request', { restart: false }, { session: this.session }),
      )
      if (!(await this.#endsWithin(grace))) {
        this.#process.terminate()
        if (!(await this.#endsWithin(grace))) this.#process.kill()
      }
    }
    return this.exited
  }

  /** Ends the kernel at once. */
  async kill(): Promise<KernelExit> {
    this.#process.kill()
    return this.exited
  }

  async #endsWithin(ms: number): Promise<boolean> {
    const done = new AbortController()
    const ended = this.exited.then(() => true)
    const waited = delay(ms, false, { signal: done.signal }).catch(() => false)
    const result = await Promise.race([ended, waited])
    done.abort()
    return result
  }
}
