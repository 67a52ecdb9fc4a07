import { received } from '../math/received.js'
import type { Dataset } from './dataset.js'

/** Refuses what is not a data set. @throws TypeError */
export function requireDataset(call: string, value: unknown): Dataset {
  if (isDataset(value)) return value
  throw new TypeError(
    `${call}: expected dataset to be penguins, cars or iris, or a record like them, received ${received(value)}.`,
  )
}

/** Looks at the shell only; what `columns` and `categories` hold is checked where it is used. */
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
