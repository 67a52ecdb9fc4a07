import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes `file` so that at every instant it is the old one or the new one: a temporary file in the same folder, fsync,
 * rename, fsync of the folder. The file's permissions stay; a symbolic link stays one. The folder must be there.
 *
 * @param options.mode the permissions of a file that is new: 0o666 without the umask's
 */
export async function writeFileAtomically(
  file: string,
  data: string | Uint8Array,
  options: { readonly mode?: number } = {},
): Promise<void> {
  const target = await realpath(file).catch(() => file)
  const kept = await stat(target).then(
    (old) => old.mode & 0o777,
    () => undefined,
  )
  const folder = dirname(target)
  const temporary = join(
    folder,
    `.${basename(target).slice(0, 40)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`,
  )
  try {
    const handle = await open(temporary, 'wx', kept ?? options.mode ?? 0o666)
    try {
      // The umask has taken from them what others of the group may do. Some file systems have no permissions.
      if (kept !== undefined) await handle.chmod(kept).catch(() => {})
      await handle.writeFile(data)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** Makes the rename itself durable, where the system can open a folder (not on Windows). */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  try {
    await handle?.sync()
  } catch {
    // Some file systems refuse fsync of a folder; the file itself is safe then.
  } finally {
    await handle?.close()
  }
}
