import { isObject } from './is-object.js'
import type { JsonObject, JsonValue } from './notebook.js'

/** A value that breaks the format; `message` says where in the document and what was expected. */
export class FieldError extends Error {
  override readonly name = 'FieldError'
}

/** Readers of one value out of parsed JSON. `where` is its place, such as `cells[3].source`. */
export const field = {
  object(value: unknown, where: string): JsonObject {
    if (!isObject(value)) fail(where, 'an object', value)
    return value
  },

  list(value: unknown, where: string): readonly JsonValue[] {
    if (!Array.isArray(value)) fail(where, 'a list', value)
    // JSON.parse makes nothing but JSON values.
    return value as readonly JsonValue[]
  },

  string(value: unknown, where: string): string {
    if (typeof value !== 'string') fail(where, 'a string', value)
    return value
  },

  count(value: unknown, where: string): number | null {
    if (value === null) return null
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
      fail(where, 'a whole number that is not negative, or null', value)
    }
    return value
  },

  /** A string, or a list of strings that are its parts. */
  lines(value: unknown, where: string): string {
    if (typeof value === 'string') return value
    if (!Array.isArray(value)) fail(where, 'a string or a list of strings', value)
    return value.map((line, i) => field.string(line, `${where}[${i}]`)).join('')
  },

  /** Refuses keys that the format does not have: dropping them would lose what somebody saved. */
  only(object: JsonObject, keys: readonly string[], where: string): void {
    for (const key of Object.keys(object)) {
      if (!keys.includes(key)) {
        throw new FieldError(`${at(where, key)} is not part of the format. Expected: ${keys.join(', ')}.`)
      }
    }
  },
}

export function fail(where: string, expected: string, value: unknown): never {
  const what = where === '' ? 'the file' : where
  throw new FieldError(
    value === undefined
      ? `${what} is missing; expected ${expected}.`
      : `${what} should be ${expected}, but is ${kindOf(value)}.`,
  )
}

function at(where: string, key: string): string {
  return where === '' ? key : `${where}.${key}`
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
