// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { Part } from './parts.js'

/** How near is the same. */
export interface Nearness {
  /** Relative to the larger of the two. */
  readonly relative: number
  /** Numbers that differ by no more than this are the same, however small they are. */
  readonly floor: number
}

export const nearness: Nearness = { relative: 1e-6, floor: 1e-9 }

/** Whether two numbers are the same but for rounding; NaN is the same as NaN. */
export function sameNumber(a: number, b: number, { relative, floor }: Nearness = nearness): boolean {
  if (Object.is(a, b) || a === b) return true
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false
  const apart = Math.abs(a - b)
  return apart <= floor || apart <= relative * Math.max(Math.abs(a), Math.abs(b))
}

/**
 * Whether a value has the shape that is wanted: numbers, rows and matrices alike. A list stands for a row as well as
 * for a column, a number for a 1×1 matrix.
 */
export function fits(got: Part, wanted: Part): boolean {
  if ((got.form === 'boolean') !== (wanted.form === 'boolean')) return false
  if (got.values.length !== wanted.values.length) return false
  if (got.rows === wanted.rows && got.columns === wanted.columns) return true
  const isLine = (part: Part) => part.rows === 1 || part.columns === 1
  return isLine(got) && isLine(wanted) && (got.form !== 'matrix' || wanted.form !== 'matrix')
}

/** Whether two parts have the same shape and numbers. */
export function samePart(got: Part, wanted: Part, near: Nearness = nearness): boolean {
  return (
    fits(got, wanted) && got.values.every((value, k) => sameNumber(value, wanted.values[k] as number, near))
  )
}

/** The part of that name; a single value answers to every name, and a record of one part to the empty name. */
export function partNamed(parts: readonly Part[], name: string): Part | undefined {
  const found = parts.find((part) => part.name === name)
  if (found !== undefined) return found
  return parts.length === 1 && (name === '' || parts[0]?.name === '') ? parts[0] : undefined
}

/** Whether all that is wanted is there, and the same. What is there besides does not matter. */
export function sameParts(got: readonly Part[], wanted: readonly Part[], near: Nearness = nearness): boolean {
  return wanted.every((part) => {
    const mine = wanted.length === 1 ? partNamed(got, part.name) : got.find(({ name }) => name === part.name)
    return mine !== undefined && samePart(mine, part, near)
  })
}

/** The number that `got` is times `wanted`, the same for all entries; nothing if there is none, or if it is 1. */
export function commonFactor(
  got: readonly Part[],
  wanted: readonly Part[],
  near: Nearness = nearness,
): number | undefined {
  let factor: number | undefined
  for (const part of wanted) {
    const mine = partNamed(got, part.name)
    if (mine === undefined || part.form === 'boolean' || !fits(mine, part)) return undefined
    for (let k = 0; k < part.values.length; k++) {
      const [a, b] = [mine.values[k] as number, part.values[k] as number]
      if (sameNumber(a, 0, near) && sameNumber(b, 0, near)) continue
      if (sameNumber(b, 0, near)) return undefined
      factor ??= a / b
      if (!sameNumber(a, factor * b, near)) return undefined
    }
  }
  return factor === undefined || !Number.isFinite(factor) || sameNumber(factor, 1, near) || factor === 0
    ? undefined
    : factor
}
