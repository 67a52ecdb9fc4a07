import type { Evidence } from './verdict.js'

/** A short piece of code with one wrong line, and what it does. */
export interface BugHunt {
  /** `01-h1` */
  readonly id: string
  readonly title: string
  /** One line for the list of exercises. */
  readonly task: string
  /** What the code was meant to do. */
  readonly says: string
  readonly code: readonly string[]
  /** What one sees of it, computed by the code itself. */
  readonly symptoms: () => readonly Evidence[]
  /** The wrong line, from 1. */
  readonly line: number
  /** For each line, from 1, what it does; for the wrong one what is wrong with it. */
  readonly lines: readonly string[]
  /** Reasons to choose from, the right one, and what each wrong one overlooks. */
  readonly reasons: Readonly<Record<string, string>>
  readonly reason: string
  readonly overlooked: Readonly<Record<string, string>>
  /** Where the notebook tells of it. */
  readonly look: readonly [cell: string, sentence: string]
  readonly hints: readonly [string, string]
  /** The wrong line mended, and why. */
  readonly solution: { readonly code: string; readonly why: string }
  /** The hunt of the chapter before that comes back here. */
  readonly returning?: string
}

/** A bug hunt to show: made by `bugHunt`. */
export interface BugHuntSheet {
  readonly kind: 'hunt'
  readonly id: string
  readonly title: string
  readonly says: string
  readonly evidence: readonly Evidence[]
  readonly reasons: Readonly<Record<string, string>>
}
