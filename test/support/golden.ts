import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import type { Figure } from '../../src/figures/index.js'

/** Where the golden figures are. */
export const goldenFolder = join(import.meta.dirname, '..', 'figures', 'golden')

/**
 * Holds a figure against `test/figures/golden/<name>.json`; with `UPDATE_GOLDEN=1` (`npm run golden`) writes it there.
 *
 * Also checks what holds for every figure: it survives JSON, and says in words what it shows.
 */
export function expectGolden(name: string, figure: Figure): void {
  const parsed: unknown = JSON.parse(JSON.stringify(figure))
  expect(parsed, `${name} has something that JSON cannot hold`).toStrictEqual(figure)
  expect(figure.layout.meta.summary.length, `${name} has a text summary`).toBeGreaterThan(20)
  const file = join(goldenFolder, `${name}.json`)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${compact(figure)}\n`)
  }
  if (!existsSync(file)) throw new Error(`There is no golden figure ${name}. Write it with: npm run golden`)
  expect(parsed, `${name} differs. If it shall: npm run golden, then read git diff`).toEqual(
    JSON.parse(readFileSync(file, 'utf8')),
  )
}

/** JSON with one key a line, lists of single values on one line. */
function compact(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(
    /\[\s+([^[\]{}]*?)\s+\]/g,
    (_, inside: string) => `[${inside.split(/,\n\s+/).join(', ')}]`,
  )
}
