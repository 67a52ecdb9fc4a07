import { createHmac, timingSafeEqual } from 'node:crypto'
import type { JsonObject } from '../notebook/notebook.js'
import { FramesError } from './frames-error.js'
import type { Message } from './message.js'
import { headerOf, parseObject, textOf } from './message-parts.js'

const delimiter = Buffer.from('<IDS|MSG>')

/** HMAC-SHA256 of the four JSON frames, in hexadecimal; empty without a key, which turns signing off. */
export function sign(key: string, parts: readonly Uint8Array[]): string {
  if (key === '') return ''
  const hmac = createHmac('sha256', key)
  for (const part of parts) hmac.update(part)
  return hmac.digest('hex')
}

/**
 * A message as ZeroMQ frames: identities, delimiter, signature, header, parent header, metadata, content, buffers.
 *
 * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol
 */
export function encodeFrames(
  message: Message,
  key: string,
  identities: readonly Uint8Array[] = [],
): Uint8Array[] {
  const parts = [message.header, message.parent_header, message.metadata, message.content].map((part) =>
    Buffer.from(JSON.stringify(part)),
  )
  return [...identities, delimiter, Buffer.from(sign(key, parts)), ...parts, ...message.buffers]
}

/**
 * The message in `frames`, its signature checked in constant time.
 *
 * @throws FramesError when there is none or the signature is not `key`'s
 */
export function decodeFrames(
  frames: readonly Uint8Array[],
  key: string,
): { identities: readonly Uint8Array[]; message: Message } {
  const start = frames.findIndex((frame) => delimiter.equals(frame))
  if (start < 0) throw new FramesError('The delimiter <IDS|MSG> is missing.')
  const [signature, header, parent, metadata, content, ...buffers] = frames.slice(start + 1)
  if (!signature || !header || !parent || !metadata || !content) {
    throw new FramesError(
      `Expected a signature and four parts after the delimiter; ${frames.length - start - 1} frames came.`,
    )
  }
  const expected = Buffer.from(sign(key, [header, parent, metadata, content]))
  if (expected.length !== signature.length || !timingSafeEqual(expected, signature)) {
    throw new FramesError('The signature does not match: the message is not from our kernel.')
  }
  return {
    identities: frames.slice(0, start),
    message: {
      header: headerOf(parse(header, 'header')),
      parent_header: parse(parent, 'parent header'),
      metadata: parse(metadata, 'metadata'),
      content: parse(content, 'content'),
      buffers,
    },
  }
}

function parse(frame: Uint8Array, name: string): JsonObject {
  return parseObject(textOf(frame, name), name)
}
