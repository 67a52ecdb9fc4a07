import { received } from './received.js'

/**
 * The shape in words: `3×2` is three rows and two columns.
 *
 * @throws TypeError for what has no rows and columns
 */
export function shapeOf(m: { readonly rows: number; readonly columns: number }): string {
  if (typeof m?.rows !== 'number' || typeof m.columns !== 'number')
    throw new TypeError(`shapeOf(m): expected m to be a Matrix, received ${received(m)}.`)
  return `${m.rows}×${m.columns}`
}
