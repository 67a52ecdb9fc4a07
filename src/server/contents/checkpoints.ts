import { copyFile, lstat, mkdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { writeFileAtomically } from '../../jupyter/notebook/write-file-atomically.js'
import { HttpError } from '../http-error.js'
import type { Checkpoint } from '../services.js'
import { notHere, type Place } from './root-folder.js'
import { checkWritable } from './save-model.js'

/** Jupyter keeps one checkpoint of each file, and calls it this. */
const id = 'checkpoint'
const folderName = '.ipynb_checkpoints'

/**
 * Checkpoints as Jupyter keeps them: a copy in `.ipynb_checkpoints` beside the file, so that Jupyter itself finds
 * those that were made here.
 */
export const fileCheckpoints = {
  async list(place: Place): Promise<Checkpoint[]> {
    const checkpoint = checkpointOf(fileOf(place))
    if (!(await isPlain(checkpoint))) return []
    return [{ id, last_modified: (await stat(checkpoint)).mtime.toISOString() }]
  },

  async create(place: Place): Promise<Checkpoint> {
    const file = fileOf(place)
    const checkpoint = checkpointOf(file)
    const bytes = await readFile(file)
    await mkdir(dirname(checkpoint), { recursive: true })
    await checkFolder(file)
    // A link would be written through, wherever it leads.
    if (!(await isPlain(checkpoint))) await rm(checkpoint, { force: true })
    await writeFileAtomically(checkpoint, bytes)
    return { id, last_modified: (await stat(checkpoint)).mtime.toISOString() }
  },

  /** Keeps what is there before it is written over for the first time. */
  async createFirst(place: Place): Promise<void> {
    if (place.real === undefined || !(await stat(place.real)).isFile()) return
    if ((await fileCheckpoints.list(place)).length > 0) return
    // Where none can be kept, for whatever reason, the work is saved without one. A full disk is told by the save.
    await fileCheckpoints.create(place).catch(() => {})
  },

  async restore(place: Place, which: string): Promise<void> {
    const file = fileOf(place)
    const bytes = await readFile(await existing(place, file, which))
    await checkWritable(place)
    await writeFileAtomically(file, bytes)
  },

  async delete(place: Place, which: string): Promise<void> {
    await rm(await existing(place, fileOf(place), which))
  },

  /** The checkpoint goes where its file goes. That it cannot is no reason to leave the file where it was. */
  async follow(from: string, to: string): Promise<void> {
    const [old, next] = [checkpointOf(from), checkpointOf(to)]
    if (!(await isPlain(old))) return
    try {
      await mkdir(dirname(next), { recursive: true })
      await checkFolder(to)
      await rename(old, next).catch(() => copyFile(old, next))
    } catch {
      // It stays where it was, for a file that gets the old name.
    }
  },

  async forget(file: string): Promise<void> {
    const checkpoint = checkpointOf(file)
    if (await isPlain(checkpoint)) await rm(checkpoint)
  },
}

function fileOf({ path, real }: Place): string {
  if (real === undefined) throw notHere(path)
  return real
}

async function existing({ path }: Place, file: string, which: string): Promise<string> {
  const checkpoint = checkpointOf(file)
  await checkFolder(file)
  if (which === id && (await isPlain(checkpoint))) return checkpoint
  throw new HttpError(404, `Checkpoint does not exist: ${path}@${which}`, 'Not Found')
}

/** Whether it is a file in a folder: a link in the place of either could lead out of the root. */
async function isPlain(checkpoint: string): Promise<boolean> {
  const folder = dirname(checkpoint)
  if ((await realpath(folder).catch(() => undefined)) !== folder) return false
  return lstat(checkpoint).then(
    (stats) => stats.isFile(),
    () => false,
  )
}

/** @throws HttpError 403 where the folder is there and is a link */
async function checkFolder(file: string): Promise<void> {
  const folder = join(dirname(file), folderName)
  if ((await realpath(folder).catch(() => folder)) === folder) return
  throw new HttpError(403, `${folderName} is a link; checkpoints are kept in folders only.`, 'Forbidden')
}

function checkpointOf(file: string): string {
  const extension = extname(file)
  return join(dirname(file), folderName, `${basename(file, extension)}-checkpoint${extension}`)
}
