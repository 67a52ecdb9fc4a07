import type { JsonObject } from '../notebook/notebook.js'
import { FramesError } from './frames-error.js'
import type { Channel, Message } from './message.js'
import { channelOf, headerOf, objectOf, parseObject, textOf } from './message-parts.js'

/**
 * Jupyter's framing without a subprotocol: JSON as text; with buffers, bytes that hold the number of parts, the offset
 * of each (32 bits, big-endian), the JSON and the buffers.
 *
 * @see https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html
 */
export const defaultFraming = {
  subprotocol: undefined,

  encode(message: Message, channel: Channel): string | Uint8Array {
    const { msg_id, msg_type } = message.header
    const { buffers, ...parts } = message
    const json = { ...parts, msg_id, msg_type, channel, buffers: [] }
    if (buffers.length === 0) return JSON.stringify(json)
    return joinParts([new TextEncoder().encode(JSON.stringify(json)), ...buffers])
  },

  decode(data: string | Uint8Array): { message: Message; channel: Channel } {
    if (typeof data === 'string') return messageOf(parseObject(data, 'message'), [])
    const [json, ...buffers] = splitParts(data)
    return messageOf(parseObject(textOf(json, 'message'), 'message'), buffers)
  },
} as const

function messageOf(json: JsonObject, buffers: Uint8Array[]): { message: Message; channel: Channel } {
  const part = (name: string) => objectOf(json[name] ?? {}, name.replace('_', ' '))
  const message = {
    header: headerOf(part('header')),
    parent_header: part('parent_header'),
    metadata: part('metadata'),
    content: part('content'),
    buffers,
  }
  // Jupyter Server, too, takes a message without a channel for one on shell.
  return { message, channel: channelOf(json['channel'] ?? 'shell') }
}

function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const start = 4 * (parts.length + 1)
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, start))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, parts.length)
  let offset = start
  for (const [i, part] of parts.entries()) {
    view.setUint32(4 * (i + 1), offset)
    bytes.set(part, offset)
    offset += part.byteLength
  }
  return bytes
}

function splitParts(bytes: Uint8Array): [Uint8Array, ...Uint8Array[]] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = bytes.byteLength < 4 ? 0 : view.getUint32(0)
  const start = 4 * (count + 1)
  if (count === 0 || start > bytes.byteLength) {
    throw new FramesError(`The data has no room for the offsets of ${count} parts.`)
  }
  const offsets = Array.from({ length: count }, (_, i) => view.getUint32(4 * (i + 1)))
  const [first, ...rest] = offsets.map((offset, i) => {
    const end = offsets[i + 1] ?? bytes.byteLength
    if (offset < start || offset > end || end > bytes.byteLength) {
      throw new FramesError(`The offsets of part ${i} are not in order or not in the data.`)
    }
    return bytes.subarray(offset, end)
  })
  if (first === undefined) throw new FramesError('The data has no parts.')
  return [first, ...rest]
}
