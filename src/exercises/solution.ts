import { requireBoolean } from '../math/boolean-argument.js'
import { requireKnownKeys } from '../math/known.js'
import { exercises, hunts } from './course.js'
import { findById } from './find-by-id.js'

/** A solution to show: made by `solution`. It opens after a pass, or at once for who gives up. */
export interface Solution {
  readonly kind: 'solution'
  readonly exercise: string
  readonly title: string
  readonly code: string
  readonly why: string
  readonly giveUp: 'yes' | 'no'
}

/**
 * The solution of an exercise, with its reason. `show` opens it once the check has passed.
 *
 * @param options.giveUp true opens it at once
 * @throws RangeError for an id that does not exist, TypeError for an unknown option
 */
export function solution(id: string, options: { readonly giveUp?: boolean } = {}): Solution {
  const call = 'solution(id, options)'
  requireKnownKeys(call, 'options', options, ['giveUp'])
  const giveUp = requireBoolean(call, 'giveUp', options.giveUp ?? false)
  const { title, solution: text } = findById(call, [...exercises, ...hunts], id)
  return { kind: 'solution', exercise: id, title, ...text, giveUp: giveUp ? 'yes' : 'no' }
}
