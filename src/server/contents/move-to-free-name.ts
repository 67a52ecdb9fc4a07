import {
  link,
  lstat,
  mkdir,
  open,
  readlink,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
  unlink,
} from 'node:fs/promises'
import { isTaken, unlessTaken } from './give-name.js'

/**
 * Gives a file, a folder with all that is in it, or a symbolic link itself another name, if that is free. Nothing is
 * written over, also when another program makes something of that name at the same instant.
 *
 * @returns false if the name is taken
 */
export async function moveToFreeName(from: string, to: string): Promise<boolean> {
  const facts = await lstat(from)
  if (facts.isDirectory()) return moveFolder(from, to)
  try {
    if (facts.isSymbolicLink()) await symlink(await readlink(from), to)
    else await link(from, to)
  } catch (error) {
    if (isTaken(error)) return false
    return moveOntoPlaceholder(from, to)
  }
  try {
    // Another program may have put newer work in the old place meanwhile: that stays, under its own name.
    const { dev, ino } = await lstat(from)
    if (dev === facts.dev && ino === facts.ino) await unlink(from)
  } catch (error) {
    await unlink(to)
    throw error
  }
  return true
}

/** Where files have no second names: an empty file takes the name, and is then replaced. */
async function moveOntoPlaceholder(from: string, to: string): Promise<boolean> {
  const isFree = await unlessTaken(async () => (await open(to, 'wx')).close())
  if (!isFree) return false
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if ((await stat(to)).size === 0) await rm(to)
    throw error
  }
}

/** An empty folder takes the name; on POSIX a folder can then take its place. */
async function moveFolder(from: string, to: string): Promise<boolean> {
  if (!(await unlessTaken(() => mkdir(to)))) return false
  try {
    await rename(from, to)
  } catch {
    const isEmpty = await rmdir(to).then(
      () => true,
      () => false,
    )
    // Somebody has put something into it meanwhile.
    if (!isEmpty) return false
    // Windows and some file systems put nothing in the place of a folder; or it tells why it cannot be moved at all.
    await rename(from, to)
  }
  return true
}
