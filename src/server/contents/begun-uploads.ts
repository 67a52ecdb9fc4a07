import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { isObject } from '../../jupyter/notebook/is-object.js'

/** How the name of a file ends in which the parts of an upload are put together. */
export const uploadEnding = 'upload'

/** Milliseconds after which an upload that nobody goes on with is given up. */
export const uploadPatience = 10 * 60_000

/**
 * Which uploads have begun, in a folder of the server's own, so that the hidden file of one that was cut off by the
 * server's end, even by SIGKILL, is removed at the next start.
 */
export class BegunUploads {
  constructor(readonly folder: string) {}

  /** Notes a hidden file that is about to be made. @returns what to call when it is gone */
  async note(file: string): Promise<() => Promise<void>> {
    const entry = join(this.folder, `${randomUUID()}.json`)
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
      await writeFile(entry, JSON.stringify({ file, pid: process.pid, host: hostname() }), { mode: 0o600 })
    } catch {
      // An upload that cannot be noted is taken all the same.
    }
    return () => rm(entry, { force: true }).catch(() => {})
  }

  /** Removes what servers that have ended left behind. To be called before uploads begin. */
  async removeLeft(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const entry = join(this.folder, name)
      const begun = await readFile(entry, 'utf8').then(parsed, () => undefined)
      if (begun === undefined || !(await isLeft(begun))) continue
      try {
        await rm(begun.file, { force: true })
        await rm(entry, { force: true })
      } catch {
        // Another start may be able to.
      }
    }
  }
}

interface Begun {
  readonly file: string
  readonly pid: number
  readonly host: string
}

/** Nothing but the file of an upload is ever removed, whatever the entry says. */
function parsed(text: string): Begun | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const { file, pid, host } = isObject(value) ? value : {}
    if (typeof file !== 'string' || typeof pid !== 'number' || typeof host !== 'string') return undefined
    return isUploadName(basename(file)) ? { file, pid, host } : undefined
  } catch {
    return undefined
  }
}

function isUploadName(name: string): boolean {
  return name.startsWith('.') && name.endsWith(`.${uploadEnding}`)
}

/** Its server has ended, or would have given it up by now. */
async function isLeft({ file, pid, host }: Begun): Promise<boolean> {
  if (host === hostname() && !isAnothers(pid)) return true
  const touched = await stat(file).then(
    (stats) => stats.mtimeMs,
    () => 0,
  )
  return Date.now() - touched > 2 * uploadPatience
}

/** Whether another process with this id runs: an id that is ours now was that of a server before us. */
function isAnothers(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
