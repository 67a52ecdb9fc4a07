import { randomBytes } from 'node:crypto'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export interface NextFileOptions {
  /** The permissions of a file that is new: 0o666 without the umask's. */
  readonly mode?: number
  /** How the hidden file's name ends. */
  readonly ending?: string
  /** Called with the hidden file's path before it is made. */
  readonly announce?: (temporary: string) => Promise<void>
}

/** A file in the making: a hidden one beside its target, until it is whole. */
export class NextFile {
  readonly #handle: FileHandle

  private constructor(
    readonly target: string,
    readonly temporary: string,
    handle: FileHandle,
  ) {
    this.#handle = handle
  }

  /** One that is to take the place of `file`. The file's permissions stay; a symbolic link stays one. */
  static async replacing(file: string, options: NextFileOptions = {}): Promise<NextFile> {
    const target = await realpath(file).catch(() => file)
    const kept = await stat(target).then(
      (old) => old.mode & 0o777,
      () => undefined,
    )
    const next = await NextFile.beside(target, kept === undefined ? options : { ...options, mode: kept })
    // The umask has taken from them what others of the group may do. Some file systems have no permissions.
    if (kept !== undefined) await next.#handle.chmod(kept).catch(() => {})
    return next
  }

  /** One that is to be called `file`, whose folder must be there. */
  static async beside(file: string, options: NextFileOptions = {}): Promise<NextFile> {
    const { mode = 0o666, ending = 'tmp', announce } = options
    const name = `.${basename(file).slice(0, 40)}.${process.pid}.${randomBytes(4).toString('hex')}.${ending}`
    const temporary = join(dirname(file), name)
    await announce?.(temporary)
    return new NextFile(file, temporary, await open(temporary, 'wx', mode))
  }

  async append(data: string | Uint8Array): Promise<void> {
    await this.#handle.writeFile(data)
  }

  /** Brings all of it to the disk; nothing can be appended any more. */
  async finish(): Promise<void> {
    try {
      await this.#handle.sync()
    } finally {
      await this.#handle.close()
    }
  }

  /** Takes the target's place, for good. At every instant the target is the old file or the new one. */
  async takePlace(): Promise<void> {
    await this.finish()
    await rename(this.temporary, this.target)
    await syncFolder(dirname(this.target))
  }

  /** Removes the hidden file; does nothing when it has taken its place. */
  async discard(): Promise<void> {
    await this.#handle.close().catch(() => {})
    await rm(this.temporary, { force: true })
  }
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
