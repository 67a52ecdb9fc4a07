import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import { HttpError } from '../http-error.js'

/**
 * A member of a body that is a string, or absent; null counts as absent.
 *
 * @throws HttpError 400 when it is something else
 */
export function optionalText(body: JsonObject, name: string): string | undefined {
  const value = body[name] ?? undefined
  if (value === undefined || typeof value === 'string') return value
  throw new HttpError(
    400,
    `${name} should be a string, but is ${JSON.stringify(value).slice(0, 40)}.`,
    'Bad Request',
  )
}
