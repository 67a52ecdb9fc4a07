import { CodeCell } from '@jupyterlab/cells'
import type { NotebookPanel } from '@jupyterlab/notebook'
import { type Kernel, KernelMessage, type ServerConnection } from '@jupyterlab/services'
import { noteOf } from '../../../jupyter/outputs/message-note.js'
import { isOver, type RunModel } from '../../../jupyter/outputs/run-model.js'
import { FollowedRun } from './followed-run.js'
import { goneCells } from './gone-cells.js'
import { messagesOf, outputMessage, questionMessage } from './output-message.js'
import { OutputRequests } from './output-requests.js'
import { cellView, type RunView } from './run-view.js'

interface Follow {
  readonly future: FollowedRun
  readonly view: RunView
  /** The number of the last message that it has. */
  seq: number
  /** Another page that is open has asked for it, and saves it. */
  attended: boolean
  over: boolean
  started: string | null
}

/** What a message shows that this page needs: a run that another page has asked for, or what it has missed itself. */
type Need = 'nothing' | 'run' | 'missed'

/** Milliseconds until the server is asked again how a run ended whose last message did not say it. */
const patience = 300

/**
 * Shows in one notebook what its kernel did for another page, or for this one before it was reloaded: first all to
 * date, as the server has it, then the messages that are numbered higher.
 */
export class KeptOutputs {
  readonly #panel: NotebookPanel
  readonly #requests: OutputRequests
  readonly #kernel: Kernel.IKernelConnection
  readonly #follows = new Map<string, Follow>()
  /** Messages that come while the server is asked; undefined when it is not. */
  #held: KernelMessage.IMessage[] | undefined
  /** The number of the last message on iopub, and whether the next one is the first of a connection. */
  #last: number | undefined
  #isFirst = false
  /** Something was lost while the server was asked. */
  #lost = false
  #joined = false
  #stopped = false

  constructor(panel: NotebookPanel, kernel: Kernel.IKernelConnection, settings: ServerConnection.ISettings) {
    this.#panel = panel
    this.#kernel = kernel
    this.#requests = new OutputRequests(settings, () => panel.sessionContext.path, kernel.clientId)
    kernel.anyMessage.connect(this.#onMessage, this)
    kernel.connectionStatusChanged.connect(this.#onConnection, this)
  }

  /**
   * Asks the server and shows what it has. Only when the kernel's messages come: what it says between would be lost.
   */
  async join({ missed = false }: { missed?: boolean } = {}): Promise<void> {
    if (this.#stopped || this.#held !== undefined || this.#kernel.connectionStatus !== 'connected') return
    this.#held = []
    let need: Need = 'nothing'
    try {
      const outputs = await this.#requests.get()
      if (this.#stopped) return
      this.#joined = true
      const shown = outputs.runs.filter((run) => this.#show(run, outputs.seq, missed)).map(({ id }) => id)
      if (shown.length > 0) await this.#requests.shown(shown)
    } catch (error) {
      // The connection's own notice tells of it; when it is found again, this is asked again.
      console.warn(`The outputs to date could not be had: ${String(error)}`)
    } finally {
      const held = this.#held
      this.#held = undefined
      if (this.#lost) need = 'missed'
      this.#lost = false
      for (const message of held) {
        const more = this.#take(message)
        if (need !== 'missed' && more !== 'nothing') need = more
      }
    }
    if (need !== 'nothing') await this.join({ missed: need === 'missed' })
  }

  stop(): void {
    this.#stopped = true
    this.#kernel.anyMessage.disconnect(this.#onMessage, this)
    this.#kernel.connectionStatusChanged.disconnect(this.#onConnection, this)
  }

  #onMessage(_: unknown, { msg, direction }: Kernel.IAnyMessageArgs): void {
    if (direction !== 'recv') return
    const lost = this.#isLostBefore(msg)
    if (this.#held !== undefined) {
      this.#held.push(msg)
      this.#lost ||= lost
      return
    }
    const need = lost ? 'missed' : this.#take(msg)
    if (need !== 'nothing') void this.join({ missed: need === 'missed' })
  }

  /**
   * What was on its way when the connection was lost comes neither before nor after: the first message of a connection
   * has to follow the last of the one before.
   */
  #isLostBefore(message: KernelMessage.IMessage): boolean {
    const note = message.channel === 'iopub' ? noteOf(message) : undefined
    if (note === undefined) return false
    const { seq, from = seq, mark = false, gap = false } = note
    const last = this.#last
    const lost = last !== undefined && (mark ? seq !== last : this.#isFirst && from !== last + 1)
    this.#last = seq
    this.#isFirst = false
    return gap || lost
  }

  #onConnection(_: unknown, status: Kernel.ConnectionStatus): void {
    if (status !== 'connected') return
    this.#isFirst = true
    if (!this.#joined) void this.join()
  }

  #take(message: KernelMessage.IMessage): Need {
    const id = 'msg_id' in message.parent_header ? String(message.parent_header.msg_id) : ''
    const follow = this.#follows.get(id)
    if (message.channel === 'stdin' && follow !== undefined) {
      void follow.future.onStdin(message as KernelMessage.IStdinMessage)
    }
    if (message.channel !== 'iopub') return 'nothing'
    // What comes on iopub is an iopub message.
    const published = message as KernelMessage.IIOPubMessage
    const note = noteOf(message)
    if (note === undefined) return 'nothing'
    if (note.mark === true) return 'nothing'
    if (KernelMessage.isUpdateDisplayDataMsg(published)) this.#renew(published, id)
    if (follow !== undefined) return this.#feed(follow, published, note.seq, note.from ?? note.seq)
    const asked = 'session' in message.parent_header ? message.parent_header.session : ''
    if (note.cell === undefined || asked === this.#kernel.clientId) return 'nothing'
    const isEnd = KernelMessage.isStatusMsg(published) && published.content.execution_state === 'idle'
    return isEnd ? 'nothing' : 'run'
  }

  #feed(follow: Follow, message: KernelMessage.IIOPubMessage, seq: number, from: number): Need {
    if (seq <= follow.seq) return 'nothing'
    if (from <= follow.seq) return 'missed'
    follow.seq = seq
    this.#quietly(follow.attended, () => void follow.future.onIOPub(message))
    if (KernelMessage.isStatusMsg(message) && message.content.execution_state === 'idle' && !follow.over) {
      void this.#end(follow)
    }
    return 'nothing'
  }

  /** A display may be renewed by the run of another cell. */
  #renew(message: KernelMessage.IUpdateDisplayDataMsg, parent: string): void {
    const { seq } = noteOf(message) ?? { seq: 0 }
    for (const [id, follow] of this.#follows) {
      if (id === parent || seq <= follow.seq) continue
      this.#quietly(follow.attended, () => void follow.future.onIOPub(message))
    }
  }

  /** Asks how the run ended, and tells the server that this page has it. */
  async #end(follow: Follow): Promise<void> {
    for (;;) {
      const { runs } = await this.#requests.get().catch(() => ({ runs: [] }))
      const run = runs.find(({ id }) => id === follow.future.run.id)
      if (this.#stopped || follow.future.isDisposed) return
      if (run !== undefined && !isOver(run)) {
        await new Promise((resolve) => setTimeout(resolve, patience))
        continue
      }
      follow.over = true
      follow.attended &&= run?.shown === true && run.client !== this.#kernel.clientId
      const ended = run ?? { started: follow.started, ended: new Date().toISOString(), execution_count: null }
      this.#quietly(follow.attended, () => follow.view.ends(ended))
      follow.future.end(run?.state ?? 'ok', run?.execution_count ?? null)
      await this.#requests.shown([follow.future.run.id]).catch(() => {})
      return
    }
  }

  /** Shows a run to date; true when it is all there is of it. */
  #show(run: RunModel, seq: number, missed: boolean): boolean {
    const view = this.#viewOf(run)
    if (view === undefined || view.isDisposed) return false
    const shownHere = view.area.future?.msg.header.msg_id === run.id
    const isOwn = shownHere && !this.#follows.has(run.id)
    // What this page has is whole, unless it has missed something.
    if (shownHere && !missed) return false
    if (run.saved && !shownHere) return false
    if (isOver(run) && isEqual(view.area.model.toJSON(), run.outputs)) {
      this.#follows.get(run.id)?.future.end(run.state, run.execution_count)
      if (isOwn) view.ends(run)
      return true
    }
    if (run.state === 'aborted' && run.outputs.length === 0) return true
    const attended = run.shown && run.client !== this.#kernel.clientId
    const { future } = this.#follow(run, view, { seq, attended })
    this.#quietly(attended, () => {
      view.starts(run)
      view.area.future = future
      if (view.code !== undefined && view.code !== run.code && run.outputs.length > 0) {
        void future.onIOPub(outputMessage(run.id, run.labels.edited))
      }
      for (const message of messagesOf(run)) void future.onIOPub(message)
      if (isOver(run)) view.ends(run)
    })
    const question = questionMessage(run)
    if (question !== undefined) void future.onStdin(question)
    if (isOver(run)) future.end(run.state, run.execution_count)
    return isOver(run)
  }

  #follow(run: RunModel, view: RunView, { seq, attended }: { seq: number; attended: boolean }): Follow {
    const future = new FollowedRun(run, this.#kernel, () => {
      if (this.#follows.get(run.id)?.future === future) this.#follows.delete(run.id)
    })
    const follow: Follow = { future, view, seq, attended, over: isOver(run), started: run.started }
    this.#follows.set(run.id, follow)
    return follow
  }

  /** The cell with the run's id, else the only one with its very code; else, for a notebook's cell, a place for lost ones. */
  #viewOf(run: RunModel): RunView | undefined {
    const cells = this.#panel.content.widgets.filter((cell) => cell instanceof CodeCell)
    const same = cells.filter(({ model }) => model.sharedModel.getSource() === run.code)
    const cell = cells.find(({ model }) => model.id === run.cell) ?? (same.length === 1 ? same[0] : undefined)
    const { recordTiming } = this.#panel.content.notebookConfig
    if (cell !== undefined) return cellView(cell, { recordTiming })
    if (!run.from_notebook || run.saved || (isOver(run) && run.outputs.length === 0)) return undefined
    return goneCells(this.#panel).viewOf(run, { onDismiss: () => this.#requests.dismiss(run.id) })
  }

  /** What another page saves does not make this one's notebook a changed one. */
  #quietly(attended: boolean, change: () => void): void {
    const { model } = this.#panel.content
    const { dirty = false } = model ?? {}
    change()
    if (attended && model !== null && !dirty) model.dirty = false
  }
}

function isEqual(shown: readonly unknown[], kept: RunModel['outputs']): boolean {
  return JSON.stringify(shown.map(sorted)) === JSON.stringify(kept.map(({ output }) => sorted(output)))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
