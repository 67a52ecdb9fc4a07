import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { HttpError } from '../http-error.js'
import type { ContentsModel, SaveModel } from '../services.js'
import { bareModel } from './contents-model.js'
import type { Place } from './root-folder.js'
import { decodeContent } from './save-model.js'

/** Milliseconds after which an upload that nobody goes on with is given up. */
const patience = 10 * 60_000

interface Upload {
  readonly temporary: string
  readonly handle: FileHandle
  /** The number of the part that comes next. */
  next: number
  timer: NodeJS.Timeout
}

/**
 * Large files come in parts, as JupyterLab sends them: `chunk` 1, 2, … and -1. They are put together in a hidden file
 * beside the target, which takes its place when the last part is there.
 */
export class ChunkedUploads {
  readonly #uploads = new Map<string, Upload>()

  async add(place: Place, { type, format, content, chunk = 1 }: SaveModel): Promise<ContentsModel> {
    const { path, file } = place
    if (type !== 'file') {
      throw new HttpError(400, `File type "${type}" is not supported for large file transfer`, 'Bad model')
    }
    const bytes = decodeContent(path, format, content)
    const upload = chunk === 1 ? await this.#begin(place) : this.#uploads.get(file)
    if (upload === undefined || (chunk !== -1 && chunk !== upload.next)) {
      throw new HttpError(
        400,
        `${path}: part ${chunk} came where ${upload?.next ?? 1} was expected`,
        'Bad chunk',
      )
    }
    try {
      await upload.handle.appendFile(bytes)
      upload.next += 1
      upload.timer.refresh()
      if (chunk === -1) await this.#finish(place, upload)
      const stats = await stat(chunk === -1 ? file : upload.temporary)
      return await bareModel(path, file, stats, 'file')
    } catch (error) {
      await this.#giveUp(file)
      throw error
    }
  }

  /** Removes what was begun and not finished. */
  async close(): Promise<void> {
    for (const file of [...this.#uploads.keys()]) await this.#giveUp(file)
  }

  async #begin({ path, file, real }: Place): Promise<Upload> {
    if (real !== undefined && (await stat(real)).isDirectory()) {
      throw new HttpError(400, `${path} is a directory, not a file`, 'bad type')
    }
    await this.#giveUp(file)
    const name = `.${basename(file).slice(0, 40)}.${process.pid}.${randomBytes(4).toString('hex')}.upload`
    const temporary = join(dirname(file), name)
    const upload = {
      temporary,
      handle: await open(temporary, 'wx'),
      next: 1,
      timer: setTimeout(() => void this.#giveUp(file), patience).unref(),
    }
    this.#uploads.set(file, upload)
    return upload
  }

  async #finish({ file, real }: Place, upload: Upload): Promise<void> {
    await upload.handle.sync()
    await upload.handle.close()
    await rename(upload.temporary, real ?? file)
    clearTimeout(upload.timer)
    this.#uploads.delete(file)
  }

  async #giveUp(file: string): Promise<void> {
    const upload = this.#uploads.get(file)
    if (upload === undefined) return
    this.#uploads.delete(file)
    clearTimeout(upload.timer)
    await upload.handle.close().catch(() => {})
    await rm(upload.temporary, { force: true })
  }
}
