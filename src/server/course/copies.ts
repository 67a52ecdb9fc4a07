import { lstat, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomically } from '../../jupyter/notebook/write-file-atomically.js'
import { exists } from '../contents/change-files.js'
import { giveName } from '../contents/give-name.js'
import { writeNewFile } from '../contents/new-file.js'
import type { PathLock } from '../contents/path-lock.js'
import { HttpError } from '../http-error.js'
import type { Original } from './originals.js'

/** Why an old copy is kept, as its name says it. */
export type KeptFor = 'reset' | 'update'

/** The learner's copies of the chapters, as files. No method writes over work without keeping it. */
export class Copies {
  constructor(
    /** The learner's folder. */
    readonly folder: string,
    private readonly now: () => Date,
    /** That of the contents, so that a save of the copy comes before a change here or after it. */
    private readonly lock: PathLock,
  ) {}

  /** Where a chapter's copy is, or will be. */
  file(name: string): string {
    return join(this.folder, `${name}.ipynb`)
  }

  async has(name: string): Promise<boolean> {
    return exists(this.file(name))
  }

  /** Makes the copy if there is none. @returns whether it was made now */
  async make(original: Original): Promise<boolean> {
    if (await this.has(original.name)) return false
    await mkdir(this.folder, { recursive: true })
    return writeNewFile(this.file(original.name), await readFile(original.file))
  }

  /**
   * Puts the chapter in the copy's place and keeps the copy beside it. At every instant there is a whole file under
   * the copy's name.
   *
   * @returns the name of the file that holds the old copy
   * @throws HttpError 409 if the copy is no plain file
   */
  async replace(original: Original, reason: KeptFor): Promise<string> {
    const file = this.file(original.name)
    const fresh = await readFile(original.file)
    return this.lock.onFiles([file], async () => {
      const facts = await lstat(file)
      if (!facts.isFile()) {
        throw new HttpError(
          409,
          `${original.name}.ipynb is no plain file, so it was left as it is. Move it away, then open the chapter again.`,
          'Not a file',
        )
      }
      const kept = await this.#takeName(`${original.name}-before-${reason}`, (free) => giveName(file, free))
      try {
        await writeFileAtomically(file, fresh)
      } catch (error) {
        await rm(join(this.folder, kept))
        throw error
      }
      return kept
    })
  }

  /** Puts the chapter beside the copy. @returns the name of its file */
  async add(original: Original): Promise<string> {
    const fresh = await readFile(original.file)
    return this.#takeName(`${original.name}-new`, (free) => writeNewFile(free, fresh))
  }

  /** Tries `06-backprop-before-reset-2026-10-20.ipynb`, then `…-2.ipynb` and so on, until one is free. */
  async #takeName(start: string, take: (file: string) => Promise<boolean>): Promise<string> {
    const now = this.now()
    const two = (part: number) => String(part).padStart(2, '0')
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
    for (let number = 1; ; number++) {
      const name = `${start}-${day}${number === 1 ? '' : `-${number}`}.ipynb`
      if (await take(join(this.folder, name))) return name
    }
  }
}
