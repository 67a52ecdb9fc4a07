import { deserialize, serialize } from '@jupyterlab/services/lib/kernel/serialize.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FramesError } from '../../../src/jupyter/message/frames-error.js'
import { channels } from '../../../src/jupyter/message/message.js'
import { framingFor, type WebsocketFraming } from '../../../src/jupyter/message/websocket-framing.js'
import { trials } from '../../support/trials.js'
import { anyMessage } from './any-message.js'

const v1 = 'v1.kernel.websocket.jupyter.org'
const framings: [string, WebsocketFraming][] = [
  ['the framing without a name', framingFor([])],
  [v1, framingFor([v1])],
]
const channel = fc.constantFrom(...channels)

/** JupyterLab's buffers are views that know no more than their bytes. */
function bytesOf(view: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(view)
    ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    : new Uint8Array(view)
}

describe('framingFor()', () => {
  test('takes the binary subprotocol when it is offered, among others too', () => {
    expect(framingFor(['base64url.token', v1]).subprotocol).toBe(v1)
  })

  test('takes the framing without a name for a client that offers nothing known', () => {
    expect(framingFor(['v9.kernel']).subprotocol).toBeUndefined()
  })
})

describe.each(framings)('%s', (_, framing) => {
  test('gives back the message, its buffers and its channel', () => {
    fc.assert(
      fc.property(anyMessage, channel, (message, on) => {
        const { message: received, channel: from } = framing.decode(framing.encode(message, on))
        expect(from).toBe(on)
        expect({ ...received, buffers: received.buffers.map((each) => [...each]) }).toEqual({
          ...message,
          buffers: message.buffers.map((each) => [...each]),
        })
      }),
    )
  })

  test('is what JupyterLab’s own client reads', () => {
    fc.assert(
      fc.property(anyMessage, channel, (message, on) => {
        const data = framing.encode(message, on)
        // JupyterLab reads strings and whole ArrayBuffers.
        const received = deserialize(
          // Its type names ArrayBuffer alone, though it takes strings too; ours is a whole ArrayBuffer of its own.
          (typeof data === 'string' ? data : data.slice().buffer) as ArrayBuffer,
          framing.subprotocol,
        )
        const { buffers = [], header, parent_header, metadata, content } = received
        expect(received.channel).toBe(on)
        expect({ header, parent_header, metadata, content }).toEqual({
          header: message.header,
          parent_header: message.parent_header,
          metadata: message.metadata,
          content: message.content,
        })
        expect(buffers.map((each) => [...bytesOf(each)])).toEqual(message.buffers.map((each) => [...each]))
      }),
    )
  })

  test('reads what JupyterLab’s own client writes', () => {
    fc.assert(
      fc.property(anyMessage, channel, (message, on) => {
        const sent = {
          ...message,
          channel: on,
          buffers: message.buffers.map((each) => new Uint8Array(each).buffer),
        }
        // The message has what JupyterLab's type asks for, but a type of message that the type does not list.
        const data = serialize(sent as never, framing.subprotocol)
        const { message: received, channel: from } = framing.decode(
          typeof data === 'string' ? data : new Uint8Array(data),
        )
        expect(from).toBe(on)
        expect({ ...received, buffers: received.buffers.map((each) => [...each]) }).toEqual({
          ...message,
          buffers: message.buffers.map((each) => [...each]),
        })
      }),
    )
  })

  test('throws nothing but FramesError, whatever bytes or text come', () => {
    const data = fc.oneof(fc.string(), fc.json(), fc.uint8Array({ maxLength: 120 }))
    fc.assert(
      fc.property(data, (any) => {
        expect(() => framing.decode(any)).toThrow(FramesError)
      }),
      { numRuns: trials(500) },
    )
  })

  test('throws nothing but FramesError when a good message is cut or one of its bytes is changed', () => {
    fc.assert(
      fc.property(anyMessage, channel, fc.nat(), fc.nat(255), fc.boolean(), (message, on, at, byte, cut) => {
        const data = framing.encode({ ...message, buffers: [new Uint8Array(3)] }, on)
        if (typeof data === 'string') throw new Error('A message with buffers is not text.')
        const place = at % data.length
        if (!cut) data[place] = byte
        try {
          framing.decode(cut ? data.subarray(0, place) : data)
        } catch (error) {
          expect(error).toBeInstanceOf(FramesError)
        }
      }),
      { numRuns: trials(500) },
    )
  })
})

test('a message without buffers is text in the framing without a name, with msg_id and msg_type on top', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      const text = framingFor([]).encode({ ...message, buffers: [] }, 'iopub')
      const { msg_id, msg_type } = message.header
      expect(JSON.parse(String(text))).toMatchObject({ msg_id, msg_type, channel: 'iopub', buffers: [] })
    }),
    { numRuns: 20 },
  )
})

test('a message that names no channel is one on shell', () => {
  const text = '{"header":{"msg_id":"1","msg_type":"kernel_info_request"},"content":{}}'
  expect(framingFor([]).decode(text)).toMatchObject({ channel: 'shell', message: { parent_header: {} } })
})
