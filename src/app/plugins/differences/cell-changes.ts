/** A cell as a notebook's JSON has it; the text may come in lines. */
export interface CellJson {
  readonly id?: unknown
  readonly cell_type: string
  readonly source: string | readonly string[]
  readonly outputs?: unknown
}

/** A cell in which two versions of a notebook differ. A version that has no such cell has no text of it. */
export interface CellChange {
  readonly kind: 'only mine' | 'only theirs' | 'changed' | 'other outputs'
  /** Its place, from 1, in the version that has it; in mine if both have. */
  readonly place: number
  readonly mine: string | undefined
  readonly theirs: string | undefined
}

/** The cells in which two versions of a notebook differ, in the order of mine. */
export function cellChanges(mine: readonly CellJson[], theirs: readonly CellJson[]): CellChange[] {
  const partners = pair(mine, theirs)
  const changes: { readonly after: number; readonly change: CellChange }[] = mine.flatMap((cell, index) => {
    const kind = kindOf(cell, partners.get(cell))
    const other = partners.get(cell)
    const change = { place: index + 1, mine: textOf(cell), theirs: other && textOf(other) }
    return kind === undefined ? [] : [{ after: index, change: { kind, ...change } }]
  })
  const places = new Map([...partners].map(([own, other]) => [other, mine.indexOf(own)]))
  let after = -1
  for (const [index, cell] of theirs.entries()) {
    const place = places.get(cell)
    if (place !== undefined) after = place
    else
      changes.push({
        after: after + 0.5,
        change: { kind: 'only theirs', place: index + 1, mine: undefined, theirs: textOf(cell) },
      })
  }
  return changes.sort((a, b) => a.after - b.after).map(({ change }) => change)
}

/** The cell of the other version for each that has one: with its id, else, as in files of old, with its text. */
function pair(mine: readonly CellJson[], theirs: readonly CellJson[]): Map<CellJson, CellJson> {
  const partners = new Map<CellJson, CellJson>()
  const free = new Set(theirs)
  const take = (isSame: (own: CellJson, other: CellJson) => boolean) => {
    for (const own of mine) {
      const other = partners.has(own) ? undefined : [...free].find((each) => isSame(own, each))
      if (other === undefined) continue
      partners.set(own, other)
      free.delete(other)
    }
  }
  take((own, other) => own.id !== undefined && own.id === other.id)
  take((own, other) => own.cell_type === other.cell_type && textOf(own) === textOf(other))
  return partners
}

function kindOf(cell: CellJson, other: CellJson | undefined): CellChange['kind'] | undefined {
  if (other === undefined) return 'only mine'
  if (cell.cell_type !== other.cell_type || textOf(cell) !== textOf(other)) return 'changed'
  return JSON.stringify(cell.outputs) === JSON.stringify(other.outputs) ? undefined : 'other outputs'
}

function textOf({ source }: CellJson): string {
  return typeof source === 'string' ? source : source.join('')
}
