/**
 * Replaces a method by one made from it. By `defineProperty`, since plain assignment fails silently where tslab's
 * compiler made a property read-only. An object without such a method, as another tslab may have, is left as it is.
 */
export function mend<T extends object, K extends keyof T>(
  target: T,
  name: K,
  make: (stock: T[K]) => T[K],
): void {
  const stock = target[name]
  if (typeof stock !== 'function') return
  Object.defineProperty(target, name, { value: make(stock), configurable: true, writable: true })
}
