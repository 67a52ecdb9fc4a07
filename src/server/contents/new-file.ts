import { randomBytes } from 'node:crypto'
import { constants, copyFile, link, open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file that is not there yet: whole or not at all, and never over another, also when two do it at once.
 *
 * @returns false if a file of that name is there, which stays as it is
 */
export async function writeNewFile(file: string, data: string | Uint8Array): Promise<boolean> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.tmp`)
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(data)
      await handle.sync()
    } finally {
      await handle.close()
    }
    return await giveName(temporary, file)
  } finally {
    await rm(temporary, { force: true })
  }
}

/**
 * Gives a file a second name if that is free: what was there under the first stays, whatever is written there later
 * by renaming.
 *
 * @returns false if the name is taken
 */
export async function giveName(file: string, second: string): Promise<boolean> {
  try {
    await link(file, second)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    // Some file systems have no second names; a copy that refuses to write over another does it there.
  }
  try {
    await copyFile(file, second, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
