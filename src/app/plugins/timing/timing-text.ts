/** When a cell ran, as JupyterLab's `recordTiming` writes it into the cell's metadata under `execution`. */
export interface RecordedTiming {
  readonly 'iopub.execute_input'?: string
  readonly 'iopub.status.busy'?: string
  readonly 'iopub.status.idle'?: string
  readonly 'shell.execute_reply.started'?: string
  readonly 'shell.execute_reply'?: string
  readonly execution_failed?: string
}

/** A run of a cell: when it began and how long it took, in milliseconds. No length while it runs. */
export interface CellRun {
  readonly began: Date
  readonly took: number | undefined
  readonly failed: boolean
}

/** The run that metadata tells of; undefined if it tells of none, or of none that can be. */
export function runOf(metadata: unknown): CellRun | undefined {
  if (typeof metadata !== 'object' || metadata === null) return undefined
  const timing: RecordedTiming = metadata
  const began = dateOf(
    timing['shell.execute_reply.started'] ?? timing['iopub.execute_input'] ?? timing['iopub.status.busy'],
  )
  if (began === undefined) return undefined
  const ended = dateOf(timing['shell.execute_reply'] ?? timing.execution_failed)
  const took = ended === undefined ? undefined : ended.getTime() - began.getTime()
  // A reply that is older than the input is the reply of the run before.
  if (took !== undefined && took < 0) return { began, took: undefined, failed: false }
  return { began, took, failed: timing.execution_failed !== undefined }
}

/** `0.24 s`, `3.5 s`, `42 s`, `2 min 5 s`, `1 h 3 min`. */
export function durationText(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 1) return `${seconds.toFixed(2)} s`
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes} min ${whole % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** `at 15:02`, with the day where it is another: `on 20 Oct at 15:02`. */
export function timeText(date: Date, now: Date): string {
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (date.toDateString() === now.toDateString()) return `at ${time}`
  const year = date.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return `on ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...year })} at ${time}`
}

function dateOf(text: unknown): Date | undefined {
  const date = typeof text === 'string' ? new Date(text) : undefined
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date
}
