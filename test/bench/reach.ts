/** µs a step, size by size; undefined for what was not measured. */
interface Baselines {
  readonly cpu: readonly number[] | undefined
  readonly wasm: readonly number[] | undefined
  readonly numpy: readonly number[] | undefined
}

interface Goal {
  readonly size: number
  readonly than: keyof Baselines
  /** this many times as fast, or more */
  readonly factor: number
  readonly words: string
}

const goals: readonly Goal[] = [
  { size: 0, than: 'cpu', factor: 1, words: 'faster than tfjs CPU' },
  { size: 0, than: 'wasm', factor: 1, words: 'faster than tfjs WASM' },
  { size: 0, than: 'numpy', factor: 25, words: 'at least 25 times as fast as numpy' },
  { size: 1, than: 'cpu', factor: 1, words: 'faster than tfjs CPU' },
  { size: 1, than: 'wasm', factor: 1, words: 'faster than tfjs WASM' },
  { size: 1, than: 'numpy', factor: 0.5, words: 'at least half as fast as numpy' },
  { size: 2, than: 'wasm', factor: 1, words: 'level with tfjs WASM or better' },
  { size: 3, than: 'wasm', factor: 1, words: 'level with tfjs WASM or better' },
]

/** What was to be reached at each size, and whether it was: rows of a table. */
export function reach(ours: readonly number[], baselines: Baselines, sizes: readonly string[]): string[][] {
  return goals.map(({ size, than, factor, words }) => {
    const theirs = baselines[than]?.[size]
    const ratio = Number(theirs) / Number(ours[size])
    const verdict =
      theirs === undefined
        ? 'not measured'
        : `${ratio >= factor ? 'reached' : 'missed'}, ${ratio.toPrecision(3)} ×`
    return [String(sizes[size]), words, verdict]
  })
}
