/** Allows a few events in a while: a kernel that dies at once each time is not started for ever. */
export class RestartLimit {
  #times: number[] = []

  constructor(
    readonly most: number,
    /** Milliseconds. */
    readonly within: number,
    readonly now: () => number = Date.now,
  ) {}

  /** Counts one more; false when it is one too many. */
  allows(): boolean {
    const now = this.now()
    this.#times = [...this.#times.filter((time) => now - time < this.within), now]
    return this.#times.length <= this.most
  }
}
