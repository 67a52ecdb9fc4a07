import type { KernelMessage } from '@jupyterlab/services'

/** What our server writes into the metadata of a message on iopub, under `backprop`. */
export interface MessageNote {
  /** Its number; the numbers of one kernel rise. */
  readonly seq: number
  /** The number of the first of the messages that were joined into this one. */
  readonly from?: number
  /** The cell whose run it belongs to. */
  readonly cell?: string
  /** How the run ended, once it has. */
  readonly run?: { readonly state: string; readonly execution_count: number | null }
  /** It is no message of the kernel's: the server tells the number of the last one, after all that this page missed. */
  readonly mark?: boolean
  /** Outputs before this one were left out, since this page was slow or away. */
  readonly gap?: boolean
}

/** Undefined for a message of another server's. */
export function noteOf({ metadata }: Pick<KernelMessage.IMessage, 'metadata'>): MessageNote | undefined {
  const note: unknown = metadata['backprop']
  if (typeof note !== 'object' || note === null || !('seq' in note)) return undefined
  // Written by our own server alone, in this form.
  return note as MessageNote
}
