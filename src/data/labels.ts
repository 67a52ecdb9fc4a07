import { closest } from '../math/closest.js'
import { received } from '../math/received.js'
import type { Dataset } from './dataset.js'
import { requireDataset } from './dataset-argument.js'

/**
 * The words of one category, one for each sample: `labels(iris, 'species')`.
 *
 * @throws TypeError if `dataset` is none or `key` is no string
 * @throws RangeError for an unknown key; the nearest is offered
 */
export function labels<D extends Dataset>(
  dataset: D,
  key: keyof D['categories'] & string,
): readonly string[] {
  const call = 'labels(dataset, key)'
  const { name, columns, categories } = requireDataset(call, dataset)
  if (typeof key !== 'string')
    throw new TypeError(`${call}: expected key to be a string, received ${received(key)}.`)
  const category = Object.hasOwn(categories, key) ? categories[key] : undefined
  if (category !== undefined) return category.values
  const known = Object.keys(categories)
  const nearest = closest(key, known)
  const hint = Object.hasOwn(columns, key)
    ? ` '${key}' holds numbers, not words: features(${name}, ['${key}']) gives them.`
    : nearest === undefined
      ? ''
      : ` Did you mean '${nearest}'?`
  throw new RangeError(
    `${call}: ${name} has no category '${key}'. Expected one of ${known.map((known) => `'${known}'`).join(', ')}.${hint}`,
  )
}
