import { closest } from '../math/closest.js'
import { fromValues, type Matrix } from '../math/matrix.js'
import { received } from '../math/received.js'
import type { Dataset } from './dataset.js'
import { requireDataset } from './dataset-argument.js'

/**
 * Columns of a data set as a matrix: one row for each key, in the order of the keys; one column for each sample.
 *
 * `features(penguins, ['flipperLength', 'billDepth'])` is 2×342.
 *
 * @throws TypeError if `dataset` is none or `keys` is no array of strings
 * @throws RangeError for an unknown key (the nearest is offered), a key named twice, or no key
 */
export function features<D extends Dataset>(
  dataset: D,
  keys: readonly (keyof D['columns'] & string)[],
): Matrix {
  const call = 'features(dataset, keys)'
  const { columns, categories } = requireDataset(call, dataset)
  const known = Object.keys(columns)
  if (!Array.isArray(keys))
    throw new TypeError(
      `${call}: expected keys to be an array such as ['${known[0]}'], received ${received(keys)}.`,
    )
  if (keys.length === 0)
    throw new RangeError(`${call}: expected at least one key, received none. Known: ${known.join(', ')}.`)
  const rows = [...keys].map((key: unknown, i) => {
    if (typeof key !== 'string')
      throw new TypeError(`${call}: expected keys[${i}] to be a string, received ${received(key)}.`)
    if (keys.indexOf(key) !== i) throw new RangeError(`${call}: '${key}' is named twice in keys.`)
    const column = Object.hasOwn(columns, key) ? columns[key] : undefined
    if (column === undefined) throw unknownColumn(call, dataset.name, key, known, Object.keys(categories))
    return column.values
  })
  return fromValues(keys.length, dataset.size, rows.flat())
}

function unknownColumn(
  call: string,
  name: string,
  key: string,
  known: readonly string[],
  categories: readonly string[],
): RangeError {
  const nearest = closest(key, known)
  const hint = categories.includes(key)
    ? ` '${key}' holds words, not numbers: labels(${name}, '${key}') gives them, oneHot turns them into numbers.`
    : nearest === undefined
      ? ''
      : ` Did you mean '${nearest}'?`
  return new RangeError(
    `${call}: ${name} has no column '${key}'. Expected one of ${known.map((column) => `'${column}'`).join(', ')}.${hint}`,
  )
}
