import { received } from '../math/received.js'
import { exercises, hunts } from './course.js'
import { findById } from './find-by-id.js'

/** A hint to show: made by `hint`. */
export interface Hint {
  readonly kind: 'hint'
  readonly exercise: string
  readonly title: string
  readonly level: number
  readonly text: string
  /** True for the last: after it there is the solution. */
  readonly isLast?: boolean
}

/**
 * A hint for an exercise: 1 asks a question, 2 says a rule, 3 is a worked example with other numbers.
 *
 * The level is an argument, so that a cell run again says the same.
 *
 * @throws RangeError for an id or a level that does not exist
 */
export function hint(id: string, level = 1): Hint {
  const call = 'hint(id, level)'
  const { hints, title } = findById(call, [...exercises, ...hunts], id)
  const text = typeof level === 'number' ? hints[level - 1] : undefined
  if (text === undefined)
    throw new RangeError(`${call}: expected a level from 1 to ${hints.length}, received ${received(level)}.`)
  return { kind: 'hint', exercise: id, title, level, text, ...(level === hints.length && { isLast: true }) }
}
