import type { CallSite } from './platform/platform.js'

/**
 * Decides which chart brings Plotly along: the first one of a notebook, and that same one again when its cell is
 * run again, whether unchanged (known by its place in the code) or edited (known by its title). Only one chart of
 * one run of a cell does.
 */
export class LibraryCarrier {
  readonly #places = new Set<string>()
  readonly #carrierPlaces = new Set<string>()
  readonly #carrierTitles = new Set<string>()
  #lastRun: unknown

  /**
   * @param site where the chart is shown
   * @param title the chart's title
   * @returns whether this chart has to carry the library
   */
  carries({ run, place }: CallSite, title: string): boolean {
    const first = this.#places.size === 0
    const again = this.#places.has(place) ? this.#carrierPlaces.has(place) : this.#carrierTitles.has(title)
    this.#places.add(place)
    if (!first && (!again || run === this.#lastRun)) return false
    this.#carrierPlaces.add(place)
    this.#carrierTitles.add(title)
    this.#lastRun = run
    return true
  }
}
