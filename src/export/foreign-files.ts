import { access, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isOwnPage } from './is-own-page.js'
import { assetFiles } from './site-assets.js'

/**
 * What stands where a site of these chapters would be written and is not of an earlier run: somebody's own pages, and
 * files in `assets/` when no page of ours is beside them.
 *
 * @param names the chapters' names, without `.html`
 * @returns paths; empty when nothing would be lost, also when the folder is absent
 */
export async function foreignFiles(names: readonly string[], directory: string): Promise<string[]> {
  const folder = resolve(directory)
  const pages = ['index.html', ...names.map((name) => `${name}.html`)].map((file) => join(folder, file))
  const foreign: string[] = []
  for (const page of pages) if ((await isThere(page)) && !(await isOwn(page))) foreign.push(page)
  if (await hasOwnPage(folder)) return foreign
  for (const asset of assetFiles.map((file) => join(folder, 'assets', file)))
    if (await isThere(asset)) foreign.push(asset)
  return foreign
}

async function hasOwnPage(folder: string): Promise<boolean> {
  const files = await readdir(folder).catch(() => [])
  for (const file of files) if (file.endsWith('.html') && (await isOwn(join(folder, file)))) return true
  return false
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** What cannot be read, such as a folder of that name, is somebody else's. */
const isOwn = (path: string) => isOwnPage(path).catch(() => false)
