import { closest, distance } from 'fastest-levenshtein'

/** The candidate that `word` was probably meant to be, undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const lower = word.toLowerCase()
  const prefixed = candidates.filter((each) => lower.length >= 3 && each.toLowerCase().startsWith(lower))
  if (prefixed.length === 1) return prefixed[0]
  const found = closest(lower, candidates)
  return distance(lower, found.toLowerCase()) <= Math.max(2, Math.floor(found.length * 0.4))
    ? found
    : undefined
}

/** ` Did you mean x?`, or nothing when no candidate is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const found = nearest(word, candidates)
  return found === undefined ? '' : ` Did you mean ${found}?`
}
