/** What JSON can hold. Figures hold nothing else: no typed arrays, functions, NaN. */
export type Json = string | number | boolean | null | readonly Json[] | JsonRecord

/** A record of JSON values; a key that is `undefined` counts as absent. */
export interface JsonRecord {
  readonly [key: string]: Json | undefined
}

/**
 * A copy that JSON can hold: typed arrays become arrays and `undefined` keys go.
 *
 * @param path where the value stands, as the error shall name it: `data[0]`
 * @throws RangeError for NaN and ±Infinity, TypeError for functions and the like, each naming its place
 */
export function toJson(value: unknown, path: string): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    // JSON knows no −0.
    if (Number.isFinite(value)) return value === 0 ? 0 : value
    throw new RangeError(
      `figure(options): ${path} is ${value}. Expected finite numbers; null leaves a gap in a line.`,
    )
  }
  if (Array.isArray(value) || isNumberArray(value))
    return Array.from(value, (entry: unknown, i) => toJson(entry ?? null, `${path}[${i}]`))
  if (isPlainRecord(value)) {
    const copy: Record<string, Json> = {}
    for (const [key, entry] of Object.entries(value))
      if (entry !== undefined) copy[key] = toJson(entry, `${path}.${key}`)
    return copy
  }
  throw new TypeError(
    `figure(options): ${path} is a ${typeof value} that JSON cannot hold. Expected plain data.`,
  )
}

/** `patch` laid over `base`: records are merged key by key, anything else is replaced. */
export function merge(base: JsonRecord, patch: JsonRecord): JsonRecord {
  const merged: Record<string, Json | undefined> = { ...base }
  for (const [key, value] of Object.entries(patch)) {
    const old = merged[key]
    merged[key] = isJsonRecord(old) && isJsonRecord(value) ? merge(old, value) : value
  }
  return merged
}

/** Whether the value is a record, so neither a list nor a single value. */
export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNumberArray(value: unknown): value is ArrayLike<number> {
  return ArrayBuffer.isView(value) && 'length' in value
}

function isPlainRecord(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // A record from another realm, such as a notebook's cell, has another Object.prototype: it has no parent either.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
