import type { RunModel } from './run-model.js'

/** What our server writes into the metadata of a message on iopub, under `backprop`. */
export interface MessageNote {
  /** Its number; the numbers of one kernel rise. */
  readonly seq: number
  /** The number of the first of the messages that were joined into this one. */
  readonly from?: number
  /** The cell whose run it belongs to. */
  readonly cell?: string
  /** How the run ended, once it has. */
  readonly run?: Pick<RunModel, 'state' | 'execution_count'>
  /** It is no message of the kernel's: the server tells the number of the last one, after all that this page missed. */
  readonly mark?: boolean
  /** Outputs before this one were left out, since this page was slow or away. */
  readonly gap?: boolean
  /** Comms of which messages were left out, so that their state may be old; that they are open, or closed, is not. */
  readonly comms?: readonly string[]
}

/** Undefined for a message of another server's. */
export function noteOf({ metadata }: { readonly metadata: object }): MessageNote | undefined {
  const note: unknown = 'backprop' in metadata ? metadata.backprop : undefined
  if (typeof note !== 'object' || note === null || !('seq' in note)) return undefined
  // Written by our own server alone, in this form; a kernel's own would be overwritten there.
  return note as MessageNote
}
