import { received } from '../math/received.js'
import type { Dataset } from './dataset.js'

/** Refuses what is not a data set. @throws TypeError */
export function requireDataset(call: string, value: unknown): Dataset {
  if (!isDataset(value))
    throw new TypeError(
      `${call}: expected dataset to be penguins, cars or iris, or a record like them, received ${received(value)}.`,
    )
  requireLists(call, 'columns', value.columns, value.size)
  requireLists(call, 'categories', value.categories, value.size)
  return value
}

/** Looks at the shell only. */
function isDataset(value: unknown): value is Dataset {
  if (typeof value !== 'object' || value === null) return false
  if (!('name' in value && 'size' in value && 'columns' in value && 'categories' in value)) return false
  return (
    typeof value.name === 'string' &&
    typeof value.size === 'number' &&
    typeof value.columns === 'object' &&
    value.columns !== null &&
    typeof value.categories === 'object' &&
    value.categories !== null
  )
}

/** Each holds a value for each row; what the values are is checked where they are used. */
function requireLists(
  call: string,
  group: string,
  held: Readonly<Record<string, unknown>>,
  size: number,
): void {
  for (const [key, column] of Object.entries(held)) {
    const values =
      typeof column === 'object' && column !== null && 'values' in column ? column.values : column
    if (Array.isArray(values) && values.length === size) continue
    const came = Array.isArray(values) ? `${values.length}` : received(values)
    throw new TypeError(
      `${call}: expected dataset.${group}.${key}.values to be a list of ${size} values, one for each row, received ${came}.`,
    )
  }
}
