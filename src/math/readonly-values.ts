/**
 * A `Float64Array` seen through a window without writers: what it has of indexing, reading and copying.
 *
 * Spelled out instead of derived from `Float64Array`, so that the declaration means the same under every TypeScript
 * from 5.0 on.
 */
export interface ReadonlyValues extends Iterable<number> {
  readonly [index: number]: number
  readonly length: number
  at(index: number): number | undefined
  entries(): IterableIterator<[number, number]>
  every(predicate: (value: number, index: number) => unknown): boolean
  filter(predicate: (value: number, index: number) => unknown): Float64Array
  find(predicate: (value: number, index: number) => boolean): number | undefined
  findIndex(predicate: (value: number, index: number) => boolean): number
  forEach(action: (value: number, index: number) => void): void
  includes(value: number): boolean
  indexOf(value: number): number
  join(separator?: string): string
  keys(): IterableIterator<number>
  map(f: (value: number, index: number) => number): Float64Array
  reduce<T>(f: (total: T, value: number, index: number) => T, start: T): T
  slice(start?: number, end?: number): Float64Array
  some(predicate: (value: number, index: number) => unknown): boolean
  values(): IterableIterator<number>
  [Symbol.iterator](): IterableIterator<number>
}
