import { FramesError } from './frames-error.js'
import type { Channel, Message } from './message.js'
import { channelOf, headerOf, parseObject, textOf } from './message-parts.js'

/** Channel, header, parent header, metadata and content; buffers follow. */
const fixedParts = 5

/**
 * The binary subprotocol: the number of offsets and the offsets (64 bits, little-endian), the last of them the end;
 * between them the channel's name, the four JSON parts and the buffers.
 *
 * @see https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html
 */
export const v1Framing = {
  subprotocol: 'v1.kernel.websocket.jupyter.org',

  encode(message: Message, channel: Channel): Uint8Array {
    const { header, parent_header, metadata, content, buffers } = message
    const encoder = new TextEncoder()
    const json = [header, parent_header, metadata, content].map((part) => JSON.stringify(part))
    return joinParts([...[channel, ...json].map((text) => encoder.encode(text)), ...buffers])
  },

  decode(data: string | Uint8Array): { message: Message; channel: Channel } {
    if (typeof data === 'string') throw new FramesError('Text came where this subprotocol has bytes.')
    const [channel, header, parent, metadata, content, ...buffers] = splitParts(data)
    if (!channel || !header || !parent || !metadata || !content) {
      throw new FramesError('Expected a channel and four parts.')
    }
    const object = (bytes: Uint8Array, name: string) => parseObject(textOf(bytes, name), name)
    return {
      channel: channelOf(textOf(channel, 'channel')),
      message: {
        header: headerOf(object(header, 'header')),
        parent_header: object(parent, 'parent header'),
        metadata: object(metadata, 'metadata'),
        content: object(content, 'content'),
        buffers,
      },
    }
  },
} as const

function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const offsets = parts.length + 1
  const start = 8 * (offsets + 1)
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, start))
  const view = new DataView(bytes.buffer)
  const setWord = (index: number, value: number) => view.setBigUint64(8 * index, BigInt(value), true)
  setWord(0, offsets)
  setWord(1, start)
  let offset = start
  for (const [i, part] of parts.entries()) {
    bytes.set(part, offset)
    offset += part.byteLength
    setWord(i + 2, offset)
  }
  return bytes
}

function splitParts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // More than a number holds exactly is more than there are bytes, too.
  const word = (index: number) => Number(view.getBigUint64(8 * index, true))
  const count = bytes.byteLength < 8 ? 0 : word(0)
  const start = 8 * (count + 1)
  if (count <= fixedParts || start > bytes.byteLength) {
    throw new FramesError(`The data has no room for ${count} offsets, or they are too few.`)
  }
  const offsets = Array.from({ length: count }, (_, i) => word(i + 1))
  return offsets.slice(1).map((end, i) => {
    const offset = offsets[i] ?? 0
    if (offset < start || offset > end || end > bytes.byteLength) {
      throw new FramesError(`The offsets of part ${i} are not in order or not in the data.`)
    }
    return bytes.subarray(offset, end)
  })
}
