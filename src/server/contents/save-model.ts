import { Buffer } from 'node:buffer'
import { constants } from 'node:fs'
import { access, mkdir, readFile, stat } from 'node:fs/promises'
import { checkNotebook } from '../../jupyter/notebook/check-notebook.js'
import { FieldError } from '../../jupyter/notebook/field.js'
import type { Notebook } from '../../jupyter/notebook/notebook.js'
import { writeFileAtomically } from '../../jupyter/notebook/write-file-atomically.js'
import { formatNotebook } from '../../jupyter/notebook/write-notebook.js'
import { HttpError } from '../http-error.js'
import type { ContentsModel, SaveModel } from '../services.js'
import type { Notary } from '../trust/notary.js'
import { areCellsTrusted } from '../trust/trusted-cells.js'
import { bareModel, hashAlgorithm, hashOf } from './contents-model.js'
import type { Place } from './root-folder.js'

/** Writes what a PUT carries, whole or not at all, and returns its model with its hash but without its content. */
export async function saveModel(place: Place, model: SaveModel, notary: Notary): Promise<ContentsModel> {
  const { path, file, real } = place
  if (model.type === 'directory') return saveDirectory(place)
  const there = real === undefined ? undefined : await stat(real)
  if (there?.isDirectory()) throw new HttpError(400, `${path} is a directory, not a file`, 'bad type')
  const { bytes, notebook } = bytesToSave(path, model)
  await checkWritable(place)
  await writeFileAtomically(real ?? file, bytes)
  const hash = hashOf(bytes)
  if (notebook !== undefined && areCellsTrusted(notebook)) {
    // It is saved all the same, and can be trusted later.
    await notary.sign(hash).catch(() => {})
  }
  const stats = await stat(real ?? file)
  return { ...(await bareModel(path, real ?? file, stats, model.type)), hash, hash_algorithm: hashAlgorithm }
}

/**
 * A file that takes another's place asks nobody whether that may be written, so it is asked here.
 *
 * @throws the system's error for a file that may only be read
 */
export async function checkWritable({ real }: Place): Promise<void> {
  if (real !== undefined) await access(real, constants.W_OK)
}

async function saveDirectory({ path, file, real }: Place): Promise<ContentsModel> {
  if (real === undefined) await mkdir(file)
  const stats = await stat(real ?? file)
  if (!stats.isDirectory()) throw new HttpError(400, `Not a directory: ${path}`, 'bad type')
  return bareModel(path, real ?? file, stats)
}

function bytesToSave(
  path: string,
  { type, format, content }: SaveModel,
): { bytes: Buffer; notebook?: Notebook } {
  if (content === undefined) throw new HttpError(400, 'No file content provided', 'Bad model')
  if (type === 'notebook') {
    const notebook = checkedNotebook(path, content)
    return { bytes: Buffer.from(formatNotebook(notebook)), notebook }
  }
  return { bytes: decodeContent(path, format, content) }
}

function checkedNotebook(path: string, content: unknown): Notebook {
  try {
    return checkNotebook(content)
  } catch (error) {
    if (!(error instanceof FieldError)) throw error
    throw new HttpError(400, `Not saved: ${path}: ${error.message}`, 'Bad notebook')
  }
}

/**
 * The bytes of a file's content, or of a part of it.
 *
 * @throws HttpError 400 when content and format do not fit
 */
export function decodeContent(path: string, format: SaveModel['format'], content: unknown): Buffer {
  if (format !== 'text' && format !== 'base64') {
    throw new HttpError(400, "Must specify format of file contents as 'text' or 'base64'", 'Bad model')
  }
  if (typeof content !== 'string') {
    throw new HttpError(400, `The content of ${path} should be a string.`, 'Bad model')
  }
  if (format === 'text') return Buffer.from(content, 'utf8')
  const packed = content.replace(/\s+/g, '')
  if (!/^[A-Za-z\d+/]*={0,2}$/.test(packed) || packed.length % 4 !== 0) {
    throw new HttpError(400, `Encoding error saving ${path}: the content is not base64.`, 'Bad model')
  }
  return Buffer.from(packed, 'base64')
}

/**
 * Refuses a save that grew from another version than the one that is there now.
 *
 * @param base the hash or the time of last modification of the version that it grew from
 * @throws HttpError 409 with what is there now
 */
export async function checkBase({ path, real }: Place, base: string): Promise<void> {
  const refuse = (current: object | null) =>
    new HttpError(
      409,
      current === null
        ? `${path} is not there any more; it was removed or renamed meanwhile.`
        : `${path} has changed on disk since this version was read. Nothing was saved.`,
      'Conflict',
      { base, current },
    )
  if (real === undefined) throw refuse(null)
  const stats = await stat(real)
  const last_modified = stats.mtime.toISOString()
  if (base === last_modified) return
  const hash = hashOf(await readFile(real))
  if (base.toLowerCase() !== hash) {
    throw refuse({ path, last_modified, size: stats.size, hash, hash_algorithm: hashAlgorithm })
  }
}
