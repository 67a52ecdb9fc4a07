import { realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { HttpError } from '../http-error.js'
import { checkApiPath, isHidden } from './api-path.js'
import { isInside } from './is-inside.js'

/** Where a path of the contents API leads. */
export interface Place {
  /** The path without doubled slashes. */
  readonly path: string
  /** Absolute. Its folder is real; the last name may be a link, which leads into the root. */
  readonly file: string
  /** `file` with its link resolved; undefined when there is nothing yet. */
  readonly real: string | undefined
}

/** The only folder whose files the contents API reaches. */
export class RootFolder {
  private constructor(readonly folder: string) {}

  /** @param folder it must be there */
  static async open(folder: string): Promise<RootFolder> {
    return new RootFolder(await realpath(folder))
  }

  /**
   * Where `path` leads. Symbolic links are followed and must end inside the root, at nothing hidden.
   *
   * @throws HttpError 400 for a path that cannot be one, 404 for what is hidden or outside, and for a folder that is
   * not there
   */
  async place(path: string): Promise<Place> {
    const names = checkApiPath(path)
    const clean = names.join('/')
    if (isHidden(names)) throw notHere(clean)
    const last = names.at(-1)
    if (last === undefined) return { path: '', file: this.folder, real: this.folder }
    const written = join(this.folder, ...names)
    // Where no link is on the way, which is nearly always, all is known by one question.
    if ((await realpath(written).catch(() => undefined)) === written) {
      return { path: clean, file: written, real: written }
    }
    const folder = await realpath(join(this.folder, ...names.slice(0, -1)))
    this.#checkInside(folder, clean)
    const file = join(folder, last)
    const real = await realpath(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (real !== undefined) this.#checkInside(real, clean)
    return { path: clean, file, real }
  }

  /** Whether a real path is the root or in it, and not hidden. */
  contains(real: string): boolean {
    return isInside(this.folder, real) && !isHidden(relative(this.folder, real).split(sep))
  }

  #checkInside(real: string, path: string): void {
    if (!this.contains(real)) throw notHere(path)
  }
}

export function notHere(path: string): HttpError {
  return new HttpError(404, `No such file or directory: ${path === '' ? '/' : path}`, 'Not Found')
}
