import { cp, lstat, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { HttpError } from '../http-error.js'
import { fileCheckpoints } from './checkpoints.js'
import { isInside } from './is-inside.js'
import { moveToFreeName } from './move-to-free-name.js'
import { notHere, type Place } from './root-folder.js'

/** Whether something of that name is there, a link that leads nowhere too. */
export function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  )
}

/** Copies a file, or a folder without what is hidden in it. Nothing is written over. */
export async function copyTree(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    errorOnExist: true,
    force: false,
    filter: (file) => file === from || !basename(file).startsWith('.'),
  })
}

/**
 * Gives a file its new path; false when that is the one it has. Nothing is written over. Its checkpoint goes with it.
 *
 * @throws HttpError 409 when something else is there
 */
export async function moveFile(from: Place, to: Place): Promise<boolean> {
  if (from.path === '' || to.path === '') throw new HttpError(400, 'The root cannot be renamed', 'Bad path')
  if (from.real === undefined) throw notHere(from.path)
  if (from.file === to.file) return false
  if (isInside(from.file, to.file)) {
    throw new HttpError(400, `${from.path} cannot be moved into itself, to ${to.path}`, 'Bad path')
  }
  if (await isSameEntry(from.file, to.file)) await rename(from.file, to.file)
  else if (!(await moveToFreeName(from.file, to.file))) {
    throw new HttpError(409, `File already exists: ${to.path}`, 'Conflict')
  }
  await fileCheckpoints.follow(from.file, to.file)
  return true
}

/** Where names that differ in case only, or in how an accent is written, mean one file, the new name finds it itself. */
async function isSameEntry(from: string, to: string): Promise<boolean> {
  const folded = (file: string) => basename(file).normalize().toLowerCase()
  if (dirname(from) !== dirname(to) || folded(from) !== folded(to)) return false
  const [one, other] = await Promise.all([lstat(from), lstat(to).catch(() => undefined)])
  return one.dev === other?.dev && one.ino === other.ino
}

/**
 * Removes a file with its checkpoint, or an empty folder. Of a link the link goes and not what it leads to.
 *
 * @throws HttpError 400 for a folder with something in it
 */
export async function removeFile({ path, file, real }: Place): Promise<void> {
  if (path === '') throw new HttpError(400, 'The root cannot be deleted', 'Bad path')
  if (real === undefined) throw notHere(path)
  if ((await lstat(file)).isDirectory()) return removeFolder(file, path)
  await unlink(file)
  await fileCheckpoints.forget(file)
}

async function removeFolder(folder: string, path: string): Promise<void> {
  const names = await readdir(folder)
  if (names.some((name) => name !== '.ipynb_checkpoints')) {
    throw new HttpError(400, `Directory ${path} not empty`, 'ENOTEMPTY')
  }
  if (names.length > 0) await rm(join(folder, '.ipynb_checkpoints'), { recursive: true })
  await rmdir(folder)
}
