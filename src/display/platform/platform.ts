import type { LearnerRecord } from '../learner-record.js'

/** One output in several forms, by media type, as Jupyter's `display_data` carries it. */
export type MimeBundle = Readonly<Record<string, unknown>>

/** Where in which run of a cell something was called. */
export interface CallSite {
  /** One object for one run of a cell. */
  readonly run: unknown
  /** Names the cell's code and the place in it: the same when the same code runs again. */
  readonly place: string
}

/**
 * What `show` needs from the place where it runs. `package.json` (`imports`, `#platform`) chooses the one for a
 * tslab kernel or the one for a page.
 */
export interface Platform {
  /** Sends one output to whoever shows the cell. */
  send(bundle: MimeBundle): void
  /** Plotly, deflated (raw) and in base64, for outputs that bring it along; none where the page has its own. */
  plotlyLibrary(): string | undefined
  /** Where `show` was called from. */
  callSite(): CallSite
  /** Adds a line to what is kept of the learner. Where nothing can be kept, nothing happens. */
  remember(record: Omit<LearnerRecord, 'time'>): void
  /** Whether the check of this exercise has passed once. */
  hasPassed(exercise: string): boolean
  /** What is kept of all exercises whose ids begin like this, in its order. */
  records(prefix: string): readonly LearnerRecord[]
}
