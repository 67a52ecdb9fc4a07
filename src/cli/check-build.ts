import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Finding } from './finding.js'
import { packageRoot } from './package-root.js'

/** Whether `dist`, which the cells import, is there and was made from the sources beside it. */
export async function checkBuild(root = packageRoot()): Promise<Finding> {
  const subject = 'build'
  const advice = `Run npm run build in ${root}.`
  const stamp = join(root, 'dist', 'build.json')
  if (!existsSync(join(root, 'dist', 'index.js')) || !existsSync(stamp)) {
    return { subject, status: 'missing', detail: 'dist is not built, so cells cannot import ../src.', advice }
  }
  const { version, sources } = JSON.parse(readFileSync(stamp, 'utf8'))
  const hasher = join(root, 'src', 'build', 'ensure.mjs')
  // An installed package has no sources that could be newer.
  if (!existsSync(hasher)) return { subject, status: 'ok', detail: `dist ${version}` }
  const { sourcesHash } = await import(pathToFileURL(hasher).href)
  if (sourcesHash() === sources)
    return { subject, status: 'ok', detail: `dist ${version}, made from this src` }
  return { subject, status: 'missing', detail: 'src has changed since dist was built.', advice }
}
