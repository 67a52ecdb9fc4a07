import { type InterruptOptions, interruptUntil } from './interrupt-until.js'
import type { Kernel } from './kernel.js'

/**
 * Interrupts the cell that runs now, whoever asked for it, and watches whether it stops; what is to become of those
 * that wait behind it is the kernel's business (`stop_on_error`). A kernel that runs nothing is
 * interrupted once, since a timer of an earlier cell may be at work, and counts as stopped.
 *
 * @returns `stopped`; `not-heeded` when it did not stop in time, or cannot be asked (signals on Windows): restart the
 * kernel and tell the learner; `died` when the kernel is no more
 */
export async function interruptRunning(
  kernel: Kernel,
  options: InterruptOptions = {},
): Promise<'stopped' | 'not-heeded' | 'died'> {
  return interruptUntil(kernel, kernel.running.whenFirstEnds(), options)
}
