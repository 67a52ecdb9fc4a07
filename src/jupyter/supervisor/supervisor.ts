import { type ChildProcess, fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { builtFile } from '../built/built-file.js'
import { endProcessTree } from './end-process-tree.js'
import type { KernelSignal, Order, Report } from './orders.js'
import { removeFolder } from './remove-folder.js'

/** What a supervised process tells whoever started it. */
export interface ProcessEvents {
  readonly onStderr: (stderr: string) => void
  readonly onExit: (exit: { code: number | null; signal: NodeJS.Signals | null; stderr?: string }) => void
}

interface Entry extends ProcessEvents {
  readonly remove: string | undefined
  pid: number | undefined
  readonly started: (pid: number) => void
  readonly failed: (error: Error) => void
}

/**
 * The supervisor process of this process, started with the first kernel. It holds every kernel's process and ends them
 * when we are gone; should it be gone first, we end them.
 */
export class Supervisor {
  static #current: Supervisor | undefined

  readonly #child: ChildProcess
  readonly #entries = new Map<number, Entry>()
  #lastId = 0

  /** @throws Error when its file is missing */
  static get current(): Supervisor {
    Supervisor.#current ??= new Supervisor()
    return Supervisor.#current
  }

  private constructor() {
    // Options of our own Node, such as an inspector's port or a limit of memory, are not for it.
    const { NODE_OPTIONS: _, ...env } = process.env
    this.#child = fork(builtFile('kernel/supervisor.js'), [], {
      execPath: process.execPath,
      execArgv: [],
      cwd: tmpdir(),
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Away from the terminal: its Ctrl-C and its end are for us.
      detached: process.platform !== 'win32',
      // Not among the options of fork in Node's types, but handed on to spawn, which knows it.
      ...{ windowsHide: true },
    })
    // Only `Report`s come: the channel is open to our supervisor alone.
    this.#child.on('message', (report: Report) => this.#onReport(report))
    this.#child.once('error', (error) => this.#onEnd(error))
    this.#child.once('exit', (code, signal) =>
      this.#onEnd(new Error(`the supervisor process ended (${signal ?? `exit code ${code}`})`)),
    )
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /**
   * Starts a process in the supervisor's care.
   *
   * @throws the system's error, with its own message, when the command cannot be run
   */
  async start(
    options: { argv: readonly string[]; cwd: string; env: NodeJS.ProcessEnv; remove?: string },
    events: ProcessEvents,
  ): Promise<{ readonly pid: number; readonly send: (signal: KernelSignal) => void }> {
    this.#lastId += 1
    const id = this.#lastId
    const pid = await new Promise<number>((started, failed) => {
      this.#entries.set(id, { ...events, remove: options.remove, pid: undefined, started, failed })
      this.#stayAwake()
      this.#order({ order: 'start', id, ...options })
    })
    return { pid, send: (signal) => this.#order({ order: 'signal', id, signal }) }
  }

  #order(order: Order): void {
    // An order that cannot be sent is one to a supervisor that has ended, which `#onEnd` settles.
    if (this.#child.connected) this.#child.send(order, () => {})
  }

  #onReport(report: Report): void {
    const entry = this.#entries.get(report.id)
    if (entry === undefined) return
    if (report.report === 'started') {
      entry.pid = report.pid
      entry.started(report.pid)
    } else if (report.report === 'stderr') entry.onStderr(report.stderr)
    else {
      this.#entries.delete(report.id)
      this.#stayAwake()
      if (report.report === 'failed') entry.failed(new Error(report.reason))
      else entry.onExit(report)
    }
  }

  /** It is gone before us: its kernels have nobody to end them but us. */
  #onEnd(error: Error): void {
    if (Supervisor.#current === this) Supervisor.#current = undefined
    for (const entry of this.#entries.values()) {
      if (entry.pid === undefined) entry.failed(error)
      else {
        endProcessTree(entry.pid)
        if (entry.remove !== undefined) removeFolder(entry.remove)
        entry.onExit({ code: null, signal: 'SIGKILL' })
      }
    }
    this.#entries.clear()
  }

  /** Only a kernel that runs keeps our own process from ending by itself. */
  #stayAwake(): void {
    const { channel } = this.#child
    if (this.#entries.size > 0) {
      this.#child.ref()
      channel?.ref()
    } else {
      this.#child.unref()
      channel?.unref()
    }
  }
}
