import { isObject } from '../../jupyter/notebook/is-object.js'
import type { JsonObject, JsonValue } from '../../jupyter/notebook/notebook.js'

/** A code cell of a notebook as the contents API has it. */
export interface FileCell {
  readonly index: number
  readonly id: string
  readonly source: string
  readonly cell: JsonObject
}

/** The code cells of a notebook's JSON; none when it is not one. */
export function codeCellsOf(content: JsonValue | undefined): readonly FileCell[] {
  const cells = isObject(content) ? content['cells'] : undefined
  if (!Array.isArray(cells)) return []
  return cells.flatMap((cell: JsonValue, index) =>
    isObject(cell) && cell['cell_type'] === 'code'
      ? [{ index, id: String(cell['id'] ?? ''), source: joined(cell['source']), cell }]
      : [],
  )
}

/** A text that may be a list of its parts. */
export function joined(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string').join('') : ''
}
