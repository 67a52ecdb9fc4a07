/** What can be asked of a kernel's process: to stop its cell, to end, or to be ended with all that it started. */
export type KernelSignal = 'interrupt' | 'terminate' | 'kill'

/** What we ask of the supervisor. `id` is our number for one process. */
export type Order =
  | {
      readonly order: 'start'
      readonly id: number
      readonly argv: readonly string[]
      readonly cwd: string
      readonly env: Readonly<Record<string, string | undefined>>
      /** A folder that is removed when the process has ended. */
      readonly remove?: string
    }
  | { readonly order: 'signal'; readonly id: number; readonly signal: KernelSignal }

/** What the supervisor tells. */
export type Report =
  | { readonly report: 'started'; readonly id: number; readonly pid: number }
  /** The command cannot be run; nothing is left of it. */
  | { readonly report: 'failed'; readonly id: number; readonly reason: string }
  /** The last of what the process wrote to its stderr so far. */
  | { readonly report: 'stderr'; readonly id: number; readonly stderr: string }
  | {
      readonly report: 'exited'
      readonly id: number
      readonly code: number | null
      readonly signal: NodeJS.Signals | null
      readonly stderr: string
    }
