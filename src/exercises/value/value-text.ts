import { numberText } from '../../figures/text/number-text.js'
import type { Part } from './parts.js'
import { readParts } from './parts.js'

/** A number in a verdict: four digits, and words for what is no number. */
export function entryText(value: number, digits = 4): string {
  return Number.isNaN(value) ? 'NaN' : numberText(value, digits)
}

/** Two things in words, with as many digits as it takes to tell them apart. */
export function apart<T>(one: T, other: T, words: (thing: T, digits: number) => string): [string, string] {
  const digits = [4, 6, 9, 12, 16].find((each) => words(one, each) !== words(other, each)) ?? 4
  return [words(one, digits), words(other, digits)]
}

/** Numbers as a sentence can hold them: `0.5`, `(4, 6)`, `[[1, 2], [3, 4]]`, or the shape of what is too large. */
export function partText(part: Part, digits = 4): string {
  const { form, rows, columns, values } = part
  if (form === 'boolean') return values[0] === 1 ? 'true' : 'false'
  if (form === 'number') return entryText(values[0] ?? Number.NaN, digits)
  if (values.length > 12) return `a ${shapeText(part)}`
  const entries = values.map((value) => entryText(value, digits))
  if (form === 'list') return `(${entries.join(', ')})`
  const lines = Array.from({ length: rows }, (_, i) => entries.slice(i * columns, (i + 1) * columns))
  return `[${lines.map((line) => `[${line.join(', ')}]`).join(', ')}]`
}

/** All parts of a value. */
export function partsText(parts: readonly Part[], digits = 4): string {
  return parts.map((part) => (part.name === '' ? '' : `${part.name} = `) + partText(part, digits)).join(', ')
}

/** What shape a part has: `a number`, `list of 2`, `3×2 matrix`. */
export function shapeText({ form, rows, columns }: Part): string {
  if (form === 'boolean') return 'true or false'
  if (form === 'number') return 'number'
  return form === 'list' ? `list of ${columns}` : `${rows}×${columns} matrix`
}

/** The same in a sentence: `a list of 2`, `true or false`. */
export function aShape(part: Part): string {
  return part.form === 'boolean' ? shapeText(part) : `a ${shapeText(part)}`
}

/** An argument that a function was called with. */
export function argumentText(value: unknown): string {
  const read = typeof value === 'function' ? undefined : readParts(value)
  if (read?.kind !== 'parts') return typeof value === 'function' ? 'a function' : String(value)
  return partsText(read.parts)
}
