import { realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { isInside } from '../contents/is-inside.js'
import { HttpError } from '../http-error.js'

/**
 * The folder that a kernel works in: that of the file at `path` below `root`, or the nearest one above it that is there,
 * as in Jupyter Server.
 *
 * @throws HttpError 400 when `path` leads out of the root
 */
export async function kernelFolder(root: string, path: string): Promise<string> {
  const top = await realpath(root).catch(() => {
    throw new HttpError(404, `The folder that is served, ${root}, is not there any more.`, 'no-root')
  })
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..') || path.includes('\0') || (sep === '\\' && /[\\:]/.test(path))) throw outside(path)
  let folder = resolve(join(top, ...parts))
  while (folder !== top && !(await isFolder(folder))) folder = dirname(folder)
  const real = await realpath(folder)
  if (!isInside(top, real)) throw outside(path)
  return real
}

function outside(path: string): HttpError {
  return new HttpError(400, `The path ${JSON.stringify(path)} leads out of the folder that is served.`)
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
