/** A line of a text, and whether it is one of those in which the text differs from another. */
export interface MarkedLine {
  readonly text: string
  readonly differs: boolean
}

/** The lines of a text; those between the first and the last that differ from the other text are marked. */
export function differingLines(text: string, other: string): MarkedLine[] {
  const lines = text.split('\n')
  const others = other.split('\n')
  const shorter = Math.min(lines.length, others.length)
  let before = 0
  while (before < shorter && lines[before] === others[before]) before += 1
  let after = 0
  while (after < shorter - before && lines.at(-1 - after) === others.at(-1 - after)) after += 1
  return lines.map((line, index) => ({
    text: line,
    differs: index >= before && index < lines.length - after,
  }))
}
