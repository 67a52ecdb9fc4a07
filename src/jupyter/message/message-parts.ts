import { isObject } from '../notebook/is-object.js'
import type { JsonObject } from '../notebook/notebook.js'
import { utf8Text } from '../notebook/utf8-text.js'
import { FramesError } from './frames-error.js'
import { type Channel, channels, type MessageHeader } from './message.js'

/**
 * The text of UTF-8 bytes.
 *
 * @throws FramesError
 */
export function textOf(bytes: Uint8Array, name: string): string {
  const text = utf8Text(bytes)
  if (text === undefined) throw new FramesError(`The ${name} is not UTF-8.`)
  return text
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
  if (!isObject(value)) throw new FramesError(`The ${name} is not a JSON object.`)
  return value
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
