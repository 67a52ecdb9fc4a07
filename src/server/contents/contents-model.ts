import { createHash } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { access } from 'node:fs/promises'
import type { ContentsModel, ContentsType } from '../services.js'
import { mimeType } from './mime-type.js'

export const hashAlgorithm = 'sha256'

export function hashOf(bytes: Uint8Array): string {
  return createHash(hashAlgorithm).update(bytes).digest('hex')
}

/** What a path is when the request does not say. */
export function typeOf(path: string, stats: Stats): ContentsType {
  if (stats.isDirectory()) return 'directory'
  return path.endsWith('.ipynb') ? 'notebook' : 'file'
}

/** The model of a file without its content. */
export async function bareModel(
  path: string,
  real: string,
  stats: Stats,
  type: ContentsType = typeOf(path, stats),
): Promise<ContentsModel> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return {
    name,
    path,
    type,
    writable: await isWritable(real),
    created: (stats.birthtimeMs > 0 ? stats.birthtime : stats.ctime).toISOString(),
    last_modified: stats.mtime.toISOString(),
    mimetype: type === 'file' ? (mimeType(name) ?? null) : null,
    size: type === 'directory' ? null : stats.size,
    content: null,
    format: null,
    hash: null,
    hash_algorithm: null,
  }
}

function isWritable(real: string): Promise<boolean> {
  return access(real, constants.W_OK).then(
    () => true,
    () => false,
  )
}
