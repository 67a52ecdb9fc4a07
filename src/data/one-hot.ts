import { closest } from '../math/closest.js'
import { fromValues, type Matrix } from '../math/matrix.js'
import { received } from '../math/received.js'

/**
 * Words as numbers: a matrix with one row for each level and one column for each label, 1 where they are the same
 * and 0 elsewhere.
 *
 * @param labels M words, `labels(iris, 'species')`
 * @param levels the words in the order of the rows; without them, the words that occur, in alphabetical order. Give
 *   them when some labels are only part of the data, where a word may not occur.
 * @returns levels × M
 * @throws TypeError if `labels` or `levels` is no array of strings
 * @throws RangeError if one of them is empty, a level stands twice, or a label is no level
 */
export function oneHot(labels: readonly string[], levels?: readonly string[]): Matrix {
  const call = 'oneHot(labels, levels)'
  requireWords(call, 'labels', labels)
  const rows = levels ?? [...new Set(labels)].sort()
  requireWords(call, 'levels', rows)
  const rowOfLevel = new Map<string, number>()
  rows.forEach((level, i) => {
    if (rowOfLevel.has(level)) throw new RangeError(`${call}: '${level}' stands twice in levels.`)
    rowOfLevel.set(level, i)
  })
  const values = new Float64Array(rows.length * labels.length)
  labels.forEach((label, j) => {
    const i = rowOfLevel.get(label)
    if (i === undefined) {
      const nearest = closest(label, rows)
      const hint = nearest === undefined ? '' : ` Did you mean '${nearest}'?`
      throw new RangeError(
        `${call}: labels[${j}] is '${label}', which is not in levels (${rows.join(', ')}).${hint}`,
      )
    }
    values[i * labels.length + j] = 1
  })
  return fromValues(rows.length, labels.length, values)
}

function requireWords(call: string, name: string, words: unknown): void {
  if (!Array.isArray(words))
    throw new TypeError(`${call}: expected ${name} to be an array of strings, received ${received(words)}.`)
  if (words.length === 0) throw new RangeError(`${call}: expected ${name} to hold at least one string.`)
  for (let i = 0; i < words.length; i++)
    if (typeof words[i] !== 'string')
      throw new TypeError(`${call}: expected ${name}[${i}] to be a string, received ${received(words[i])}.`)
}
