import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isInside } from './is-inside.js'

/**
 * Lets changes of the same path happen one after the other, those of a folder and of what is in it too, and of
 * different paths side by side.
 */
export class PathLock {
  /** What was begun or waits, in its order. */
  readonly #tails = new Set<{ readonly path: string; readonly over: Promise<void> }>()

  async run<T>(path: string, work: () => Promise<T>): Promise<T> {
    return this.#run([path], work)
  }

  /** The same for files, by whatever links they are reached. Their folders must be there. */
  async onFiles<T>(files: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#run(await Promise.all(files.map(realFile)), work)
  }

  /** All at once: who holds one path never waits for another. */
  async #run<T>(paths: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = [...this.#tails].filter((tail) => paths.some((path) => meet(path, tail.path)))
    const result = Promise.all(before.map(({ over }) => over)).then(work)
    const over = result.then(
      () => {},
      () => {},
    )
    const tails = paths.map((path) => ({ path, over }))
    for (const tail of tails) this.#tails.add(tail)
    void over.then(() => {
      for (const tail of tails) this.#tails.delete(tail)
    })
    return result
  }
}

function meet(one: string, other: string): boolean {
  return isInside(one, other) || isInside(other, one)
}

async function realFile(file: string): Promise<string> {
  return realpath(file).catch(async () => join(await realpath(dirname(file)), basename(file)))
}
