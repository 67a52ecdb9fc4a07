import type { KernelSignal } from '../supervisor/orders.js'
import { Supervisor } from '../supervisor/supervisor.js'

/** How a kernel's process ended. */
export interface KernelExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The last of what it wrote to its own stderr. */
  readonly stderr: string
}

/** A kernel's operating system process, in the care of our supervisor: it ends with ours, however ours ends. */
export class KernelProcess {
  readonly exited: Promise<KernelExit>
  #settle: (exit: KernelExit) => void = () => {}
  #stderr = ''
  #exit: KernelExit | undefined
  #pid: number | undefined
  #send: (signal: KernelSignal) => void = () => {}

  private constructor() {
    this.exited = new Promise((resolve) => {
      this.#settle = resolve
    })
  }

  /**
   * @param options.remove a folder that is removed when the process has ended, whoever is left to see it
   * @throws the system's error (ENOENT, EACCES) when the command cannot be run
   */
  static async start(
    argv: readonly string[],
    options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly remove?: string },
  ): Promise<KernelProcess> {
    const process = new KernelProcess()
    const { pid, send } = await Supervisor.current.start(
      { argv, ...options },
      {
        onStderr: (stderr) => {
          process.#stderr = stderr
        },
        onExit: ({ code, signal, stderr = process.#stderr }) => {
          process.#exit = { code, signal, stderr }
          process.#settle(process.#exit)
        },
      },
    )
    process.#pid = pid
    process.#send = send
    return process
  }

  get pid(): number | undefined {
    return this.#pid
  }

  get exit(): KernelExit | undefined {
    return this.#exit
  }

  get stderr(): string {
    return this.#exit?.stderr ?? this.#stderr
  }

  /** Sends SIGINT. False where there is no such thing (Windows), or no process any more, and nothing was done. */
  interrupt(): boolean {
    if (process.platform === 'win32' || this.#exit !== undefined) return false
    this.#send('interrupt')
    return true
  }

  /** Asks the process to end (on Windows this already ends it). */
  terminate(): void {
    this.#send('terminate')
  }

  /** Ends the process and whatever it started. */
  kill(): void {
    this.#send('kill')
  }
}

/** One sentence on why a kernel is no more, for a person. */
export function describeExit({ code, signal, stderr }: KernelExit): string {
  if (/heap out of memory|Allocation failed/.test(stderr)) return 'The kernel ran out of memory and ended.'
  if (signal === 'SIGKILL') return 'The kernel was killed from outside (SIGKILL), perhaps for want of memory.'
  if (signal !== null) return `The kernel was ended by ${signal}.`
  return `The kernel ended by itself with exit code ${code}: process.exit() in a cell does that.`
}
