import { createHash } from 'node:crypto'

/**
 * Gives ids to cells that have none, from place and source, so that reading a file twice gives the same ids.
 *
 * @param taken the ids that cells of the notebook have
 */
export function newCellIds(taken: ReadonlySet<string>): (index: number, source: string) => string {
  const given = new Set(taken)
  return (index, source) => {
    for (let attempt = 0; ; attempt++) {
      const hash = createHash('sha256').update(`${index}\0${source}${'\0'.repeat(attempt)}`)
      const id = hash.digest('hex').slice(0, 8)
      if (given.has(id)) continue
      given.add(id)
      return id
    }
  }
}
