import { createHmac, timingSafeEqual } from 'node:crypto'
import type { JsonObject } from '../notebook/notebook.js'
import type { Message, MessageHeader } from './message.js'

const delimiter = Buffer.from('<IDS|MSG>')

/** Frames that are no message, or not one from whom we share the key with. */
export class FramesError extends Error {
  override readonly name = 'FramesError'
}

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
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString('utf8'))
  } catch {
    throw new FramesError(`The ${name} is not JSON.`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FramesError(`The ${name} is not a JSON object.`)
  }
  // JSON.parse gives nothing but JSON values.
  return value as JsonObject
}

function headerOf(header: JsonObject): MessageHeader {
  const text = (name: string): string => {
    const value = header[name] ?? ''
    if (typeof value !== 'string') throw new FramesError(`The header's ${name} is not a string.`)
    return value
  }
  if (text('msg_type') === '' || text('msg_id') === '') {
    throw new FramesError('The header has no msg_type or no msg_id.')
  }
  return {
    ...header,
    msg_id: text('msg_id'),
    msg_type: text('msg_type'),
    session: text('session'),
    username: text('username'),
    date: text('date'),
    version: text('version'),
  }
}
