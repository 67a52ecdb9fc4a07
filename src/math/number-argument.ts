import { received } from './received.js'

/** Refuses what is not a finite number. @throws TypeError (no number) or RangeError (NaN, ±Infinity) */
export function requireFinite(call: string, name: string, value: unknown): number {
  if (typeof value !== 'number') throw wrongType(call, name, 'a finite number', value)
  if (!Number.isFinite(value)) throw outOfRange(call, name, 'a finite number', value)
  return value
}

/** Refuses what is not a finite number above 0. @throws TypeError or RangeError */
export function requirePositive(call: string, name: string, value: unknown): number {
  if (typeof value !== 'number') throw wrongType(call, name, 'a number above 0', value)
  if (!Number.isFinite(value) || value <= 0) throw outOfRange(call, name, 'a finite number above 0', value)
  return value
}

/** Refuses what is not a finite number, 0 or above. @throws TypeError or RangeError */
export function requireNotNegative(call: string, name: string, value: unknown): number {
  if (typeof value !== 'number') throw wrongType(call, name, 'a number, 0 or above', value)
  if (!Number.isFinite(value) || value < 0) throw outOfRange(call, name, 'a finite number, 0 or above', value)
  return value
}

/** Refuses what is not a whole number from `least` (to `most`). @throws TypeError or RangeError */
export function requireWhole(
  call: string,
  name: string,
  value: unknown,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  const limits = most === Number.MAX_SAFE_INTEGER ? `${least} or above` : `from ${least} to ${most}`
  const expected = least === -Number.MAX_SAFE_INTEGER ? 'a whole number' : `a whole number, ${limits}`
  if (typeof value !== 'number') throw wrongType(call, name, expected, value)
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw outOfRange(call, name, expected, value)
  return value
}

function wrongType(call: string, name: string, expected: string, value: unknown): TypeError {
  return new TypeError(`${call}: expected ${name} to be ${expected}, received ${received(value)}.`)
}

function outOfRange(call: string, name: string, expected: string, value: unknown): RangeError {
  return new RangeError(`${call}: expected ${name} to be ${expected}, received ${received(value)}.`)
}
