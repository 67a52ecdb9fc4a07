import { afterEach, describe, expect, it } from 'vitest'
import { tslabKernelspec } from '../../../src/jupyter/kernelspec/kernelspecs.js'
import { type Channel, type Message, newMessage } from '../../../src/jupyter/message/message.js'
import { KernelClients } from '../../../src/server/channels/kernel-clients.js'
import { ManagedKernel } from '../../../src/server/kernels/managed-kernel.js'
import type { ChannelSocket } from '../../../src/server/services.js'
import { cellRequest, FakeKernel } from '../../support/fake-kernel.js'

class FakeSocket implements ChannelSocket {
  readonly sent: { readonly channel: Channel; readonly message: Message }[] = []
  readonly buffered = 0
  closed: number | undefined

  send(channel: Channel, message: Message): void {
    this.sent.push({ channel, message })
  }

  close(code: number): void {
    this.closed = code
  }

  on(channel: Channel): Message[] {
    return this.sent.flatMap((each) => (each.channel === channel ? [each.message] : []))
  }
}

describe('the clients of a kernel', () => {
  const fake = new FakeKernel()
  const kernel = new ManagedKernel({
    // Not tslab's name: what the server answers in its place is asked of this one.
    spec: { ...tslabKernelspec(), name: 'other' },
    place: { cwd: '/', env: {} },
    start: async () => ({ kernel: fake, executedBefore: 0 }),
    quiet: 10,
  })
  const clients = new KernelClients(kernel)
  const begun = kernel.begin()
  const open: { closed(code?: number): void }[] = []
  afterEach(() => {
    for (const each of open.splice(0)) each.closed(1001)
  })

  async function connect(session: string) {
    await begun
    const socket = new FakeSocket()
    const connection = clients.connect(session, socket)
    open.push(connection)
    return { socket, ...connection }
  }

  it('are told the state of the kernel when they come, and counted', async () => {
    const { socket } = await connect('a')
    expect(socket.on('iopub')).toMatchObject([
      {
        header: { msg_type: 'status' },
        content: { execution_state: 'idle' },
        metadata: { backprop: { seq: kernel.conversation.seq, mark: true } },
      },
    ])
    await connect('b')
    expect(kernel.connections).toBe(2)
  })

  it('get replies and questions of their own, and all that is published', async () => {
    const [a, b] = [await connect('a'), await connect('b')]
    const request = cellRequest('1', 'cell', 'a')
    a.receive('shell', request)
    fake.says('stdin', 'input_request', { prompt: 'name?', password: false }, request)
    fake.says('iopub', 'stream', { name: 'stdout', text: 'x' }, request)
    expect(a.socket.on('stdin')).toHaveLength(1)
    expect(b.socket.on('stdin')).toEqual([])
    a.receive('stdin', newMessage('input_reply', { value: 'Ada' }, { session: 'a' }))
    expect(fake.sent.at(-1)).toMatchObject({ channel: 'stdin', message: { content: { value: 'Ada' } } })
    fake.finishes(request)
    expect(a.socket.on('shell')).toHaveLength(1)
    expect(b.socket.on('shell')).toEqual([])
    expect(b.socket.on('iopub').map(({ header }) => header.msg_type)).toEqual(
      a.socket.on('iopub').map(({ header }) => header.msg_type),
    )
  })

  it('that are there get the question of one that has gone, and the server keeps it until it is answered', async () => {
    const [a, b] = [await connect('a'), await connect('b')]
    const request = cellRequest('1', 'cell', 'a')
    a.receive('shell', request)
    a.closed(1001)
    fake.says('stdin', 'input_request', { prompt: 'name?', password: false }, request)
    expect(b.socket.on('stdin')).toMatchObject([{ content: { prompt: 'name?' } }])
    const [run] = kernel.conversation.runs.all
    expect(run?.question?.content['prompt']).toBe('name?')
    b.receive('stdin', newMessage('input_reply', { value: 'Ada' }, { session: 'b' }))
    expect(run?.question).toBeUndefined()
    fake.finishes(request)
  })

  it('have comm messages and control requests passed on, with buffers', async () => {
    const a = await connect('a')
    const comm = newMessage('comm_msg', { comm_id: 'c', data: {} }, { session: 'a' })
    a.receive('shell', { ...comm, buffers: [new Uint8Array([1, 2])] })
    expect(fake.sent.at(-1)).toMatchObject({
      channel: 'shell',
      message: { buffers: [new Uint8Array([1, 2])] },
    })
    const debug = newMessage('debug_request', { seq: 1 }, { session: 'a' })
    a.receive('control', debug)
    fake.says('control', 'debug_reply', { seq: 1 }, debug)
    expect(a.socket.on('control')).toMatchObject([{ header: { msg_type: 'debug_reply' } }])
    fake.says('iopub', 'comm_msg', { comm_id: 'c', data: { back: 1 } })
    expect(a.socket.on('iopub').at(-1)?.content).toEqual({ comm_id: 'c', data: { back: 1 } })
  })

  it('know whether one of them has all of a run: who asked, or said so, and is connected', async () => {
    const [a, b] = [await connect('a'), await connect('b')]
    const request = cellRequest('1', 'cell', 'a')
    a.receive('shell', request)
    fake.says('iopub', 'stream', { name: 'stdout', text: 'x' }, request)
    fake.finishes(request)
    const run = kernel.conversation.runs.all.find(({ id }) => id === request.header.msg_id)
    if (run === undefined) throw new Error('The run is not kept.')
    expect(clients.isShown(run)).toBe(true)
    a.closed(1006)
    expect(clients.isShown(run)).toBe(false)
    run.shownBy.set('b', kernel.conversation.seq)
    expect(clients.isShown(run)).toBe(true)
    b.closed(1001)
    expect(clients.isShown(run)).toBe(false)
  })

  it('that lost outputs, or come after a run, have not all of it until they say so', async () => {
    const request = cellRequest('1', 'cell', 'a')
    const a = await connect('a')
    a.receive('shell', request)
    // As when its ten minutes are over: the next connection of the same session is a new client.
    a.closed(1001)
    fake.says('iopub', 'stream', { name: 'stdout', text: 'x' }, request)
    fake.finishes(request)
    const run = kernel.conversation.runs.withId(request.header.msg_id)
    if (run === undefined) throw new Error('The run is not kept.')
    const again = await connect('a')
    expect(clients.isShown(run)).toBe(false)
    run.shownBy.set('a', kernel.conversation.seq)
    expect(clients.isShown(run)).toBe(true)

    again.closed(1006)
    const big = { data: { 'text/plain': 'x'.repeat(9 * 1024 * 1024) }, metadata: {} }
    for (const _ of [1, 2]) fake.says('iopub', 'display_data', big, request)
    await connect('a')
    expect(clients.client('a')?.lost).toBeGreaterThan(0)
    expect(clients.isShown(run)).toBe(false)
    run.shownBy.set('a', kernel.conversation.seq)
    expect(clients.isShown(run)).toBe(true)
  })

  it('are given up when they miss more than can be kept, and come back as new ones', async () => {
    const [a, b] = [await connect('a'), await connect('b')]
    a.closed(1006)
    const state = { note: 'x'.repeat(1024 * 1024) }
    for (let i = 0; i < 40; i++) {
      fake.says('iopub', 'comm_open', { comm_id: `c${i}`, target_name: 'x', data: { state } })
    }
    expect(clients.client('a')).toBeUndefined()
    expect(b.socket.on('iopub').filter(({ header }) => header.msg_type === 'comm_open')).toHaveLength(40)
    const again = await connect('a')
    expect(again.socket.on('iopub')).toMatchObject([
      { metadata: { backprop: { seq: kernel.conversation.seq, mark: true } } },
    ])
  })
})
