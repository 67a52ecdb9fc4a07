import { toRows } from '../../math/index.js'
import { isMatrix } from '../../math/matrix-argument.js'
import { received } from '../../math/received.js'
import { isTodo } from '../todo.js'

/** A number, a list of numbers or a matrix, read the same way whichever it came as. */
export interface Part {
  /** The key in a record such as `{ dW1, dB1 }`; empty for a single value. */
  readonly name: string
  readonly form: 'number' | 'list' | 'matrix' | 'boolean'
  readonly rows: number
  readonly columns: number
  /** Row after row. True is 1 and false is 0. */
  readonly values: readonly number[]
}

/** What a value is: numbers, a `todo()`, or something else, told in words. */
export type Reading =
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
  | { readonly kind: 'todo' }
  | { readonly kind: 'strange'; readonly what: Strange; readonly words: string }

export type Strange = 'undefined' | 'promise' | 'ragged' | 'other'

/** Reads numbers, lists, rows, matrices, true and false, and records of these. Never throws but for hostile getters. */
export function readParts(value: unknown): Reading {
  if (isTodo(value)) return { kind: 'todo' }
  const single = readPart('', value)
  if (single !== undefined) return single.kind === 'part' ? { kind: 'parts', parts: [single.part] } : single
  if (typeof value !== 'object' || value === null) return strange('other', value)
  if ('then' in value && typeof value.then === 'function') return strange('promise', value)
  const parts: Part[] = []
  for (const [name, entry] of Object.entries(value)) {
    const read = isTodo(entry) ? ({ kind: 'todo' } as const) : readPart(name, entry)
    if (read === undefined) continue // a key that holds no numbers is not asked for
    if (read.kind !== 'part') return read
    parts.push(read.part)
  }
  return parts.length === 0 ? strange('other', value) : { kind: 'parts', parts }
}

type PartReading = { readonly kind: 'part'; readonly part: Part } | Exclude<Reading, { kind: 'parts' }>

function readPart(name: string, value: unknown): PartReading | undefined {
  if (value === undefined) return strange('undefined', value)
  if (typeof value === 'number') return part(name, 'number', 1, 1, [value])
  if (typeof value === 'boolean') return part(name, 'boolean', 1, 1, [Number(value)])
  if (isMatrix(value)) return part(name, 'matrix', value.rows, value.columns, toRows(value).flat())
  if (ArrayBuffer.isView(value) && Symbol.iterator in value) return readPart(name, [...(value as never)])
  if (Array.isArray(value)) return readArray(name, value)
  return undefined
}

function readArray(name: string, value: readonly unknown[]): PartReading {
  const entries = Array.from(value) // a hole becomes undefined, which is told
  if (entries.some(isTodo)) return { kind: 'todo' }
  if (entries.every((entry) => typeof entry === 'number') && entries.length > 0)
    return part(name, 'list', 1, entries.length, entries as number[]) // every one was looked at
  if (entries.length > 0 && entries.every(Array.isArray)) {
    const rows = entries as readonly unknown[][] // every one was looked at
    if (rows.flat().some(isTodo)) return { kind: 'todo' }
    const columns = rows[0]?.length ?? 0
    if (columns === 0 || rows.some((row) => row.length !== columns)) return strange('ragged', value)
    const flat = rows.flatMap((row) => Array.from(row))
    if (flat.every((entry) => typeof entry === 'number'))
      return part(name, 'matrix', rows.length, columns, flat as number[]) // every one was looked at
    return strangeEntry('rows', flat)
  }
  return entries.length === 0 ? strange('other', value) : strangeEntry('a list', entries)
}

/** The first entry that is no number. */
function strangeEntry(of: string, entries: readonly unknown[]): PartReading {
  const entry = entries.includes(undefined) ? undefined : entries.find((each) => typeof each !== 'number')
  return {
    kind: 'strange',
    what: entry === undefined ? 'undefined' : 'other',
    words: `${of} with ${received(entry)} in ${of === 'rows' ? 'them' : 'it'}`,
  }
}

function part(
  name: string,
  form: Part['form'],
  rows: number,
  columns: number,
  values: readonly number[],
): { kind: 'part'; part: Part } {
  return { kind: 'part', part: { name, form, rows, columns, values } }
}

function strange(what: Strange, value: unknown): { kind: 'strange'; what: Strange; words: string } {
  return { kind: 'strange', what, words: what === 'promise' ? 'a Promise' : received(value) }
}
