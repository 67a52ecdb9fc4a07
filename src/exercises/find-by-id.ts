import { received } from '../math/received.js'

/** The item of that id. @throws RangeError (no such id) or TypeError (no text), naming the ids there are */
export function findById<T extends { readonly id: string }>(
  call: string,
  items: readonly T[],
  id: unknown,
): T {
  const found = items.find((item) => item.id === id)
  if (found !== undefined) return found
  const near = items.filter((item) => typeof id === 'string' && item.id.slice(0, 2) === id.slice(0, 2))
  const ids = (near.length > 0 ? near : items).map((item) => `'${item.id}'`).join(', ')
  if (typeof id !== 'string')
    throw new TypeError(`${call}: expected an id such as ${ids}, received ${received(id)}.`)
  const meant = id.trim().replace(/^(?=\d-)/, '0')
  const hint = items.some((item) => item.id === meant) ? ` Did you mean '${meant}'?` : ''
  throw new RangeError(`${call}: there is nothing with the id '${id}'. Known: ${ids}.${hint}`)
}
