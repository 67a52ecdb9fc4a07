import { describe, expect, it } from 'vitest'
import { type Message, newMessage } from '../../../src/jupyter/message/message.js'
import type { JsonObject } from '../../../src/jupyter/notebook/notebook.js'
import { Backlog } from '../../../src/server/channels/backlog.js'
import { Client } from '../../../src/server/channels/client.js'
import type { ChannelSocket } from '../../../src/server/services.js'

/** A socket that takes what it is given, as long as it is not full. */
class FakeSocket implements ChannelSocket {
  readonly sent: Message[] = []
  buffered = 0
  closed = false

  send(_channel: string, message: Message): void {
    this.sent.push(message)
  }

  close(): void {
    this.closed = true
  }
}

const parent = newMessage('execute_request', {}, { session: 'page' })
let seq = 0

function published(type: string, content: JsonObject): Message {
  const metadata = { backprop: { seq: ++seq } }
  return { ...newMessage(type, content, { session: 'kernel', metadata }), parent_header: parent.header }
}

const printed = (text: string) => published('stream', { name: 'stdout', text })
const text = (messages: readonly Message[]) => messages.map(({ content }) => content['text'] ?? '').join('')
const note = (message: Message | undefined) => message?.metadata['backprop']

describe('a client of a kernel', () => {
  it('gets what it missed first, in order, when it connects anew', () => {
    const client = new Client('page', 0)
    const [first, second] = [new FakeSocket(), new FakeSocket()]
    client.attach(first)
    client.deliver('iopub', printed('a'))
    client.detach(first)
    for (const each of ['b', 'c']) client.deliver('iopub', printed(each))
    client.deliver('shell', published('execute_reply', { status: 'ok' }))
    client.attach(second)
    client.deliver('iopub', printed('d'))
    expect(text(first.sent)).toBe('a')
    expect(text(second.sent)).toBe('bcd')
    expect(second.sent.map(({ header }) => header.msg_type)).toEqual(['stream', 'execute_reply', 'stream'])
  })

  it('has one socket: the older one is closed', () => {
    const client = new Client('page', 0)
    const [first, second] = [new FakeSocket(), new FakeSocket()]
    client.attach(first)
    client.attach(second)
    expect(first.closed).toBe(true)
    expect(client.detach(first)).toBe(false)
    expect(client.attached).toBe(true)
  })

  it('that is slow is sent nothing more until it has taken what it got, and then printed text is joined', async () => {
    const client = new Client('page', 0)
    const socket = new FakeSocket()
    client.attach(socket)
    socket.buffered = 1e9
    const start = seq + 1
    for (let i = 0; i < 1_000; i++) client.deliver('iopub', printed(`${i}\n`))
    expect(socket.sent).toEqual([])
    socket.buffered = 0
    await expect
      .poll(() => text(socket.sent))
      .toBe(Array.from({ length: 1_000 }, (_, i) => `${i}\n`).join(''))
    expect(socket.sent.length).toBeLessThan(10)
    expect(note(socket.sent[0])).toMatchObject({ from: start })
  })

  it('that is away too long loses outputs and is told so, but no reply and no state', () => {
    const client = new Client('page', 0, new Backlog(10_000))
    for (let i = 0; i < 100; i++) {
      client.deliver('iopub', published('display_data', { data: { 'text/plain': 'x'.repeat(500) } }))
      client.deliver('iopub', published('status', { execution_state: 'busy' }))
    }
    client.deliver('shell', published('execute_reply', { status: 'ok' }))
    const socket = new FakeSocket()
    client.attach(socket)
    const types = socket.sent.map(({ header }) => header.msg_type)
    expect(types.filter((type) => type === 'status')).toHaveLength(100)
    expect(types.at(-1)).toBe('execute_reply')
    expect(client.lost).toBe(100 - types.filter((type) => type === 'display_data').length)
    expect(client.lost).toBeGreaterThan(50)
    expect(note(socket.sent[0])).toMatchObject({ gap: true })
  })

  it('that is slow gets the last of many renewals of a display', () => {
    const client = new Client('page', 0)
    for (let i = 0; i < 50; i++) {
      const content = {
        data: { 'text/plain': String(i) },
        metadata: {},
        transient: { display_id: i % 2 ? 'a' : 'b' },
      }
      client.deliver('iopub', published('update_display_data', content))
    }
    const socket = new FakeSocket()
    client.attach(socket)
    expect(socket.sent.map(({ content }) => content['data'])).toEqual([
      { 'text/plain': '48' },
      { 'text/plain': '49' },
    ])
  })
})
