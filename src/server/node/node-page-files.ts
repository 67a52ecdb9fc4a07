import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageFile, PageFiles, PageManifest } from '../pages/page-files.js'

/**
 * The page's files in `dist/app`, kept when they were asked for once: they are the same for every visit.
 *
 * @param folder `dist/app`
 */
export function nodePageFiles(folder: string): PageFiles {
  const files = new Map<string, Promise<PageFile | undefined>>()
  let manifest: Promise<PageManifest> | undefined
  return {
    manifest() {
      manifest ??= readFile(join(folder, 'manifest.json'), 'utf8')
        // Our own build wrote it.
        .then((text) => JSON.parse(text) as PageManifest)
      return manifest
    },
    file(name) {
      const known = files.get(name)
      if (known !== undefined) return known
      const file = read(join(folder, 'static', name))
      // What is not there is not kept: anybody may ask for any name.
      file.then((found) => found === undefined && files.delete(name))
      files.set(name, file)
      return file
    },
  }
}

async function read(path: string): Promise<PageFile | undefined> {
  const [bytes, packed] = await Promise.all([readIfThere(path), readIfThere(`${path}.br`)])
  return bytes === undefined ? undefined : { bytes, packed }
}

function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return readFile(path).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  )
}
