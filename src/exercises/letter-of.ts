/** The letter that was chosen: in either case, with or without brackets or a full stop. Nothing where it is no text. */
export function letterOf(choice: unknown): string | undefined {
  if (typeof choice !== 'string') return undefined
  return choice
    .trim()
    .toLowerCase()
    .replace(/^\(|[).:]$/g, '')
}
