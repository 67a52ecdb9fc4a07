import { copyFile, mkdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { writeFileAtomically } from '../../jupyter/notebook/write-file-atomically.js'
import { HttpError } from '../http-error.js'
import type { Checkpoint } from '../services.js'
import { notHere, type Place } from './root-folder.js'

/** Jupyter keeps one checkpoint of each file, and calls it this. */
const id = 'checkpoint'
const folderName = '.ipynb_checkpoints'

/**
 * Checkpoints as Jupyter keeps them: a copy in `.ipynb_checkpoints` beside the file, so that Jupyter itself finds
 * those that were made here.
 */
export const fileCheckpoints = {
  async list(place: Place): Promise<Checkpoint[]> {
    const stats = await stat(checkpointOf(fileOf(place))).catch(() => undefined)
    return stats === undefined ? [] : [{ id, last_modified: stats.mtime.toISOString() }]
  },

  async create(place: Place): Promise<Checkpoint> {
    const file = fileOf(place)
    const checkpoint = checkpointOf(file)
    const bytes = await readFile(file)
    await mkdir(dirname(checkpoint), { recursive: true })
    await checkFolder(file)
    await writeFileAtomically(checkpoint, bytes)
    return { id, last_modified: (await stat(checkpoint)).mtime.toISOString() }
  },

  /** Keeps what is there before it is written over for the first time. */
  async createFirst(place: Place): Promise<void> {
    if (place.real === undefined || !(await stat(place.real)).isFile()) return
    if ((await fileCheckpoints.list(place)).length === 0) await fileCheckpoints.create(place)
  },

  async restore(place: Place, which: string): Promise<void> {
    const file = fileOf(place)
    const bytes = await readFile(await existing(place, file, which))
    await writeFileAtomically(file, bytes)
  },

  async delete(place: Place, which: string): Promise<void> {
    await rm(await existing(place, fileOf(place), which))
  },

  /** The checkpoint goes where its file goes. */
  async follow(from: string, to: string): Promise<void> {
    const old = checkpointOf(from)
    if ((await stat(old).catch(() => undefined)) === undefined) return
    const next = checkpointOf(to)
    await mkdir(dirname(next), { recursive: true })
    await rename(old, next).catch(() => copyFile(old, next))
  },

  async forget(file: string): Promise<void> {
    await rm(checkpointOf(file), { force: true })
  },
}

function fileOf({ path, real }: Place): string {
  if (real === undefined) throw notHere(path)
  return real
}

async function existing({ path }: Place, file: string, which: string): Promise<string> {
  const checkpoint = checkpointOf(file)
  const known = which === id && (await stat(checkpoint).catch(() => undefined)) !== undefined
  if (!known) throw new HttpError(404, `Checkpoint does not exist: ${path}@${which}`, 'Not Found')
  await checkFolder(file)
  return checkpoint
}

/** A link in the place of the folder could lead out of the root. */
async function checkFolder(file: string): Promise<void> {
  const folder = join(dirname(file), folderName)
  if ((await realpath(folder)) === folder) return
  throw new HttpError(403, `${folderName} is a link; checkpoints are kept in folders only.`, 'Forbidden')
}

function checkpointOf(file: string): string {
  const extension = extname(file)
  return join(dirname(file), folderName, `${basename(file, extension)}-checkpoint${extension}`)
}
