import type { HeartbeatListener } from '../../src/jupyter/kernel/heartbeat.js'
import type { KernelExit } from '../../src/jupyter/kernel/kernel-process.js'
import { tslabKernelspec } from '../../src/jupyter/kernelspec/kernelspecs.js'
import { type Channel, type Message, newMessage } from '../../src/jupyter/message/message.js'
import type { JsonObject } from '../../src/jupyter/notebook/notebook.js'
import type { RunningKernel } from '../../src/server/kernels/running-kernel.js'

type Listener = (message: Message, channel: Channel) => void

/** A kernel without a process: what it is sent is written down, what it says is said by the test. */
export class FakeKernel implements RunningKernel {
  readonly pid = undefined
  readonly kernelspec = tslabKernelspec()
  readonly session = 'own'
  readonly sent: { readonly channel: Channel; readonly message: Message }[] = []
  interrupts = 0
  /** Loses or finds the heartbeat. */
  beat: HeartbeatListener = () => {}
  exit: KernelExit | undefined
  readonly exited: Promise<KernelExit>
  readonly #listeners = new Set<Listener>()
  #end: (exit: KernelExit) => void = () => {}

  constructor() {
    this.exited = new Promise((resolve) => {
      this.#end = resolve
    })
  }

  async send(channel: Exclude<Channel, 'iopub'>, message: Message): Promise<void> {
    this.sent.push({ channel, message })
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async onHeartbeat(listener: HeartbeatListener): Promise<() => void> {
    this.beat = listener
    return () => {
      this.beat = () => {}
    }
  }

  async interrupt(): Promise<boolean> {
    this.interrupts++
    return true
  }

  async shutdown(): Promise<KernelExit> {
    return this.ends({ code: 0, signal: null, stderr: '' })
  }

  async kill(): Promise<KernelExit> {
    return this.ends({ code: null, signal: 'SIGKILL', stderr: '' })
  }

  /** The process is gone. */
  ends(exit: KernelExit): Promise<KernelExit> {
    this.exit ??= exit
    this.#end(this.exit)
    return this.exited
  }

  says(channel: Channel, type: string, content: JsonObject, parent?: Message): void {
    const message = newMessage(type, content, { session: 'kernel' })
    for (const listener of [...this.#listeners]) {
      listener({ ...message, parent_header: parent?.header ?? {} }, channel)
    }
  }

  /** Reply and idle of an execution. */
  finishes(request: Message, content: JsonObject = { status: 'ok', execution_count: 1 }): void {
    this.says('shell', 'execute_reply', content, request)
    this.says('iopub', 'status', { execution_state: 'idle' }, request)
  }
}

/** A cell's request. */
export function cellRequest(code: string, cell: string, session = 'page'): Message {
  return newMessage('execute_request', { code }, { session, metadata: { cellId: cell, deletedCells: [] } })
}
