import { HttpError } from '../http-error.js'
import type { ManagedKernel } from './managed-kernel.js'

/** Where only so many kernels may run: those that come later wait for another one's end. */
export class KernelQueue {
  readonly #waiting = new Map<ManagedKernel, () => void>()

  constructor(
    /** How many may run. */
    readonly most: number,
    /** All kernels, those that wait among them. */
    private readonly kernels: () => Iterable<ManagedKernel>,
  ) {}

  /** How many run. */
  get running(): number {
    return [...this.kernels()].filter((kernel) => kernel.state !== 'dead' && !this.#waiting.has(kernel))
      .length
  }

  get isFull(): boolean {
    return this.running >= this.most
  }

  has(kernel: ManagedKernel): boolean {
    return this.#waiting.has(kernel)
  }

  /** Settles when there is room for the kernel. @throws HttpError 503 when too many wait */
  turn(kernel: ManagedKernel): Promise<void> {
    if (!this.isFull) return Promise.resolve()
    if (this.#waiting.size >= Math.max(8, this.most)) {
      throw this.refusal('As many wait already. Shut some down first.')
    }
    return new Promise((resolve) => {
      this.#waiting.set(kernel, resolve)
      kernel.waitFor(this.#full('This one starts when another is shut down.'))
    })
  }

  giveUp(kernel: ManagedKernel): void {
    this.#waiting.delete(kernel)
  }

  /** Lets those that wait start, as far as there is room. */
  next(): void {
    for (const [kernel, resolve] of this.#waiting) {
      if (this.isFull) return
      this.#waiting.delete(kernel)
      resolve()
    }
  }

  /** For a kernel that there is no room for. */
  refusal(advice: string): HttpError {
    return new HttpError(503, this.#full(advice), 'too-many-kernels')
  }

  #full(advice: string): string {
    return `${this.most} ${this.most === 1 ? 'kernel runs' : 'kernels run'}, which is the limit (--max-kernels). ${advice}`
  }
}
