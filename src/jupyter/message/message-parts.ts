import type { JsonObject } from '../notebook/notebook.js'
import { FramesError } from './frames-error.js'
import { type Channel, channels, type MessageHeader } from './message.js'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The text of UTF-8 bytes.
 *
 * @throws FramesError
 */
export function textOf(bytes: Uint8Array, name: string): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new FramesError(`The ${name} is not UTF-8.`)
  }
}

/**
 * The JSON object that `text` is.
 *
 * @throws FramesError
 */
export function parseObject(text: string, name: string): JsonObject {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new FramesError(`The ${name} is not JSON.`)
  }
  return objectOf(value, name)
}

/** @throws FramesError unless `value`, out of parsed JSON, is an object */
export function objectOf(value: unknown, name: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FramesError(`The ${name} is not a JSON object.`)
  }
  // JSON.parse gives nothing but JSON values.
  return value as JsonObject
}

/**
 * A header with all that the protocol asks for; texts that a client left out are empty.
 *
 * @throws FramesError when it has no type or no id, or one of its texts is none
 */
export function headerOf(header: JsonObject): MessageHeader {
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

/** @throws FramesError unless `value` names a channel */
export function channelOf(value: unknown): Channel {
  const channel = channels.find((each) => each === value)
  if (channel === undefined) throw new FramesError(`The channel is none of ${channels.join(', ')}.`)
  return channel
}
