import type { Kernelspec } from '../../jupyter/kernelspec/kernelspecs.js'
import type { KernelPlace, KernelStarter, StartedKernel } from './running-kernel.js'

export interface SpareKernelOptions {
  readonly spec: Kernelspec
  /** Where the notebooks are that it is for; undefined as long as there are none. */
  readonly place: () => Promise<KernelPlace | undefined>
  /** Starts a kernel and lets it load what a notebook will need. */
  readonly start: KernelStarter
  /** False when there is no room for one more. */
  readonly allowed: () => boolean
}

/**
 * One kernel that was started ahead, for the next notebook of its folder that is opened. Never more than one; none when
 * there is no room. One that does not start, or ends before it is used, is no loss.
 */
export class SpareKernel {
  readonly #options: SpareKernelOptions
  #spare: Promise<Spare | undefined> | undefined
  /** Gives up the start that is under way. */
  #starting = new AbortController()
  #closed = false

  constructor(options: SpareKernelOptions) {
    this.#options = options
  }

  /** Starts one, unless there is one or no room for it. */
  warm(): void {
    if (this.#spare !== undefined || this.#closed || !this.#options.allowed()) return
    const spare = this.#start().catch(() => undefined)
    this.#spare = spare
    void spare.then(async (ready) => {
      await ready?.started.kernel.exited
      if (this.#spare === spare) this.#spare = undefined
    })
  }

  /** Hands the kernel over, if it fits; also one that is still getting ready. */
  async take(spec: Kernelspec, place: KernelPlace): Promise<StartedKernel | undefined> {
    if (spec.name !== this.#options.spec.name) return undefined
    const waiting = this.#spare
    const spare = await waiting
    if (waiting === undefined || waiting !== this.#spare) return undefined
    if (JSON.stringify(spare?.place) !== JSON.stringify(place)) return undefined
    this.#spare = undefined
    return spare?.started.kernel.exit === undefined ? spare?.started : undefined
  }

  /** Ends the kernel that waits, or still gets ready: its room is needed. */
  async drop(): Promise<void> {
    const waiting = this.#spare
    this.#spare = undefined
    this.#starting.abort()
    await (await waiting)?.started.kernel.kill()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.drop()
  }

  async #start(): Promise<Spare | undefined> {
    const { start, spec, place } = this.#options
    this.#starting = new AbortController()
    const { signal } = this.#starting
    const there = await place()
    return there === undefined ? undefined : { started: await start(spec, there, signal), place: there }
  }
}

interface Spare {
  readonly started: StartedKernel
  readonly place: KernelPlace
}
