import type { TslabSystem, TslabTypeScript } from './tslab-parts.js'

/** How TypeScript names the rebuild for which tslab keeps its one place. */
const rebuild = 'updateProgramWithWatchStatus'

/**
 * TypeScript sets two kinds of timers: one rebuilds the program, the other looks again for what an import did not find.
 * tslab keeps a place for one, which it calls itself before each cell. Once a file appears that an import has looked
 * for, the place is taken for good, and every further cell fails with `Unexpected pending rebuildTimer`. Here tslab
 * keeps the rebuild, and the other timer is a real one.
 *
 * tslab hangs its two functions on an object made from `ts.sys`, so a setter on `ts.sys` sees them come.
 */
export function mendTimers({ sys }: Pick<TslabTypeScript, 'sys'>): void {
  const timers = new Set<unknown>()
  replaceInHeirs(sys, 'setTimeout', (stock) => (callback, milliseconds) => {
    if (callback.name === rebuild) return stock(callback, milliseconds)
    const timer = setTimeout(() => {
      timers.delete(timer)
      callback()
    }, milliseconds)
    timers.add(timer)
    return timer
  })
  replaceInHeirs(sys, 'clearTimeout', (stock) => (timer) => {
    if (!timers.delete(timer)) return stock(timer)
    clearTimeout(timer as NodeJS.Timeout)
  })
}

/** Lets an object that is made from this one, and is given a function of this name, get what is made from it. */
function replaceInHeirs<K extends keyof TslabSystem>(
  parent: TslabSystem,
  name: K,
  make: (stock: TslabSystem[K]) => TslabSystem[K],
): void {
  const own = parent[name]
  Object.defineProperty(parent, name, {
    configurable: true,
    enumerable: true,
    get: () => own,
    set(this: TslabSystem, stock: TslabSystem[K]) {
      Object.defineProperty(this, name, {
        value: make(stock),
        configurable: true,
        enumerable: true,
        writable: true,
      })
    },
  })
}
