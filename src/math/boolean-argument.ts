import { received } from './received.js'

/** Refuses what is not true or false. @throws TypeError */
export function requireBoolean(call: string, name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new TypeError(`${call}: expected ${name} to be true or false, received ${received(value)}.`)
}
