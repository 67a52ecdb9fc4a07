import { constants, copyFile, link } from 'node:fs/promises'

/**
 * Gives a file a second name if that is free: what was there under the first stays, whatever is written there later
 * by renaming.
 *
 * @returns false if the name is taken
 */
export async function giveName(file: string, second: string): Promise<boolean> {
  return unlessTaken(async () => {
    try {
      await link(file, second)
    } catch (error) {
      if (isTaken(error)) throw error
      // Some file systems have no second names; a copy that refuses to write over another does it there.
      await copyFile(file, second, constants.COPYFILE_EXCL)
    }
  })
}

/** Does what takes a name; false when the system says that somebody has it. */
export async function unlessTaken(take: () => Promise<unknown>): Promise<boolean> {
  try {
    await take()
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
