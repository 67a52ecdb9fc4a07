import type { Figure } from '../figures/index.js'

/** `open`: not filled in yet. `error`: there is nothing to compare, such as an exception or no value. */
export type VerdictStatus = 'pass' | 'fail' | 'open' | 'error'

/** A small table: what the learner has, what was expected, and where the two differ. */
export interface EvidenceTable {
  readonly kind: 'table'
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The rows, from 0, in which the two differ. */
  readonly differ: readonly number[]
}

/** A picture that tells more than a table. */
export interface EvidenceChart {
  readonly kind: 'chart'
  readonly figure: Figure
}

/** Lines of code, numbered from 1. */
export interface EvidenceCode {
  readonly kind: 'code'
  readonly caption: string
  readonly lines: readonly string[]
}

export type Evidence = EvidenceTable | EvidenceChart | EvidenceCode

/** A place in the chapter's notebook. */
export interface Place {
  /** The cell's id. */
  readonly cell: string
  readonly text: string
}

/** The parts of an explanation; `message` says them one after the other. */
export interface Explanation {
  readonly did: string
  readonly tempting: string
  readonly where: string
  readonly look: Place
}

/** What a checker says of an answer. JSON only. */
export interface Verdict {
  readonly kind: 'verdict'
  readonly status: VerdictStatus
  /** `06-3` */
  readonly exercise: string
  readonly title: string
  /** The mistake that was recognised; two of them are joined by ` + `. */
  readonly mistake?: string
  readonly message: string
  readonly explanation?: Explanation
  readonly evidence: readonly Evidence[]
}
