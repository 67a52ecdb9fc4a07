import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { reap } from './reaper.js'

/** How a kernel's process ended. */
export interface KernelExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The last of what it wrote to its own stderr. */
  readonly stderr: string
}

/** What is kept of a kernel's own stderr, in characters. */
const tail = 8_000

/**
 * A kernel's operating system process. It ends with ours, also when ours is ended by a signal that can be caught.
 * On POSIX it leads a process group of its own, so that Ctrl-C in a terminal does not reach it and its children end
 * with it.
 */
export class KernelProcess {
  readonly exited: Promise<KernelExit>
  readonly #child: ChildProcess
  #stderr = ''
  #exit: KernelExit | undefined

  private constructor(child: ChildProcess) {
    this.#child = child
    const forget = reap(() => this.kill())
    // Read, or the kernel would stop at a full pipe. Cells print over iopub; this is what comes besides.
    child.stdout?.resume()
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-tail)
    })
    this.exited = new Promise((resolve) => {
      child.once('exit', async (code, signal) => {
        forget()
        // What the process wrote last is still in the pipe, which a child of the kernel's may hold open.
        await Promise.race([once(child, 'close'), delay(100)])
        this.#exit = { code, signal, stderr: this.#stderr }
        resolve(this.#exit)
      })
    })
  }

  /** @throws the system's error (ENOENT, EACCES) when the command cannot be run */
  static async start(
    argv: readonly string[],
    options: { cwd: string; env: NodeJS.ProcessEnv },
  ): Promise<KernelProcess> {
    const [command = '', ...args] = argv
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    const started = new KernelProcess(child)
    await once(child, 'spawn')
    return started
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  get exit(): KernelExit | undefined {
    return this.#exit
  }

  get stderr(): string {
    return this.#stderr
  }

  /** Sends SIGINT. False where there is no such thing (Windows) and nothing was done. */
  interrupt(): boolean {
    return process.platform !== 'win32' && this.#child.kill('SIGINT')
  }

  /** Asks the process to end (on Windows this already ends it). */
  terminate(): void {
    this.#child.kill('SIGTERM')
  }

  /** Ends the process and, on POSIX, whatever it started. */
  kill(): void {
    const { pid, exitCode, signalCode } = this.#child
    if (pid === undefined || exitCode !== null || signalCode !== null) return
    try {
      if (process.platform === 'win32') this.#child.kill('SIGKILL')
      else process.kill(-pid, 'SIGKILL')
    } catch {
      this.#child.kill('SIGKILL')
    }
  }
}

/** One sentence on why a kernel is no more, for a person. */
export function describeExit({ code, signal, stderr }: KernelExit): string {
  if (/heap out of memory|Allocation failed/.test(stderr)) return 'The kernel ran out of memory and ended.'
  if (signal === 'SIGKILL') return 'The kernel was killed from outside (SIGKILL), perhaps for want of memory.'
  if (signal !== null) return `The kernel was ended by ${signal}.`
  return `The kernel ended by itself with exit code ${code}: process.exit() in a cell does that.`
}
