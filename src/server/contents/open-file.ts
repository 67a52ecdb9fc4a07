import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { HttpError } from '../http-error.js'
import type { OpenFile } from '../services.js'
import { mimeType } from './mime-type.js'
import { notHere, type Place } from './root-folder.js'

/** The bytes of a file, read while they are sent. */
export async function openFile({ path, real }: Place & { readonly real: string }): Promise<OpenFile> {
  const stats = await stat(real)
  if (stats.isDirectory()) throw new HttpError(400, `${path} is a directory, not a file`, 'bad type')
  if (!stats.isFile()) throw notHere(path)
  // A file that grows while it is sent, such as a log, must not send more than was said.
  const stream = createReadStream(real, stats.size === 0 ? {} : { end: stats.size - 1 })
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve())
    stream.once('error', reject)
  })
  return {
    name: basename(path),
    size: stats.size,
    // Node's own type of the same stream.
    stream: Readable.toWeb(stream) as ReadableStream<Uint8Array>,
    mimetype: mimeType(path),
  }
}
