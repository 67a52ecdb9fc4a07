import { CodeCell } from '@jupyterlab/cells'
import type { NotebookPanel } from '@jupyterlab/notebook'
import { type Kernel, KernelMessage, type ServerConnection } from '@jupyterlab/services'
import { cellOfRun } from '../../../jupyter/outputs/cell-of-run.js'
import { noteOf } from '../../../jupyter/outputs/message-note.js'
import { isOver, type NotebookOutputs, type RunModel } from '../../../jupyter/outputs/run-model.js'
import { DeletedCells } from './deleted-cells.js'
import { equalOutputs } from './equal-outputs.js'
import { FollowedRun } from './followed-run.js'
import { goneCells } from './gone-cells.js'
import { MessageGaps } from './message-gaps.js'
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

/** Milliseconds until the server is asked again that gave no answer. */
const pause = 2_000

/**
 * Shows in one notebook what its kernel did for another page, or for this one before it was reloaded: first all to
 * date, as the server has it, then the messages that are numbered higher.
 */
export class KeptOutputs {
  readonly #panel: NotebookPanel
  readonly #requests: OutputRequests
  readonly #kernel: Kernel.IKernelConnection
  readonly #cells: DeletedCells
  readonly #gaps = new MessageGaps()
  readonly #follows = new Map<string, Follow>()
  /** Runs that have no place here, of a console for example. */
  #elsewhere: ReadonlySet<string> = new Set()
  /** Messages that come while the server is asked; undefined when it is not. */
  #held: KernelMessage.IMessage[] | undefined
  /** This page has missed something and has not got it yet. */
  #missed = false
  #joined = false
  #again: ReturnType<typeof setTimeout> | undefined
  #stopped = false

  constructor(panel: NotebookPanel, kernel: Kernel.IKernelConnection, settings: ServerConnection.ISettings) {
    this.#panel = panel
    this.#kernel = kernel
    this.#requests = new OutputRequests(settings, () => panel.sessionContext.path, kernel.clientId)
    this.#cells = new DeletedCells(panel.context.model, (changes) => this.#requests.changed(changes))
    kernel.anyMessage.connect(this.#onMessage, this)
    kernel.connectionStatusChanged.connect(this.#onConnection, this)
  }

  /**
   * Asks the server and shows what it has. Only when the kernel's messages come: what it says between would be lost.
   */
  async join(): Promise<void> {
    if (this.#stopped || this.#held !== undefined || this.#kernel.connectionStatus !== 'connected') return
    clearTimeout(this.#again)
    this.#again = undefined
    this.#held = []
    const missed = this.#missed
    this.#missed = false
    let need: Need = 'nothing'
    try {
      await this.#cells.flush()
      const outputs = await this.#requests.get()
      if (this.#stopped) return
      this.#joined = true
      const claimed = this.#showAll(outputs, missed)
      if (claimed.length > 0) await this.#requests.shown(claimed)
    } catch (error) {
      console.warn(`The outputs to date could not be had: ${String(error)}`)
      this.#missed ||= missed
      // When the connection is lost, too, they are asked for once it is found again.
      this.#joined = false
      this.#again = setTimeout(() => void this.join(), pause)
    } finally {
      const held = this.#held
      this.#held = undefined
      for (const message of held) {
        const more = this.#take(message)
        if (more === 'missed') this.#missed = true
        if (more !== 'nothing') need = more
      }
    }
    if (this.#joined && (this.#missed || need !== 'nothing')) await this.join()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#again)
    this.#cells.stop()
    this.#kernel.anyMessage.disconnect(this.#onMessage, this)
    this.#kernel.connectionStatusChanged.disconnect(this.#onConnection, this)
  }

  #onMessage(_: unknown, { msg, direction }: Kernel.IAnyMessageArgs): void {
    if (direction !== 'recv') return
    if (this.#gaps.isBefore(msg)) this.#missed = true
    if (this.#held !== undefined) {
      this.#held.push(msg)
      return
    }
    const need = this.#missed ? 'missed' : this.#take(msg)
    if (need === 'missed') this.#missed = true
    if (need !== 'nothing' && this.#again === undefined) void this.join()
  }

  #onConnection(_: unknown, status: Kernel.ConnectionStatus): void {
    if (status !== 'connected') return
    this.#gaps.connected()
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
    if (this.#elsewhere.has(id)) return 'nothing'
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
      const { id } = follow.future.run
      const [run] = await this.#requests.get({ run: id }).then(
        ({ runs }) => runs,
        () => [],
      )
      if (this.#stopped || follow.future.isDisposed) return
      if (run !== undefined && !isOver(run)) {
        await new Promise((resolve) => setTimeout(resolve, patience))
        continue
      }
      follow.over = true
      follow.attended &&= run?.shown === true && run.client !== this.#kernel.clientId
      const ended = run ?? { started: follow.started, ended: new Date().toISOString(), execution_count: null }
      // A cell that was moved meanwhile is another one now; its future tells it the end.
      if (!follow.view.isDisposed) this.#quietly(follow.attended, () => follow.view.ends(ended))
      follow.future.end(run?.state ?? 'ok', run?.execution_count ?? null)
      if (isClaimed(follow)) await this.#requests.shown([id]).catch(() => {})
      return
    }
  }

  /** Shows the runs to date; those that are whole, and saved by this page. */
  #showAll({ runs, seq }: NotebookOutputs, missed: boolean): string[] {
    const places = runs.map((run) => ({ run, view: this.#viewOf(run, runs) }))
    this.#elsewhere = new Set(places.flatMap(({ run, view }) => (view === undefined ? [run.id] : [])))
    return places.flatMap(({ run, view }) =>
      view !== undefined && !view.isDisposed && this.#show(run, view, { seq, missed }) ? [run.id] : [],
    )
  }

  /** Shows a run to date; true when it is all there is of it, and this page saves it. */
  #show(run: RunModel, view: RunView, { seq, missed }: { seq: number; missed: boolean }): boolean {
    const shownHere = view.area.future?.msg.header.msg_id === run.id
    const isOwn = shownHere && !this.#follows.has(run.id)
    // What this page has is whole, unless it has missed something.
    if (shownHere && !missed) return false
    if (run.saved && !shownHere) return false
    const attended = run.shown && run.client !== this.#kernel.clientId
    const isDone = isClaimed({ attended, view }) && isOver(run)
    if (isOver(run) && equalOutputs(view.area.model.toJSON(), run.outputs)) {
      this.#follows.get(run.id)?.future.end(run.state, run.execution_count)
      const isCounted = view.code !== run.code || view.count === run.execution_count
      if (isOwn || !isCounted) this.#quietly(attended, () => view.ends(run))
      return isDone
    }
    if (run.state === 'aborted' && run.outputs.length === 0) return isDone
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
    return isDone
  }

  #follow(run: RunModel, view: RunView, { seq, attended }: { seq: number; attended: boolean }): Follow {
    const future = new FollowedRun(run, this.#kernel, () => {
      if (this.#follows.get(run.id)?.future === future) this.#follows.delete(run.id)
    })
    const follow: Follow = { future, view, seq, attended, over: isOver(run), started: run.started }
    this.#follows.set(run.id, follow)
    return follow
  }

  /** The run's cell; else, for outputs that only the server has, a place for lost ones. */
  #viewOf(run: RunModel, runs: readonly RunModel[]): RunView | undefined {
    const deleted = run.deleted || this.#cells.has(run.cell)
    const cells = this.#panel.content.widgets
      .filter((cell) => cell instanceof CodeCell)
      .map((cell) => ({ id: cell.model.id, source: cell.model.sharedModel.getSource(), cell }))
    const found = cellOfRun({ ...run, deleted }, cells, runs)?.cell
    const { recordTiming } = this.#panel.content.notebookConfig
    if (found !== undefined) return cellView(found, { recordTiming })
    // What another page that is open shows is that page's new cell, and none that is gone.
    if (deleted || run.saved || run.shown || !run.from_notebook) return undefined
    if (isOver(run) && run.outputs.length === 0) return undefined
    return goneCells(this.#panel).viewOf(run, {
      onDismiss: () => this.#cells.dismiss(run.cell),
      onBack: () => this.join(),
    })
  }

  /** What another page saves does not make this one's notebook a changed one. */
  #quietly(attended: boolean, change: () => void): void {
    const { model } = this.#panel.content
    const { dirty = false } = model ?? {}
    change()
    if (attended && model !== null && !dirty) model.dirty = false
  }
}

/** This page saves what it shows there: no other page does, and it is in the notebook. */
function isClaimed({ attended, view }: Pick<Follow, 'attended' | 'view'>): boolean {
  return !attended && view.inNotebook
}
