/** The page's part of an older build, when it was made from the same. */
import { createHash } from 'node:crypto'
import { cpSync, linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../ensure.mjs'

/**
 * Takes over a page that was built before: its bundling and packing are most of a build's time, and most changes
 * are elsewhere.
 *
 * @returns the paths that the page was made from; undefined if it has to be made anew
 */
export function reuse(old, folder) {
  try {
    const { made, inputs } = JSON.parse(readFileSync(join(old, 'build.json'), 'utf8'))
    if (made !== hashOf(inputs)) return undefined
    takeOver(old, folder)
    return inputs
  } catch {
    return undefined // none was made, or it misses a file
  }
}

/** A hash of all that a page is made from: its own files, the packages by the lock file, and how it is built. */
export function hashOf(inputs) {
  const hash = createHash('sha256').update(process.version.split('.')[0])
  const here = readdirSync(import.meta.dirname).map((name) => join('src', 'build', 'app', name))
  const own = inputs.filter((path) => !path.startsWith('node_modules'))
  for (const path of [...own, ...here, 'package-lock.json'].sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

/** Links the files, which never change; copies them where a file system has no links. */
function takeOver(old, folder) {
  for (const entry of readdirSync(old, { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath ?? entry.path, entry.name)
    const to = join(folder, from.slice(old.length))
    if (entry.isDirectory()) mkdirSync(to, { recursive: true })
    else linkOrCopy(from, to)
  }
}

function linkOrCopy(from, to) {
  mkdirSync(join(to, '..'), { recursive: true })
  try {
    linkSync(from, to)
  } catch {
    cpSync(from, to)
  }
}
