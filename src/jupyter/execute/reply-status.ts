import type { JsonValue } from '../notebook/notebook.js'

/** How a cell came to its end, as its `execute_reply` says. `aborted`: not run, since one before it failed. */
export type ReplyStatus = 'ok' | 'error' | 'aborted'

/** The status in a reply's content. Stock tslab says `abort` for the protocol's `aborted`. */
export function replyStatus(status: JsonValue | undefined): ReplyStatus {
  if (status === 'ok') return 'ok'
  return status === 'abort' || status === 'aborted' ? 'aborted' : 'error'
}
