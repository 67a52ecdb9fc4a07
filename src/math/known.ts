import { closest } from './closest.js'
import { received } from './received.js'

/**
 * Refuses a record of options that is no record, or has a key that nobody reads, and offers the nearest known key.
 *
 * @param call the call as the reader knows it, first in the message: `forward(parameters, X, options)`
 * @param name the argument's name, `options`
 * @throws TypeError
 */
export function requireKnownKeys(
  call: string,
  name: string,
  options: unknown,
  known: readonly string[],
): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(
      `${call}: expected ${name} to be a record { ${known.join(', ')} }, received ${received(options)}.`,
    )
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue
    const nearest = closest(key, known)
    const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`
    throw new TypeError(`${call}: unknown option \`${key}\`. Expected one of ${known.join(', ')}.${hint}`)
  }
}

/**
 * Refuses a value that is not on the list, and offers the nearest one that is.
 *
 * @throws TypeError if it is no string, RangeError if it is a string that is not on the list
 */
export function requireKnownValue<T extends string>(
  call: string,
  name: string,
  value: unknown,
  known: readonly T[],
): T {
  const match = known.find((candidate) => candidate === value)
  if (match !== undefined) return match
  const list = known.map((candidate) => `'${candidate}'`).join(', ')
  if (typeof value !== 'string')
    throw new TypeError(`${call}: expected ${name} to be one of ${list}, received ${received(value)}.`)
  const nearest = closest(value, known)
  const hint = nearest === undefined ? '' : ` Did you mean '${nearest}'?`
  throw new RangeError(`${call}: unknown ${name} '${value}'. Expected one of ${list}.${hint}`)
}
