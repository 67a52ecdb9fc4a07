import { fromValues, type ReadonlyValues } from '../../math/index.js'
import { isMatrix } from '../../math/matrix-argument.js'

/** A deep copy of numbers, lists, matrices and records of them; functions are kept. */
export function copyOf(value: unknown): unknown {
  if (isMatrix(value)) return fromValues(value.rows, value.columns, value.values)
  if (Array.isArray(value)) return value.map(copyOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copyOf(entry)]))
}

/** Whether two copies still hold the same, bit for bit. */
export function unchanged(now: unknown, before: unknown): boolean {
  if (isMatrix(before))
    return isMatrix(now) && now.rows === before.rows && sameBits(now.values, before.values)
  if (Array.isArray(before))
    return (
      Array.isArray(now) &&
      now.length === before.length &&
      before.every((entry, i) => unchanged(now[i], entry))
    )
  if (typeof before !== 'object' || before === null) return Object.is(now, before)
  if (typeof now !== 'object' || now === null) return false
  const [a, b] = [Object.entries(now), Object.entries(before)]
  return (
    a.length === b.length && b.every(([key, entry], i) => a[i]?.[0] === key && unchanged(a[i]?.[1], entry))
  )
}

function sameBits(a: ReadonlyValues, b: ReadonlyValues): boolean {
  if (a.length !== b.length) return false
  for (let k = 0; k < a.length; k++) if (!Object.is(a[k], b[k])) return false
  return true
}
