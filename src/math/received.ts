/** What came instead of what was expected, in words for an error message: `a string ("3")`, `undefined`. */
export function received(value: unknown): string {
  if (value === undefined || value === null) return String(value)
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return `a string (${JSON.stringify(value)})`
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`
  if (typeof value !== 'object') return `a ${typeof value}`
  if ('rows' in value && 'columns' in value) return `a ${String(value.rows)}×${String(value.columns)} matrix`
  const keys = Object.keys(value)
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.slice(0, 6).join(', ')}`
}
