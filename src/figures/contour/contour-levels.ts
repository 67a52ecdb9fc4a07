import { requireWhole } from '../../math/number-argument.js'
import { extent, requireNumbers } from '../base/values.js'
import { numberText } from '../text/number-text.js'

/**
 * Round numbers between low and high, about `count` of them, evenly spaced: 1, 2 or 5 times a power of ten apart.
 */
export function linearLevels(low: number, high: number, count: number): number[] {
  const rough = (high - low) / (count + 1)
  if (!(rough > 0)) return []
  const power = 10 ** Math.floor(Math.log10(rough))
  const far = (factor: number) => Math.abs(Math.log((factor * power) / rough))
  const step = power * [1, 2, 5, 10].reduce((best, factor) => (far(factor) < far(best) ? factor : best))
  const levels: number[] = []
  for (let k = Math.ceil(low / step); k * step < high; k++) if (k * step > low) levels.push(clean(k * step))
  return levels
}

/**
 * Round numbers between two positive ones, about `count` of them, each about the same factor above the one before, so
 * that a bowl shows its inside.
 */
export function logLevels(low: number, high: number, count: number): number[] {
  const decades = Math.log10(high / low)
  const digits = decades * 3 <= count + 2 ? [1, 2, 5] : decades * 2 <= count + 2 ? [1, 3] : [1]
  // Less than a decade: as many steps as wanted, at the roundest numbers there are.
  if (decades * 3 < count - 3) return crowded(low, high, count)
  const every = digits.length === 1 ? Math.max(1, Math.round(decades / count)) : 1
  const levels: number[] = []
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
    if (power % every === 0) levels.push(...digits.map((digit) => clean(digit * 10 ** power)))
  return levels.filter((level) => level > low && level < high)
}

/** Levels by a constant factor, rounded to two digits. */
function crowded(low: number, high: number, count: number): number[] {
  const factor = (high / low) ** (1 / (count + 1))
  const levels = Array.from({ length: count }, (_, k) => Number((low * factor ** (k + 1)).toPrecision(2)))
  return [...new Set(levels)].filter((level) => level > low && level < high)
}

function clean(value: number): number {
  return Number(value.toPrecision(12))
}

/** How levels follow one another: by a constant difference, by a constant factor, or as fits the values. */
export type LevelSpacing = 'auto' | 'linear' | 'log'

/**
 * The levels to draw: the given ones, or about as many as asked for.
 *
 * @throws RangeError for logarithmic levels of values that are negative, or levels that are not finite
 */
export function chooseLevels(
  call: string,
  values: readonly number[],
  levels: unknown,
  spacing: LevelSpacing,
): number[] {
  if (typeof levels !== 'number') {
    const given = requireNumbers(call, 'levels', levels)
    return [...new Set(given)].sort((a, b) => a - b)
  }
  const count = requireWhole(call, 'levels', levels, 1, 50)
  const [low, high] = extent(values)
  if (spacing === 'log' && low < 0)
    throw new RangeError(
      `${call}: expected values of 0 or above for spacing: 'log', but the lowest is ${low}. Use spacing: 'linear'.`,
    )
  if (spacing === 'linear' || low < 0 || high <= 0 || (spacing === 'auto' && high < 20 * low))
    return linearLevels(low, high, count)
  // The innermost line goes around about a hundredth of the picture, or a minimum of 0 would have infinitely many.
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b)
  const inner = sorted[Math.floor(sorted.length / 100)] ?? high
  return logLevels(Math.max(low, inner), high, count)
}

/** The levels as labels: with as many digits as tell them apart. */
export function levelTexts(levels: readonly number[]): string[] {
  for (let digits = 3; digits < 10; digits++) {
    const texts = levels.map((level) => numberText(level, digits))
    if (new Set(texts).size === levels.length) return texts
  }
  return levels.map(String)
}
