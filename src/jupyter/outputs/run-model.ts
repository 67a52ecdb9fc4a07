import type { JsonObject, Output } from '../notebook/notebook.js'

/** What the server tells of a notebook's cells (`backprop/api/outputs`), and the page reads. */
export interface NotebookOutputs {
  readonly path: string
  /** Of the notebook's kernel; null when it has none. */
  readonly kernel: string | null
  /** The number of the last message that is in here: those with a larger `metadata.backprop.seq` come after it. */
  readonly seq: number
  /** The page's client; null when the kernel does not know it. `lost` counts messages that it will not get. */
  readonly client: { readonly since: string; readonly lost: number } | null
  readonly runs: readonly RunModel[]
}

/** The last run of a cell. */
export interface RunModel {
  /** The id of the `execute_request`. */
  readonly id: string
  readonly cell: string
  readonly code: string
  readonly state: 'queued' | 'running' | 'ok' | 'error' | 'aborted'
  readonly execution_count: number | null
  /** ISO 8601. */
  readonly queued: string
  readonly started: string | null
  readonly ended: string | null
  readonly outputs: readonly { readonly output: Output; readonly display_id: string | null }[]
  /** The next output takes the place of these: `clear_output` with `wait` came. */
  readonly clears_at_next: boolean
  /** An `input_request` that waits for its answer. */
  readonly question: { readonly header: JsonObject; readonly content: JsonObject } | null
  /** The file has it. */
  readonly saved: boolean
  /** Its cell was deleted on purpose: without a cell of its id, its outputs are shown nowhere. */
  readonly deleted: boolean
  /** Asked for by a notebook, not by a console on the same kernel. */
  readonly from_notebook: boolean
  /** The session id of the client that asked, and whether a page that is connected has all of it. */
  readonly client: string
  readonly shown: boolean
  /** What to put above the outputs when the cell is another now, or gone. */
  readonly labels: { readonly edited: Output; readonly gone: Output }
}

export function isOver({ state }: Pick<RunModel, 'state'>): boolean {
  return state !== 'queued' && state !== 'running'
}
