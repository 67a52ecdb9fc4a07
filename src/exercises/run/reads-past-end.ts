/**
 * Whether a function reads an entry that its lists do not have, such as a[M] of M entries.
 *
 * Called with lists that notice it; what the function gives, or throws, is of no interest here.
 */
export function readsPastEnd(
  answer: (...lists: never[]) => unknown,
  lists: readonly (readonly number[])[],
): boolean {
  let seen = false
  const watched = lists.map(
    (list) =>
      new Proxy([...list], {
        get: (target, key, receiver) => {
          seen ||= typeof key === 'string' && /^\d+$/.test(key) && Number(key) >= target.length
          return Reflect.get(target, key, receiver)
        },
      }),
  )
  try {
    Reflect.apply(answer, undefined, watched)
  } catch {
    // It may still have been seen.
  }
  return seen
}
