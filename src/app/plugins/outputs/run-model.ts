import type { IOutput } from '@jupyterlab/nbformat'
import type { JSONObject } from '@lumino/coreutils'

/** What the server tells of a notebook's cells: see `backprop/api/outputs`. */
export interface NotebookOutputs {
  readonly kernel: string | null
  /** The number of the last message that is in here. */
  readonly seq: number
  readonly client: { readonly since: string; readonly lost: number } | null
  readonly runs: readonly RunModel[]
}

/** The last run of a cell. */
export interface RunModel {
  readonly id: string
  readonly cell: string
  readonly code: string
  readonly state: 'queued' | 'running' | 'ok' | 'error' | 'aborted'
  readonly execution_count: number | null
  readonly queued: string
  readonly started: string | null
  readonly ended: string | null
  readonly outputs: readonly { readonly output: IOutput; readonly display_id: string | null }[]
  readonly clears_at_next: boolean
  readonly question: { readonly header: JSONObject; readonly content: JSONObject } | null
  readonly saved: boolean
  readonly from_notebook: boolean
  readonly client: string
  readonly shown: boolean
  readonly labels: { readonly edited: IOutput; readonly gone: IOutput }
}

export function isOver({ state }: Pick<RunModel, 'state'>): boolean {
  return state !== 'queued' && state !== 'running'
}
