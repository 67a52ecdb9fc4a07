import type { JsonValue } from '../../jupyter/notebook/notebook.js'

/** About how many characters a value has as JSON. Numbers count for 8, so that no text has to be made of them. */
export function valueSize(value: JsonValue | undefined): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 8
  let size = 2
  if (Array.isArray(value)) for (const each of value) size += valueSize(each) + 1
  else for (const [key, each] of Object.entries(value)) size += key.length + 4 + valueSize(each)
  return size
}
