import type { INotebookModel } from '@jupyterlab/notebook'

/** Ids of code cells that a page has no more, and of those that have come back. */
export interface CellChanges {
  readonly deleted: readonly string[]
  readonly restored: readonly string[]
}

/**
 * Tells the server which code cells the learner deletes, so that their outputs are not put back, and which of them
 * come back: by undo, or pasted where they were not cut. What cannot be told is told with what comes next.
 */
export class DeletedCells {
  readonly #model: INotebookModel
  readonly #tell: (changes: CellChanges) => Promise<void>
  #there: ReadonlySet<string>
  readonly #deleted = new Set<string>()
  /** What is still to be told. */
  readonly #untold = new Map<string, 'deleted' | 'restored'>()
  #telling: Promise<void> = Promise.resolve()
  #willLook = false

  constructor(model: INotebookModel, tell: (changes: CellChanges) => Promise<void>) {
    this.#model = model
    this.#tell = tell
    this.#there = codeCells(model)
    model.cells.changed.connect(this.#onChanged, this)
  }

  has(id: string): boolean {
    return this.#deleted.has(id)
  }

  /** The learner does not want the outputs of a cell that the page lacks anyway. */
  async dismiss(id: string): Promise<void> {
    this.#note(id, 'deleted')
    await this.flush()
  }

  /** Settles when all is told, or cannot be told now. */
  flush(): Promise<void> {
    this.#telling = this.#telling.then(() => this.#tellAll())
    return this.#telling
  }

  stop(): void {
    this.#model.cells.changed.disconnect(this.#onChanged, this)
  }

  #onChanged(): void {
    if (this.#willLook) return
    this.#willLook = true
    // A cell that is moved, or a file that is read anew, goes and comes back at once.
    queueMicrotask(() => {
      this.#willLook = false
      if (!this.#model.isDisposed) this.#look()
    })
  }

  #look(): void {
    const now = codeCells(this.#model)
    for (const id of this.#there) if (!now.has(id)) this.#note(id, 'deleted')
    for (const id of now) if (this.#deleted.has(id)) this.#note(id, 'restored')
    this.#there = now
    void this.flush()
  }

  #note(id: string, what: 'deleted' | 'restored'): void {
    if (what === 'deleted') this.#deleted.add(id)
    else this.#deleted.delete(id)
    this.#untold.set(id, what)
  }

  async #tellAll(): Promise<void> {
    if (this.#untold.size === 0) return
    const told = new Map(this.#untold)
    const those = (what: string) => [...told].flatMap(([id, each]) => (each === what ? [id] : []))
    try {
      await this.#tell({ deleted: those('deleted'), restored: those('restored') })
    } catch {
      return
    }
    for (const [id, what] of told) if (this.#untold.get(id) === what) this.#untold.delete(id)
  }
}

function codeCells({ cells }: INotebookModel): ReadonlySet<string> {
  return new Set([...cells].flatMap(({ type, id }) => (type === 'code' ? [id] : [])))
}
