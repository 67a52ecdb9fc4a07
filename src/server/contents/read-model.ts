import type { Dirent } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { utf8Text } from '../../jupyter/notebook/utf8-text.js'
import { HttpError } from '../http-error.js'
import type { ContentsFormat, ContentsModel, GetOptions } from '../services.js'
import type { Notary } from '../trust/notary.js'
import { isHarmlessNotebook, markCells } from '../trust/trusted-cells.js'
import { checkApiPath } from './api-path.js'
import { bareModel, hashAlgorithm, hashOf, typeOf } from './contents-model.js'
import { decodeNotebook } from './decode-notebook.js'
import { notHere, type Place, type RootFolder } from './root-folder.js'

/** Bytes of a file that is sent as JSON. `files/` sends larger ones as they are. */
const largestFile = 150 * 1024 * 1024

/** The model of what is at a place, as a GET asks for it. */
export async function readModel(
  { path, real }: Place,
  { type, format, content = true, hash = false }: GetOptions,
  { root, notary }: { root: RootFolder; notary: Notary },
): Promise<ContentsModel> {
  if (real === undefined) throw notHere(path)
  const stats = await stat(real)
  if (!stats.isDirectory() && !stats.isFile()) throw notHere(path)
  if (stats.isDirectory() !== (type === 'directory') && (stats.isDirectory() || type === 'directory')) {
    if (type !== undefined) {
      throw new HttpError(
        400,
        `${path} is ${stats.isDirectory() ? 'a directory, not a file' : 'not a directory'}`,
        'bad type',
      )
    }
  }
  const model = await bareModel(path, real, stats, type ?? typeOf(path, stats))
  if (model.type === 'directory') return content ? listing(model, real, root) : model
  if (!content && !hash) return model
  if (stats.size > largestFile) {
    throw new HttpError(
      400,
      `${path} is ${Math.round(stats.size / 1024 / 1024)} MB; files over ${largestFile / 1024 / 1024} MB are not opened.`,
      'Too large',
    )
  }
  const bytes = await readFile(real)
  const hashed = hash || model.type === 'notebook' ? hashOf(bytes) : null
  const shown = hash ? { hash: hashed, hash_algorithm: hashAlgorithm } : {}
  if (!content) return { ...model, ...shown }
  if (model.type === 'notebook') {
    const notebook = decodeNotebook(bytes, path)
    // Without outputs there is nothing to distrust, and no reason to warn of a chapter that is opened for the first time.
    const trusted = isHarmlessNotebook(notebook) || (await notary.isTrusted(hashed ?? hashOf(bytes)))
    return { ...model, ...shown, ...jsonOf(markCells(notebook, trusted)) }
  }
  return { ...model, ...shown, ...decodeFile(bytes, path, format, model.mimetype) }
}

/** A notebook is made of nothing but JSON values; its interface has no index signature that says so. */
function jsonOf(notebook: unknown): Pick<ContentsModel, 'content' | 'format'> {
  return { content: notebook as ContentsModel['content'], format: 'json' }
}

function decodeFile(
  bytes: Buffer,
  path: string,
  format: ContentsFormat | undefined,
  mimetype: string | null,
): Pick<ContentsModel, 'content' | 'format' | 'mimetype'> {
  const text = format === 'base64' ? undefined : utf8Text(bytes)
  if (text !== undefined) return { content: text, format: 'text', mimetype: mimetype ?? 'text/plain' }
  if (format === 'text') throw new HttpError(400, `${path} is not UTF-8 encoded`, 'bad format')
  const content = bytes.toString('base64')
  return { content, format: 'base64', mimetype: mimetype ?? 'application/octet-stream' }
}

/** A directory with the models of what is in it. What cannot be reached through the API is not shown. */
async function listing(model: ContentsModel, real: string, root: RootFolder): Promise<ContentsModel> {
  const found = await readdir(real, { withFileTypes: true })
  const entries = await Promise.all(found.map((entry) => entryModel(entry, model.path, real, root)))
  const content = entries.filter((entry) => entry !== undefined)
  return { ...model, content, format: 'json' }
}

async function entryModel(
  entry: Dirent,
  folder: string,
  realFolder: string,
  root: RootFolder,
): Promise<ContentsModel | undefined> {
  const { name } = entry
  if (name.startsWith('.')) return undefined
  try {
    checkApiPath(name)
    const file = join(realFolder, name)
    const real = entry.isSymbolicLink() ? await realpath(file) : file
    if (!root.contains(real)) return undefined
    const stats = await stat(real)
    if (!stats.isDirectory() && !stats.isFile()) return undefined
    return await bareModel(folder === '' ? name : `${folder}/${name}`, real, stats)
  } catch {
    // A link that leads nowhere, or a file that went meanwhile.
    return undefined
  }
}
