import { entryText } from './value/value-text.js'
import type { EvidenceTable } from './verdict.js'

/** A table of what code gives, for a bug hunt or the evidence of a parameter. */
export function symptomTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  differ: readonly number[] = [],
): EvidenceTable {
  return {
    kind: 'table',
    caption,
    head,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? entryText(cell) : cell))),
    differ,
  }
}
