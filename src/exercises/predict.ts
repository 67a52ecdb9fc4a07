import { received } from '../math/received.js'
import { predictions } from './course.js'
import { findById } from './find-by-id.js'
import { letterOf } from './letter-of.js'
import { isTodo } from './todo.js'

/** A prediction to show: made by `predict`. It is not marked. */
export interface Prediction {
  readonly kind: 'prediction'
  readonly id: string
  readonly question: string
  readonly options: Readonly<Record<string, string>>
  /** Empty as long as nothing is chosen. */
  readonly choice: string
  readonly answer: string
  readonly why: string
}

/**
 * A choice made before a cell runs: `show(predict('06-p1', 'b'), …)`. What happens, and why, then stands beside the
 * result. With `'?'` in its place the question is asked again.
 *
 * @throws RangeError for an id or an option that does not exist
 */
export function predict(id: string, choice: string): Prediction {
  const call = 'predict(id, choice)'
  const { question, options, answer, why } = findById(call, predictions, id)
  const open = isTodo(choice) || choice === '?' || choice === ''
  const letter = open ? '' : (letterOf(choice) ?? '')
  if (!open && !Object.hasOwn(options, letter))
    throw new RangeError(
      `${call}: expected one of ${Object.keys(options)
        .map((each) => `'${each}'`)
        .join(', ')}, or '?' to leave it open, received ${received(choice)}.`,
    )
  return { kind: 'prediction', id, question, options, choice: letter, answer, why }
}
