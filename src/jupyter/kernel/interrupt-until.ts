import type { Kernel } from './kernel.js'
import { within } from './within.js'

export interface InterruptOptions {
  /** Milliseconds that the kernel has to stop what runs. */
  readonly grace?: number
  /** Milliseconds between two interrupts: tslab loses one that comes before a cell's code runs. */
  readonly every?: number
}

/**
 * Interrupts a kernel, again and again, until `ended` settles.
 *
 * @returns `stopped`; `not-heeded` when it did not stop in time, or cannot be asked (signals on Windows), so that a
 * restart is what is left; `died` when the kernel is no more
 */
export async function interruptUntil(
  kernel: Pick<Kernel, 'interrupt' | 'exit' | 'exited'>,
  ended: Promise<unknown>,
  { grace = 2_000, every = 500 }: InterruptOptions = {},
): Promise<'stopped' | 'not-heeded' | 'died'> {
  const over = Promise.race([
    ended.then((): 'stopped' => 'stopped'),
    kernel.exited.then((): 'died' => 'died'),
  ])
  for (let left = grace; left > 0; left -= every) {
    // A kernel that cannot be reached any more is about to be gone.
    if (!(await kernel.interrupt().catch(() => false))) break
    const outcome = await within(over, Math.min(left, every))
    if (outcome !== undefined) return kernel.exit === undefined ? outcome : 'died'
  }
  return kernel.exit === undefined ? 'not-heeded' : 'died'
}
