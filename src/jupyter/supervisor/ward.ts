import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { endProcessTree } from './end-process-tree.js'
import type { KernelSignal, Order, Report } from './orders.js'
import { removeFolder } from './remove-folder.js'

/** What is kept of a process's stderr, in characters. */
const tail = 8_000

/** Milliseconds between two reports of it. */
const betweenReports = 50

/**
 * A process in the supervisor's care. On POSIX it leads a process group of its own, so that Ctrl-C in a terminal does
 * not reach it and its children end with it.
 */
export class Ward {
  readonly #child: ChildProcess
  readonly #order: Extract<Order, { order: 'start' }>
  readonly #tell: (report: Report) => void
  #stderr = ''
  #timer: NodeJS.Timeout | undefined

  /** @throws what `spawn` throws for arguments that no process can have, such as a NUL in them */
  constructor(order: Extract<Order, { order: 'start' }>, tell: (report: Report) => void) {
    this.#order = order
    this.#tell = tell
    const [command = '', ...args] = order.argv
    const windows = process.platform === 'win32'
    this.#child = spawn(command, args, {
      cwd: order.cwd,
      // By this variable ipykernel, and others that follow it, notice that their parent is gone; on Windows it would
      // have to be a handle.
      env: windows ? order.env : { ...order.env, JPY_PARENT_PID: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !windows,
      windowsHide: true,
    })
    // Read, or the kernel would stop at a full pipe. Cells print over iopub; this is what comes besides.
    this.#child.stdout?.resume()
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-tail)
      this.#timer ??= setTimeout(() => this.#tellStderr(), betweenReports)
    })
  }

  /** Settles when the process has ended and everything was told; at once when it cannot be started. */
  async watch(): Promise<void> {
    const { id } = this.#order
    const exit = new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
      this.#child.once('exit', (code, signal) => resolve([code, signal]))
    })
    const closed = new Promise((resolve) => {
      this.#child.once('close', resolve)
    })
    const problem = await new Promise<Error | undefined>((resolve) => {
      this.#child.once('spawn', () => resolve(undefined))
      // Later ones tell that a signal could not be sent, as to a process of another user.
      this.#child.on('error', resolve)
    })
    if (problem !== undefined) {
      this.#tell({ report: 'failed', id, reason: problem.message })
      return
    }
    this.#tell({ report: 'started', id, pid: this.#child.pid ?? 0 })
    const [code, signal] = await exit
    this.end()
    // What the process wrote last is still in the pipe, which a child that left its group may hold open.
    await Promise.race([closed, delay(100)])
    clearTimeout(this.#timer)
    this.#tell({ report: 'exited', id, code, signal, stderr: this.#stderr })
  }

  send(signal: KernelSignal): void {
    if (signal === 'kill') this.end()
    else if (signal === 'terminate') this.#child.kill('SIGTERM')
    // On Windows SIGINT would end the process.
    else if (process.platform !== 'win32') this.#interrupt()
  }

  /** Ends the process, whatever it started, and its folder. Does all of it before it returns. */
  end(): void {
    const { pid, exitCode, signalCode } = this.#child
    const gone = exitCode !== null || signalCode !== null
    // A POSIX group may outlive its leader. On Windows the id of a process that is gone may be another's by now.
    if (pid !== undefined && !(gone && process.platform === 'win32')) endProcessTree(pid)
    if (this.#order.remove !== undefined) removeFolder(this.#order.remove)
  }

  /** As from a terminal, so that a program which a cell has started stops too. */
  #interrupt(): void {
    const { pid, exitCode, signalCode } = this.#child
    if (pid === undefined || exitCode !== null || signalCode !== null) return
    try {
      process.kill(-pid, 'SIGINT')
    } catch {
      // It ended meanwhile.
    }
  }

  #tellStderr(): void {
    this.#timer = undefined
    this.#tell({ report: 'stderr', id: this.#order.id, stderr: this.#stderr })
  }
}
