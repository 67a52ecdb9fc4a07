import { fromValues, type Matrix, matrix } from '../math/index.js'
import { isMatrix } from '../math/matrix-argument.js'
import { received } from '../math/received.js'
import type { Formula } from './formula.js'
import { FormulaError } from './formula-error.js'
import { placeOf } from './place.js'
import { texMatrix } from './tex-matrix.js'
import { texNumber } from './tex-number.js'

/** What may stand in `${…}`: a number, LaTeX, a matrix, a vector or rows of numbers, another formula. */
export type TexValue = number | string | Matrix | Formula | readonly number[] | readonly (readonly number[])[]

/**
 * The LaTeX of a template with its values in it.
 *
 * - A negative number gets parentheses unless the formula, a bracket, a relation or a comma stands before it, and
 *   always when a power or an index follows: `0.7 - ${y}` with y = −1 reads 0.7 − (−1), and `${y}^2` reads (−1)².
 * - After `^`, `_`, `\frac` and the like the number is the whole argument: `x^${12}` reads x¹².
 * - A number right after a digit is a product: `2${w}` with w = 3 reads 2·3, never 23.
 * - A matrix is a `pmatrix`; a list of numbers is a column; text goes in as it is.
 *
 * @throws FormulaError naming the value, if it is undefined, not finite, or nothing that can be written
 */
export function interpolate(strings: readonly string[], values: readonly TexValue[], digits: number): string {
  let latex = strings[0] ?? ''
  let number: 'just written' | 'no' = 'no'
  values.forEach((value, index) => {
    const after = strings[index + 1] ?? ''
    if (typeof value === 'number') {
      const touching = number === 'just written' && (strings[index] ?? '').trim() === ''
      const written = numberInPlace(requireFinite(value, index, latex), digits, latex, after, touching)
      number = written.startsWith('{') ? 'no' : 'just written'
      latex += written
    } else {
      const written = latexOf(value, digits, index, latex)
      latex += typeof value === 'string' ? written : apart(latex, written)
      number = 'no'
    }
    latex += number === 'just written' && /^\s*[0-9]/.test(after) ? ` \\cdot ${after.trimStart()}` : after
  })
  return latex
}

function numberInPlace(
  value: number,
  digits: number,
  before: string,
  after: string,
  touching: boolean,
): string {
  const text = texNumber(value, digits)
  const place = placeOf(before, after)
  if (place.text) return /^[0-9.]+$/.test(text) ? text : `$${text}$`
  if (place.argument) return `{${text}}`
  const brackets =
    (text.startsWith('-') && place.bracketsForMinus) || (text.includes('10^') && place.bracketsForProduct)
  if (brackets) return `(${text})`
  return touching || place.afterDigit ? ` \\cdot ${text}` : text
}

/** A power of ten in front of a matrix must not touch a digit. */
function apart(before: string, written: string): string {
  if (placeOf(before, '').argument) return `{${written}}`
  return /[0-9]\s*$/.test(before) && /^[0-9]/.test(written) ? ` \\cdot ${written}` : written
}

function latexOf(value: unknown, digits: number, index: number, before: string): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    const rows: unknown[] = [...value] // a hole becomes undefined, which is told
    // The entries are not trusted: both makers look at each and name the one that is wrong.
    if (rows.every((row) => Array.isArray(row))) return texMatrix(matrix(rows as number[][]), digits)
    return texMatrix(fromValues(rows.length, 1, rows as number[]), digits)
  }
  if (isMatrix(value)) {
    value.values.forEach((entry) => {
      requireFinite(entry, index, before)
    })
    return texMatrix(value, digits)
  }
  if (isFormula(value)) return value.latex
  throw new FormulaError(
    `${named(index, before)} is ${received(value)}. Expected a number, a matrix, a list of numbers, LaTeX as text, or a formula.`,
  )
}

function requireFinite(value: number, index: number, before: string): number {
  if (Number.isFinite(value)) return value
  throw new FormulaError(
    `${named(index, before)} is ${value}. Expected a finite number: look at the computation it comes from, or write \\infty in the formula if that is meant.`,
  )
}

/** Which value it is, by its number and by what stands before it. */
function named(index: number, before: string): string {
  const tail = before.trim().slice(-30)
  const where =
    tail === '' ? 'at the start' : `after \`${tail.length < before.trim().length ? '…' : ''}${tail}\``
  return `tex: value ${index + 1} of the formula (${where})`
}

function isFormula(value: unknown): value is Formula {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'formula' &&
    'latex' in value
  )
}
