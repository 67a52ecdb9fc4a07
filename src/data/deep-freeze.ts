/** Freezes a tree of records and arrays, leaves and all, and returns it. */
export function deepFreeze<T extends object>(tree: T): T {
  for (const branch of Object.values(tree))
    if (typeof branch === 'object' && branch !== null) deepFreeze(branch)
  return Object.freeze(tree)
}
