import type { JsonValue } from '../../jupyter/notebook/notebook.js'
import type { NotebookOutputs, RunModel } from '../../jupyter/outputs/run-model.js'
import type { KernelChannelsService } from '../channels/kernel-channels-service.js'
import { HttpError } from '../http-error.js'
import type { KernelManager } from '../kernels/kernel-manager.js'
import type { ManagedKernel } from '../kernels/managed-kernel.js'
import type { Run } from '../kernels/run.js'
import type { Contents, Outputs } from '../services.js'
import type { SessionStore } from '../sessions/session-store.js'
import { labelOutput } from './label-outputs.js'
import { mergeRuns } from './merge-runs.js'
import { cellOfRun, codeCellsOf } from './notebook-cells.js'
import { sameOutputs } from './same-outputs.js'

export interface OutputStoreParts {
  readonly kernels: KernelManager
  readonly sessions: SessionStore
  readonly channels: KernelChannelsService
  readonly contents: Contents
  readonly log: (text: string) => void
}

/** Milliseconds without a page after which what ended goes into the file. A page that is only reloaded is back sooner. */
const absence = 30_000

/** How often the file may change while outputs are written into it. */
const attempts = 5

/**
 * The outputs of running notebooks, so that they outlive the page: what a cell gave is the server's until the file has
 * it. A page that is opened gets all to date and goes on with the messages that are numbered higher. What no page
 * shows is written into the file when nobody has been there for a while, and when the kernel ends.
 */
export class OutputStore implements Outputs {
  readonly #parts: OutputStoreParts
  /** Since when no client is connected to a kernel. */
  readonly #alone = new WeakMap<ManagedKernel, number>()

  constructor(parts: OutputStoreParts) {
    this.#parts = parts
    parts.kernels.onEnd((kernel) => this.#writeUnseen(kernel, kernel.conversation.runs.all))
  }

  /**
   * Writes what ended on kernels that nobody has been connected to for a while, so that a night's work is on the disk
   * before anything can befall the server. To be called every few seconds.
   */
  async writeLeft(now = Date.now()): Promise<void> {
    const { kernels } = this.#parts
    for (const { id } of await kernels.list()) {
      if (!kernels.has(id)) continue
      const kernel = kernels.managed(id)
      const since = this.#alone.get(kernel) ?? now
      if (kernel.connections > 0) this.#alone.delete(kernel)
      else this.#alone.set(kernel, since)
      const left = kernel.conversation.runs.all.filter((run) => run.over)
      if (kernel.connections === 0 && now - since >= absence) await this.#writeUnseen(kernel, left)
    }
  }

  of(path: string, client?: string): NotebookOutputs {
    const kernel = this.#kernelOf(path)
    if (kernel === undefined) return { path, kernel: null, seq: 0, client: null, runs: [] }
    const clients = this.#parts.channels.of(kernel)
    const known = client === undefined ? undefined : clients.client(client)
    return {
      path,
      kernel: kernel.id,
      seq: kernel.conversation.seq,
      client: known === undefined ? null : { since: known.connected.toISOString(), lost: known.lost },
      runs: kernel.conversation.runs.all.map((run) => modelOf(run, clients.isShown(run))),
    }
  }

  shown(path: string, client: string, runs: readonly string[]): void {
    for (const id of runs) this.#runs(path)?.withId(id)?.shownBy.add(client)
  }

  dismiss(path: string, id: string): void {
    const runs = this.#runs(path)
    const run = runs?.withId(id)
    if (runs === undefined || run === undefined) {
      throw new HttpError(404, `There are no outputs of a run ${id} of ${path}.`, 'no-run')
    }
    if (!run.over) throw new HttpError(409, 'The cell still runs. Interrupt it first.', 'running')
    runs.forget(run)
  }

  saved(path: string, content: JsonValue): void {
    const kernel = this.#kernelOf(path)
    if (kernel === undefined) return
    const clients = this.#parts.channels.of(kernel)
    const cells = codeCellsOf(content)
    for (const run of kernel.conversation.runs.all) {
      if (!run.over || run.saved) continue
      const cell = cellOfRun(run, cells)?.cell
      if (cell === undefined) continue
      const cleared =
        Array.isArray(cell['outputs']) && cell['outputs'].length === 0 && cell['execution_count'] === null
      run.saved = sameOutputs(cell['outputs'], run.outputs.outputs) || (cleared && clients.isShown(run))
    }
    kernel.conversation.runs.trim((run) => clients.isShown(run))
  }

  #runs(path: string) {
    return this.#kernelOf(path)?.conversation.runs
  }

  #kernelOf(path: string): ManagedKernel | undefined {
    const id = this.#parts.sessions.kernelOf(path)
    return id === undefined ? undefined : this.#parts.kernels.managed(id)
  }

  /** Writes into the file what no page shows. A newer edit of the file stays: outputs alone are put into it. */
  async #writeUnseen(kernel: ManagedKernel, runs: readonly Run[]): Promise<void> {
    const { sessions, channels, contents, log } = this.#parts
    const path = sessions.notebookOf(kernel.id)
    const clients = channels.of(kernel)
    const unseen = runs.filter((run) => !run.saved && !clients.isShown(run))
    if (path === undefined || unseen.length === 0) return
    try {
      for (let attempt = 1; ; attempt++) {
        const { content, hash } = await contents.get(path, { type: 'notebook', hash: true })
        // A notebook's content is JSON; only a folder's is a list of models.
        const merged = mergeRuns(content as JsonValue, unseen)
        if (merged === undefined) return markSaved(unseen)
        const base = hash === null ? {} : { base: hash }
        const done = await contents
          .save(path, { type: 'notebook', format: 'json', content: merged }, base)
          .then(
            () => true,
            (error: unknown) => {
              if (error instanceof HttpError && error.status === 409 && attempt < attempts) return false
              throw error
            },
          )
        if (done) return markSaved(unseen)
      }
    } catch (error) {
      // A client that keeps its notebooks elsewhere, such as VS Code, has given a path that is none here.
      if (error instanceof HttpError && error.status === 404) return
      log(
        `backprop: the outputs of ${path} could not be written: ${error instanceof Error ? error.message : error}\n`,
      )
    }
  }
}

/** What comes for them later makes them unsaved again. */
function markSaved(runs: readonly Run[]): void {
  for (const run of runs) run.saved = true
}

function modelOf(run: Run, shown: boolean): RunModel {
  const ran = run.started ?? run.queued
  const { code, question } = run
  return {
    id: run.id,
    cell: run.cell ?? '',
    code,
    state: run.state,
    execution_count: run.executionCount,
    queued: run.queued.toISOString(),
    started: run.started?.toISOString() ?? null,
    ended: run.ended?.toISOString() ?? null,
    outputs: run.outputs.kept.map(({ output, displayId }) => ({ output, display_id: displayId ?? null })),
    clears_at_next: run.outputs.clearsAtNext,
    question: question === undefined ? null : { header: question.header, content: question.content },
    saved: run.saved,
    from_notebook: run.fromNotebook,
    client: run.client,
    shown,
    labels: { edited: labelOutput('edited', { code, ran }), gone: labelOutput('gone', { code, ran }) },
  }
}
