import { setTimeout as delay } from 'node:timers/promises'
import { KernelError } from '../../jupyter/kernel/kernel-error.js'
import type { Kernelspec } from '../../jupyter/kernelspec/kernelspecs.js'
import { HttpError } from '../http-error.js'
import type { KernelModel, Kernels } from '../services.js'
import { kernelFolder } from './kernel-folder.js'
import { KernelQueue } from './kernel-queue.js'
import { ManagedKernel, type ManagedKernelOptions } from './managed-kernel.js'
import type { KernelPlace, KernelStarter } from './running-kernel.js'
import { SpareKernel, type SpareKernelOptions } from './spare-kernel.js'

export interface KernelManagerOptions {
  /** The folder that is served: a notebook's path is one below it. */
  readonly root: string
  /** What every kernel has in its environment. */
  readonly env: Readonly<Record<string, string>>
  /** The kernel of that name; the default without one. @throws KernelError when there is none */
  readonly findSpec: (name: string | undefined) => Promise<Kernelspec>
  readonly start: KernelStarter
  /** How many kernels may run; no limit unless told. */
  readonly maxKernels?: number
  /** Seconds without use after which a kernel that nobody is connected to is ended; never unless told. */
  readonly cullIdle?: number
  /** Keeps one kernel ready. */
  readonly spare?: Omit<SpareKernelOptions, 'allowed'> & { readonly hasMemory?: () => boolean }
  /** Milliseconds that an answer waits for a kernel to start, so that it can tell why it did not. */
  readonly patience?: number
  readonly kernel?: Pick<ManagedKernelOptions, 'interruptGrace' | 'lastWords' | 'quiet'>
}

/** Called before a kernel that has been ended is forgotten. */
export type EndListener = (kernel: ManagedKernel) => Promise<void>

/** The running kernels: `api/kernels`. */
export class KernelManager implements Kernels {
  readonly #options: KernelManagerOptions
  readonly #kernels = new Map<string, ManagedKernel>()
  readonly #queue: KernelQueue
  /** Kernels that are being shut down, until they are gone. */
  readonly #ending = new Map<string, Promise<void>>()
  readonly #endListeners = new Set<EndListener>()
  readonly #goneListeners = new Set<(id: string) => void>()
  readonly #closeListeners = new Set<() => void>()
  readonly #spare: SpareKernel | undefined
  readonly #cull: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: KernelManagerOptions) {
    this.#options = options
    const { spare, cullIdle, maxKernels = Number.POSITIVE_INFINITY } = options
    this.#queue = new KernelQueue(maxKernels, () => this.#kernels.values())
    if (spare !== undefined) {
      const hasMemory = spare.hasMemory ?? (() => true)
      this.#spare = new SpareKernel({
        ...spare,
        allowed: () => !this.#closed && this.#queue.running + 1 < maxKernels && hasMemory(),
      })
    }
    if (cullIdle !== undefined && cullIdle > 0) {
      this.#cull = setInterval(() => void this.#endIdle(cullIdle), Math.min(cullIdle * 250, 60_000))
      this.#cull.unref()
    }
  }

  /** Starts the spare kernel, once the server is ready. */
  warm(): void {
    this.#spare?.warm()
  }

  /** Calls `listener` with each kernel that was ended for good; it is forgotten afterwards. */
  onEnd(listener: EndListener): void {
    this.#endListeners.add(listener)
  }

  /** Calls `listener` when the server ends. */
  onClose(listener: () => void): void {
    this.#closeListeners.add(listener)
  }

  /** Calls `listener` with the id of each kernel that was forgotten. */
  onGone(listener: (id: string) => void): void {
    this.#goneListeners.add(listener)
  }

  async list(): Promise<readonly KernelModel[]> {
    return [...this.#kernels.values()].map(({ model }) => model)
  }

  async get(id: string): Promise<KernelModel> {
    return this.managed(id).model
  }

  has(id: string): boolean {
    return this.#kernels.has(id)
  }

  /** @throws HttpError 404 */
  managed(id: string): ManagedKernel {
    const kernel = this.#kernels.get(id)
    if (kernel === undefined) throw new HttpError(404, `There is no kernel with the id ${id}.`, 'no-kernel')
    return kernel
  }

  /**
   * Starts a kernel in the folder of `path`. When as many run as may, it waits for one to end: its state is `starting`,
   * its `reason` says so.
   *
   * @throws HttpError 400 when there is no such kernel or folder, 409 when it is shut down meanwhile, 500 when it does
   * not start, 503 when too many wait or the server ends
   */
  async start({ name, path = '' }: { name?: string; path?: string } = {}): Promise<KernelModel> {
    const spec = await this.#options.findSpec(name).catch((error: unknown) => {
      throw error instanceof KernelError ? new HttpError(400, error.message, 'no-kernelspec') : error
    })
    const cwd = await kernelFolder(this.#options.root, path)
    if (this.#closed) throw new HttpError(503, 'The server is ending, so it starts no kernel.', 'closed')
    const kernel = new ManagedKernel({
      spec,
      place: { cwd, env: this.#options.env },
      start: (...wanted) => this.#startProcess(...wanted),
      ...this.#options.kernel,
    })
    const turn = this.#queue.turn(kernel)
    this.#kernels.set(kernel.id, kernel)
    kernel.subscribe((channel, { header, content }) => {
      if (channel === 'iopub' && header.msg_type === 'status' && content['execution_state'] === 'dead')
        this.#queue.next()
    })
    const begun = turn.then(() => kernel.begin())
    begun.catch(() => {})
    try {
      await Promise.race([begun, delay(this.#options.patience ?? 3_000, undefined, { ref: false })])
    } catch (error) {
      this.#forget(kernel)
      throw startError(error)
    }
    if (!this.has(kernel.id)) throw shutDownMeanwhile()
    return kernel.model
  }

  async interrupt(id: string): Promise<void> {
    await this.managed(id).interrupt()
  }

  async restart(id: string): Promise<KernelModel> {
    const kernel = this.managed(id)
    if (this.#ending.has(id)) throw shutDownMeanwhile()
    if (this.#queue.has(kernel)) throw this.#queue.refusal('This one starts when another is shut down.')
    if (kernel.state === 'dead' && this.#queue.isFull) {
      throw this.#queue.refusal('Shut one down, then restart this one.')
    }
    await kernel.restart().catch((error: unknown) => {
      throw this.#ending.has(id) || !this.has(id) ? shutDownMeanwhile() : startError(error)
    })
    return kernel.model
  }

  async shutdown(id: string, reason?: string): Promise<void> {
    const kernel = this.managed(id)
    const end = this.#ending.get(id) ?? this.#end(kernel, reason).finally(() => this.#ending.delete(id))
    this.#ending.set(id, end)
    return end
  }

  /** Settles when a kernel that is being shut down is gone; at once for any other. */
  async whenEnded(id: string): Promise<void> {
    await this.#ending.get(id)?.catch(() => {})
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#cull)
    for (const listener of this.#closeListeners) listener()
    const ids = [...this.#kernels.keys()]
    await Promise.all([
      this.#spare?.close(),
      ...ids.map((id) => this.shutdown(id, 'The server has ended.').catch(() => {})),
    ])
  }

  async #end(kernel: ManagedKernel, reason: string | undefined): Promise<void> {
    this.#queue.giveUp(kernel)
    try {
      await kernel.shutdown(reason)
      for (const listener of this.#endListeners) await listener(kernel)
    } finally {
      this.#forget(kernel)
    }
    // Kernels end when a page is closed; what comes next is perhaps another one.
    this.#spare?.warm()
  }

  #forget({ id }: ManagedKernel): void {
    if (!this.#kernels.delete(id)) return
    for (const listener of this.#goneListeners) listener(id)
    this.#queue.next()
  }

  async #startProcess(spec: Kernelspec, place: KernelPlace, signal: AbortSignal) {
    const spare = await this.#spare?.take(spec, place)
    // The spare one counts, too: at the limit it goes.
    if (this.#queue.isFull) await this.#spare?.drop()
    // The next one is started when this one has had its first moments for itself.
    if (this.#spare !== undefined)
      void delay(5_000, undefined, { ref: false }).then(() => this.#spare?.warm())
    return spare ?? this.#options.start(spec, place, signal)
  }

  async #endIdle(seconds: number): Promise<void> {
    for (const kernel of [...this.#kernels.values()]) {
      const unused = Date.now() - kernel.lastActivity.getTime() > seconds * 1000
      const idle = kernel.state === 'idle' || kernel.state === 'dead'
      if (!unused || !idle || kernel.connections > 0) continue
      await this.shutdown(kernel.id, `The kernel was not used for ${seconds} s and was ended.`).catch(
        () => {},
      )
    }
  }
}

function shutDownMeanwhile(): HttpError {
  return new HttpError(409, 'The kernel was shut down meanwhile. Start another one.', 'kernel-ended')
}

function startError(error: unknown): unknown {
  return error instanceof KernelError ? new HttpError(500, error.message, 'kernel-start') : error
}
