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
}
