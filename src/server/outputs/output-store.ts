import type { JsonObject, JsonValue } from '../../jupyter/notebook/notebook.js'
import { cellOfRun } from '../../jupyter/outputs/cell-of-run.js'
import type { NotebookOutputs } from '../../jupyter/outputs/run-model.js'
import type { ManagedKernel } from '../kernels/managed-kernel.js'
import type { Outputs } from '../services.js'
import { modelOfRun } from './model-of-run.js'
import { codeCellsOf } from './notebook-cells.js'
import { sameOutputs } from './same-outputs.js'
import { UnseenOutputs, type UnseenOutputsParts } from './unseen-outputs.js'

/**
 * The outputs of running notebooks, so that they outlive the page: what a cell gave is the server's until the file has
 * it. A page that is opened gets all to date and goes on with the messages that are numbered higher. What no page
 * shows is written into the file: see `UnseenOutputs`.
 */
export class OutputStore implements Outputs {
  readonly #parts: UnseenOutputsParts
  readonly #unseen: UnseenOutputs

  constructor(parts: UnseenOutputsParts) {
    this.#parts = parts
    this.#unseen = new UnseenOutputs(parts)
  }

  /** To be called every few seconds. */
  writeLeft(now = Date.now()): Promise<void> {
    return this.#unseen.writeLeft(now)
  }

  of(path: string, { client, run: wanted }: { client?: string; run?: string } = {}): NotebookOutputs {
    const kernel = this.#kernelOf(path)
    if (kernel === undefined) return { path, kernel: null, seq: 0, client: null, runs: [] }
    const clients = this.#parts.channels.of(kernel)
    const known = client === undefined ? undefined : clients.client(client)
    return {
      path,
      kernel: kernel.id,
      seq: kernel.conversation.seq,
      client: known === undefined ? null : { since: known.connected.toISOString(), lost: known.lost },
      runs: kernel.conversation.runs.all
        .filter(({ id }) => wanted === undefined || id === wanted)
        .map((run) => modelOfRun(run, { shown: clients.isShown(run) })),
    }
  }

  shown(path: string, client: string, runs: readonly string[]): void {
    const kernel = this.#kernelOf(path)
    if (kernel === undefined || this.#parts.channels.of(kernel).client(client) === undefined) return
    const { seq, runs: all } = kernel.conversation
    for (const id of runs) all.withId(id)?.shownBy.set(client, seq)
  }

  changed(path: string, { deleted, restored }: Parameters<Outputs['changed']>[1]): void {
    for (const run of this.#kernelOf(path)?.conversation.runs.all ?? []) {
      if (run.cell === undefined) continue
      if (deleted.includes(run.cell)) run.deleted = 'told'
      if (restored.includes(run.cell)) run.deleted = undefined
    }
  }

  opened(path: string): void {
    const kernel = this.#kernelOf(path)
    if (kernel !== undefined) this.#unseen.opened(kernel)
  }

  saved(path: string, content: JsonValue, begun = new Date()): void {
    const kernel = this.#kernelOf(path)
    if (kernel === undefined) return
    const { runs } = kernel.conversation
    const clients = this.#parts.channels.of(kernel)
    const cells = codeCellsOf(content)
    for (const run of runs.all) {
      const cell = cellOfRun(run, cells, runs.all)?.cell
      // A page that begins to save while a cell runs has not got its outputs, which says nothing of what it wants.
      const wasThere = run.ended !== undefined && run.ended <= begun && clients.isShown(run)
      // A client of another make does not tell what it deleted. It has when the notebook that it saves lacks what it
      // ran itself. A page of ours that shows outputs whose cell it lacks is not the one that ran it: they wait there.
      if (cell === undefined && wasThere && clients.isAlone(run.client)) run.deleted ??= 'meant'
      if (cell !== undefined && run.deleted === 'meant') run.deleted = undefined
      if (cell === undefined || !run.over || run.saved) continue
      run.saved = sameOutputs(cell['outputs'], run.outputs.outputs) || (wasThere && isCleared(cell))
    }
    runs.trim((run) => clients.isShown(run))
  }

  #kernelOf(path: string): ManagedKernel | undefined {
    const id = this.#parts.sessions.kernelOf(path)
    return id === undefined ? undefined : this.#parts.kernels.managed(id)
  }
}

function isCleared({ outputs, execution_count }: JsonObject): boolean {
  return Array.isArray(outputs) && outputs.length === 0 && execution_count === null
}
