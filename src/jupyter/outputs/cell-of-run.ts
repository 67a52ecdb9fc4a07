/** What is asked of a run to find its cell: the cell's id when it ran, the code that ran. */
interface RunOfCell {
  readonly cell?: string | undefined
  readonly code: string
  /** Its cell was deleted on purpose, so another one with the same code is not it. */
  readonly deleted: unknown
}

/**
 * The cell that a run belongs to: that with its id, else the only one with its very code, since a program may give a
 * notebook new ids. A cell that has a run of its own is nobody else's.
 *
 * @param runs all runs of the notebook
 */
export function cellOfRun<C extends { readonly id: string; readonly source: string }>(
  run: RunOfCell,
  cells: readonly C[],
  runs: readonly RunOfCell[],
): C | undefined {
  const own = cells.find(({ id }) => id === run.cell)
  if (own !== undefined || run.deleted) return own
  const [same, ...others] = cells.filter(({ source }) => source === run.code)
  const isFree = others.length === 0 && !runs.some(({ cell }) => cell === same?.id)
  return isFree ? same : undefined
}
