import { setTimeout as delay } from 'node:timers/promises'
import type { RunningKernel } from './running-kernel.js'

/** Milliseconds between two interrupts: tslab loses one that comes before the cell's code runs. */
const between = 500

/**
 * Interrupts the running cell until it is over, or `grace` ms have passed; true when it is over then. Where there is no
 * way to ask (signals on Windows), false at once.
 */
export async function interruptUntilOver(
  kernel: RunningKernel,
  { isOver, grace = 4_000 }: { isOver: () => boolean; grace?: number },
): Promise<boolean> {
  for (let left = grace; left > 0; left -= between) {
    if (!(await kernel.interrupt())) return isOver()
    const deadline = Date.now() + Math.min(left, between)
    while (Date.now() < deadline) {
      if (isOver()) return true
      await delay(20)
    }
  }
  return isOver()
}
