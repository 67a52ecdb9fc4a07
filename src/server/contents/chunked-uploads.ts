import { stat } from 'node:fs/promises'
import { NextFile } from '../../jupyter/notebook/next-file.js'
import { HttpError } from '../http-error.js'
import type { ContentsModel, SaveModel } from '../services.js'
import { type BegunUploads, uploadEnding, uploadPatience } from './begun-uploads.js'
import { bareModel } from './contents-model.js'
import type { Place } from './root-folder.js'
import { checkWritable, decodeContent } from './save-model.js'

interface Upload {
  readonly file: NextFile
  /** The number of the part that comes next. */
  next: number
  readonly timer: NodeJS.Timeout
  /** Its hidden file is gone. */
  readonly over: () => Promise<void>
}

/**
 * Large files come in parts, as JupyterLab sends them: `chunk` 1, 2, … and -1. They are put together in a hidden file
 * beside the target, which takes its place when the last part is there.
 */
export class ChunkedUploads {
  readonly #begun: Pick<BegunUploads, 'note'>
  readonly #uploads = new Map<string, Upload>()
  #closed = false

  constructor(begun: Pick<BegunUploads, 'note'>) {
    this.#begun = begun
  }

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
      upload.timer.refresh()
      await upload.file.append(bytes)
      upload.next += 1
      if (chunk === -1) await this.#finish(file, upload)
      const stats = await stat(chunk === -1 ? file : upload.file.temporary)
      return await bareModel(path, file, stats, 'file')
    } catch (error) {
      await this.#giveUp(file)
      throw error
    }
  }

  /** Removes what was begun and not finished; nothing can begin any more. */
  async close(): Promise<void> {
    this.#closed = true
    for (const file of [...this.#uploads.keys()]) await this.#giveUp(file)
  }

  async #begin(place: Place): Promise<Upload> {
    const { path, file, real } = place
    if (this.#closed) throw new HttpError(503, `${path} is not taken: the server is ending.`, 'Closed')
    if (real !== undefined && (await stat(real)).isDirectory()) {
      throw new HttpError(400, `${path} is a directory, not a file`, 'bad type')
    }
    await checkWritable(place)
    await this.#giveUp(file)
    let over = async () => {}
    const announce = async (temporary: string) => {
      over = await this.#begun.note(temporary)
    }
    const next = await NextFile.replacing(real ?? file, { ending: uploadEnding, announce }).catch(
      async (error: unknown) => {
        await over()
        throw error
      },
    )
    const upload = {
      file: next,
      next: 1,
      timer: setTimeout(() => this.#giveUp(file).catch(() => {}), uploadPatience).unref(),
      over,
    }
    this.#uploads.set(file, upload)
    if (this.#closed) await this.#giveUp(file)
    return upload
  }

  async #finish(file: string, upload: Upload): Promise<void> {
    await upload.file.takePlace()
    clearTimeout(upload.timer)
    this.#uploads.delete(file)
    await upload.over()
  }

  async #giveUp(file: string): Promise<void> {
    const upload = this.#uploads.get(file)
    if (upload === undefined) return
    this.#uploads.delete(file)
    clearTimeout(upload.timer)
    await upload.file.discard()
    await upload.over()
  }
}
