import type { Kernel } from '../../jupyter/kernel/kernel.js'
import type { Kernelspec } from '../../jupyter/kernelspec/kernelspecs.js'

/** What is used here of a kernel that `startKernel` gives. */
export type RunningKernel = Pick<
  Kernel,
  | 'pid'
  | 'exit'
  | 'exited'
  | 'kernelspec'
  | 'session'
  | 'send'
  | 'subscribe'
  | 'interrupt'
  | 'shutdown'
  | 'kill'
  | 'onHeartbeat'
>

/** Where a kernel works, and what it is told of its surroundings. */
export interface KernelPlace {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

export interface StartedKernel {
  readonly kernel: RunningKernel
  /** Requests that were executed before a learner's first, so that their cells still count from 1. */
  readonly executedBefore: number
}

/**
 * Starts a kernel. When `signal` says that it is not wanted any more, one that still starts is ended at once.
 *
 * @throws KernelError telling why it did not start
 */
export type KernelStarter = (
  spec: Kernelspec,
  place: KernelPlace,
  signal: AbortSignal,
) => Promise<StartedKernel>
