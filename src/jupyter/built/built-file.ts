import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A file of `dist` that is no part of the bundle which asks: above the built module, or below `dist` when the sources
 * themselves run, as in tests.
 *
 * @param path below `dist`, such as `kernel/supervisor.js`
 * @throws Error saying to build
 */
export function builtFile(path: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const start of [folder, join(folder, 'dist')]) {
      const file = join(start, path)
      if (existsSync(file)) return file
    }
    if (folder === dirname(folder)) throw new Error(`dist/${path} is missing. Build: npm run build`)
  }
}
