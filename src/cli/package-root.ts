import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of our own package.json, above `dist/cli/main.js` as above the sources. */
export function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'backprop-notebooks')
      return folder
    if (dirname(folder) === folder) {
      throw new Error('The package.json of backprop-notebooks is not above this program. Install it again.')
    }
  }
}

/** The version in our package.json. */
export function packageVersion(): string {
  return String(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version)
}
