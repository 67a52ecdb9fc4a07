/** Thrown where a part that is not written yet is used in a computation. Checkers catch it. */
export class TodoError extends Error {
  override readonly name: string = 'TodoError'
}

const markers = new WeakSet<object>()
let made = 0

function refuse(): never {
  throw new TodoError('This part is not written yet: put your own code in the place of todo().')
}

/**
 * Stands where the learner's own code belongs: `const myGradient = (theta: number[]): number[] => todo()`.
 *
 * It type-checks as whatever is expected there. A checker that meets it answers *open*, also when the marker was
 * used in a computation, which throws a TodoError.
 */
export function todo<T>(): T {
  made += 1
  const marker = new Proxy(Object.freeze({}), { get: refuse, has: refuse, ownKeys: refuse })
  markers.add(marker)
  // A marker is nothing that T promises; whoever touches it gets a TodoError.
  return marker as T
}

/** Whether the value is a marker made by `todo`. */
export function isTodo(value: unknown): boolean {
  return typeof value === 'object' && value !== null && markers.has(value)
}

/** How many markers were made so far: more after a call than before it means that the call met a `todo()`. */
export function todosMade(): number {
  return made
}
