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

  it('that can take it gets an output larger than what may wait', () => {
    const client = new Client('page', 0, new Backlog(10_000))
    const socket = new FakeSocket()
    client.attach(socket)
    client.deliver('iopub', published('display_data', { data: { 'text/plain': 'x'.repeat(20_000) } }))
    expect(socket.sent).toHaveLength(1)
  })

  it('is told of a gap also when nothing else waited', async () => {
    const client = new Client('page', 0, new Backlog(10_000))
    const socket = new FakeSocket()
    client.attach(socket)
    socket.buffered = 1e9
    client.deliver('iopub', published('display_data', { data: { 'text/plain': 'x'.repeat(20_000) } }))
    socket.buffered = 0
    client.deliver('iopub', published('status', { execution_state: 'idle' }))
    expect(note(socket.sent[0])).toMatchObject({ gap: true })
  })
})

describe('comms of a client that is away', () => {
  const text = (length: number) => 'x'.repeat(length)
  const open = (id: string, state: JsonObject = {}) =>
    published('comm_open', { comm_id: id, target_name: 'jupyter.widget', data: { state, buffer_paths: [] } })
  const close = (id: string) => published('comm_close', { comm_id: id, data: {} })
  const custom = (id: string, content: JsonObject) =>
    published('comm_msg', { comm_id: id, data: { method: 'custom', content } })
  const update = (id: string, state: JsonObject) =>
    published('comm_msg', { comm_id: id, data: { method: 'update', state, buffer_paths: [] } })

  function away(room: number, messages: Iterable<Message>) {
    const client = new Client('page', 0, new Backlog(room))
    for (const message of messages) client.deliver('iopub', message)
    const socket = new FakeSocket()
    client.attach(socket)
    return { client, sent: socket.sent }
  }

  it('have their last state, however often it was updated: nothing is lost, and little is kept', () => {
    const { client, sent } = away(
      100_000,
      (function* () {
        yield open('c')
        for (let i = 0; i < 5_000; i++) yield update('c', { value: i, [`key${i % 3}`]: text(20) })
      })(),
    )
    const updates = sent.filter(({ header }) => header.msg_type === 'comm_msg')
    const states = updates.map(({ content }) => (content['data'] as { state: JsonObject }).state)
    expect(Object.assign({}, ...states)).toEqual({
      value: 4_999,
      key0: text(20),
      key1: text(20),
      key2: text(20),
    })
    expect(updates.length).toBeLessThan(300)
    expect(client.lost).toBe(0)
    expect(sent[0]?.header.msg_type).toBe('comm_open')
  })

  it('that were opened and closed meanwhile are left out whole', () => {
    const { client, sent } = away(
      20_000,
      (function* () {
        yield open('stays')
        for (let i = 0; i < 200; i++) {
          yield open(`c${i}`, { note: text(300) })
          yield custom(`c${i}`, {})
          yield close(`c${i}`)
        }
        yield close('known before')
      })(),
    )
    const ids = sent.map(({ content }) => content['comm_id'])
    expect([ids[0], ids.at(-1)]).toEqual(['stays', 'known before'])
    expect(sent.length).toBeLessThan(60)
    expect(client.lost).toBe(0)
  })

  it('lose the oldest of what they are told otherwise, and the client hears of which; no open, no close, no update goes past', () => {
    const { client, sent } = away(
      20_000,
      (function* () {
        yield open('c')
        yield open('quiet')
        yield update('quiet', { value: 1 })
        for (let i = 0; i < 100; i++) yield custom('c', { i, note: text(300) })
        yield close('known before')
      })(),
    )
    const told = sent.filter(({ header }) => header.msg_type === 'comm_msg')
    const numbers = told.flatMap(({ content }) => {
      const { content: inner } = content['data'] as { content?: { i: number } }
      return inner === undefined ? [] : [inner.i]
    })
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => 100 - numbers.length + i))
    expect(client.lost).toBeGreaterThanOrEqual(100 - numbers.length)
    expect(sent.map(({ header }) => header.msg_type)).toEqual([
      'comm_open',
      'comm_open',
      ...told.map(() => 'comm_msg'),
      'comm_close',
    ])
    expect(note(sent[0])).toMatchObject({ comms: expect.arrayContaining(['c']) })
    expect(note(sent[0])).not.toHaveProperty('gap')
  })

  it('that say more than can be left out make the client one to give up', () => {
    const client = new Client('page', 0, new Backlog(10_000))
    for (let i = 0; i < 100; i++) client.deliver('iopub', open(`c${i}`, { note: text(300) }))
    expect(client.overfull).toBe(true)
  })
})
