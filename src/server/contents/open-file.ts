import { constants, createReadStream } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { HttpError } from '../http-error.js'
import type { OpenFile } from '../services.js'
import { mimeType } from './mime-type.js'
import { notHere, type Place } from './root-folder.js'

/** The bytes of a file, read while they are sent, until `signal` says that nobody wants them any more. */
export async function openFile(
  { path, real }: Place & { readonly real: string },
  signal?: AbortSignal,
): Promise<OpenFile> {
  const stats = await stat(real)
  if (stats.isDirectory()) throw new HttpError(400, `${path} is a directory, not a file`, 'bad type')
  if (!stats.isFile()) throw notHere(path)
  await access(real, constants.R_OK)
  return {
    name: basename(path),
    size: stats.size,
    stream: bytesOf(real, stats.size, signal),
    mimetype: mimeType(path),
  }
}

/**
 * The first `size` bytes of a file: one that grows while it is sent, such as a log, must not send more than was said.
 * The file is opened when the first of them is asked for, since nobody may: HEAD wants none, and a client may be gone.
 */
function bytesOf(file: string, size: number, signal?: AbortSignal): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  let ended = size === 0 || signal?.aborted === true
  return new ReadableStream(
    {
      start(controller) {
        if (ended) return controller.close()
        // Whoever sends the bytes may not notice that the client is gone, and ask for no more without a word.
        signal?.addEventListener('abort', () => {
          if (!ended) controller.close()
          ended = true
          reader?.cancel().catch(() => {})
        })
      },
      async pull(controller) {
        reader ??= readerOf(file, size)
        const { done, value } = await reader.read()
        if (ended) return
        if (value !== undefined) controller.enqueue(value)
        if (done) controller.close()
        ended = done
      },
      cancel(reason) {
        ended = true
        return reader?.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}

function readerOf(file: string, size: number): ReadableStreamDefaultReader<Uint8Array> {
  // Node's own type of the same stream.
  const stream = Readable.toWeb(createReadStream(file, { end: size - 1 })) as ReadableStream<Uint8Array>
  return stream.getReader()
}
