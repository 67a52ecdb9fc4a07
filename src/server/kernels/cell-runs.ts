import { displayIdOf } from '../../jupyter/execute/output-of-message.js'
import type { Message } from '../../jupyter/message/message.js'
import type { Run } from './run.js'

/** What the outputs of a kernel's cells may take, in characters. */
const most = 128 * 1024 * 1024

/**
 * The last run of each cell of a kernel, in the order of running. Runs stay when they are over, since what they left
 * in the background may still print, and a later cell may renew their displays.
 */
export class CellRuns {
  readonly #runs = new Map<string, Run>()

  constructor(readonly room = most) {}

  get all(): readonly Run[] {
    return [...this.#runs.values()]
  }

  withId(id: string | undefined): Run | undefined {
    return id === undefined ? undefined : this.all.find((run) => run.id === id)
  }

  add(run: Run): void {
    if (run.cell === undefined) return
    // Put anew, so that the order is that of running.
    this.#runs.delete(run.cell)
    this.#runs.set(run.cell, run)
  }

  forget(run: Run): void {
    if (run.cell !== undefined && this.#runs.get(run.cell) === run) this.#runs.delete(run.cell)
  }

  /**
   * Renews the displays of all cells with the id of this `update_display_data`.
   *
   * @returns the cells that had one, and what they have now: a notice where it was too large for one of them
   */
  update(message: Message): { readonly renewed: readonly Run[]; readonly message: Message } {
    const displayId = displayIdOf(message)
    const renewed = displayId === undefined ? [] : this.all.filter((run) => run.outputs.shows(displayId))
    const fitting = renewed.reduce((each, run) => run.outputs.fitting(each), message)
    for (const run of renewed) run.outputs.update(fitting)
    return { renewed, message: fitting }
  }

  /**
   * Makes room: what the file has goes first, or what was deleted, then what a page has had, and, if it may, the
   * oldest that nobody has seen. A running cell stays.
   *
   * @returns whether all that is left is within bounds
   */
  trim(isShown: (run: Run) => boolean, { unseen = false } = {}): boolean {
    let size = this.all.reduce((sum, run) => sum + run.outputs.size, 0)
    if (size <= this.room) return true
    const order = (run: Run) => (run.saved || run.deleted !== undefined ? 0 : isShown(run) ? 1 : 2)
    const over = this.all.filter((run) => run.over && (unseen || order(run) < 2))
    for (const run of over.sort((a, b) => order(a) - order(b))) {
      if (size <= this.room) break
      size -= run.outputs.size
      this.forget(run)
    }
    return size <= this.room
  }
}
