import type { JsonObject } from '../../jupyter/notebook/notebook.js'

/** What tslab answers. */
const known: ReadonlySet<string> = new Set([
  'comm_info_request',
  'complete_request',
  'execute_request',
  'inspect_request',
  'is_complete_request',
  'kernel_info_request',
  'shutdown_request',
])

/**
 * What the server answers in tslab's place: of other requests tslab prints that it does not know them, into the cell
 * that runs, and never answers. Undefined for those that it knows.
 */
export function answerForTslab(type: string): JsonObject | undefined {
  if (known.has(type)) return undefined
  if (type === 'history_request') return { status: 'ok', history: [] }
  return { status: 'error', ename: 'NotSupported', evalue: `tslab has no ${type}.`, traceback: [] }
}
