import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeFileAtomically } from '../jupyter/notebook/write-file-atomically.js'

/** The files that every page uses. The build makes them. */
export const assetFiles = ['style.css', 'page.js', 'plotly.min.js', 'plotly.LICENSE.txt']

/**
 * Copies what the pages need into `assets/` of the site.
 *
 * @param directory the site's folder
 * @param from where the built files are; by default `dist/assets` of this package
 * @throws Error if a file is missing there
 */
export async function writeAssets(directory: string, from: string = builtAssets()): Promise<void> {
  const target = join(directory, 'assets')
  await mkdir(target, { recursive: true })
  for (const file of assetFiles) {
    const content = await readFile(join(from, file)).catch((reason: unknown) => {
      throw new Error(
        `writeSite: ${file} is not in ${from}, and the pages need it. Run \`npm run build\`, which makes it.`,
        { cause: reason },
      )
    })
    await writeFileAtomically(join(target, file), content)
  }
}

/** A built file as text. */
export async function readAsset(file: string): Promise<string> {
  return readFile(join(builtAssets(), file), 'utf8')
}

/** `dist/assets`, seen from the bundle in `dist/cli` as well as from `src/export`. */
function builtAssets(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    const assets = join(folder, 'dist', 'assets')
    if (existsSync(assets)) return assets
  }
  throw new Error(`writeSite: no dist/assets was found above ${here}. Run \`npm run build\`, which makes it.`)
}
