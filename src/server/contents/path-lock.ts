import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Lets changes of the same path happen one after the other, and of different paths side by side. */
export class PathLock {
  readonly #tails = new Map<string, Promise<void>>()

  async run<T>(path: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(path) ?? Promise.resolve()
    const result = before.then(work)
    const tail = result.then(
      () => {},
      () => {},
    )
    this.#tails.set(path, tail)
    void tail.then(() => {
      if (this.#tails.get(path) === tail) this.#tails.delete(path)
    })
    return result
  }

  /** The same for files, by whatever links they are reached. Their folders must be there. */
  async onFiles<T>(files: readonly string[], work: () => Promise<T>): Promise<T> {
    const paths = new Set(await Promise.all(files.map(realFile)))
    // In one order for all, so that no two wait for each other.
    return [...paths].sort().reduceRight((inner, path) => () => this.run(path, inner), work)()
  }
}

async function realFile(file: string): Promise<string> {
  return realpath(file).catch(async () => join(await realpath(dirname(file)), basename(file)))
}
