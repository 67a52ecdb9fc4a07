/** A record read from JSON whose keys nobody has checked yet. */
export type Json = Readonly<Record<string, unknown>>

/** The value as a record; an empty one when it is none. */
export function record(value: unknown): Json {
  // A non-null object that is no array can be read by key; each value read is checked where it is used.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

/** The value as a list (typed arrays too); an empty one when it is none. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return ArrayBuffer.isView(value) && Symbol.iterator in value ? Array.from(value as Iterable<unknown>) : [] // a typed array iterates
}

/** The value when it is a finite number, else undefined. */
export function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The value when it is a string (a number is written out), else undefined. */
export function string(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}

/** Plotly's titles: a text, or a record with a text. */
export function titleText(value: unknown): string {
  return string(value) ?? string(record(value)['text']) ?? ''
}

/** An attribute that holds for all points, or a list of them, one for each. */
export function each(value: unknown, index: number): unknown {
  return Array.isArray(value) ? value[index] : value
}

/** The rows of a grid: `null` where a number is missing. */
export function grid(value: unknown): (number | null)[][] {
  return list(value).map((row) => list(row).map((entry) => number(entry) ?? null))
}
