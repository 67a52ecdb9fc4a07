import { setTimeout as delay } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { KernelError } from '../../../src/jupyter/kernel/kernel-error.js'
import { tslabKernelspec } from '../../../src/jupyter/kernelspec/kernelspecs.js'
import { type Message, newMessage } from '../../../src/jupyter/message/message.js'
import { ManagedKernel } from '../../../src/server/kernels/managed-kernel.js'
import { RestartLimit } from '../../../src/server/kernels/restart-limit.js'
import { cellRequest, FakeKernel } from '../../support/fake-kernel.js'

const killed = { code: null, signal: 'SIGKILL', stderr: '' } as const

describe('a managed kernel', () => {
  let started: FakeKernel[]
  let told: { channel: string; message: Message; client: string | undefined }[]
  let kernel: ManagedKernel
  let executedBefore = 0

  beforeEach(async () => {
    started = []
    told = []
    executedBefore = 0
    kernel = managed()
    await kernel.begin()
  })

  function managed(limit = new RestartLimit(3, 60_000)): ManagedKernel {
    const made = new ManagedKernel({
      spec: tslabKernelspec(),
      place: { cwd: '/', env: {} },
      start: async () => {
        const fake = new FakeKernel()
        started.push(fake)
        return { kernel: fake, executedBefore }
      },
      lastWords: 0,
      interruptGrace: 40,
      quiet: 20,
      restartLimit: limit,
    })
    made.subscribe((channel, message, client) => told.push({ channel, message, client }))
    return made
  }

  const process = () => started.at(-1) ?? new FakeKernel()
  const types = () => told.map(({ message }) => message.header.msg_type)
  const states = () =>
    told.flatMap(({ message }) =>
      message.header.msg_type === 'status' ? [message.content['execution_state']] : [],
    )

  it('keeps its id over restarts, and counts cells from 1 again', async () => {
    const { id } = kernel
    await kernel.restart()
    expect(started).toHaveLength(2)
    expect(kernel.model).toMatchObject({ id, execution_state: 'idle' })
  })

  it('restarted while it is being restarted, keeps the later process and ends the earlier', async () => {
    await Promise.all([kernel.restart(), kernel.restart()])
    expect(started.map(({ exit }) => exit !== undefined)).toEqual([true, true, false])
    expect(kernel.state).toBe('idle')
  })

  it('gives every message one session, though tslab takes that of whoever asked', async () => {
    const [a, b] = [cellRequest('1', 'a', 'one'), cellRequest('2', 'b', 'two')]
    await kernel.ask('shell', a, 'one')
    await kernel.ask('shell', b, 'two')
    process().finishes(a)
    process().finishes(b)
    expect(new Set(told.map(({ message }) => message.header.session)).size).toBe(1)
  })

  it('answers to the client that asked, and tells all what is published', async () => {
    const request = cellRequest('1', 'a', 'one')
    await kernel.ask('shell', request, 'one')
    process().says('iopub', 'stream', { name: 'stdout', text: 'x' }, request)
    process().finishes(request)
    const reply = told.find(({ channel }) => channel === 'shell')
    expect(reply?.client).toBe('one')
    expect(
      told.filter(({ channel }) => channel === 'iopub').every(({ client }) => client === undefined),
    ).toBe(true)
  })

  it('says idle itself when the reply has come and idle was lost', async () => {
    const request = cellRequest('1', 'a')
    await kernel.ask('shell', request, 'page')
    process().says('iopub', 'status', { execution_state: 'busy' }, request)
    process().says('shell', 'execute_reply', { status: 'ok', execution_count: 1 }, request)
    await expect
      .poll(() => told.filter(({ message }) => message.parent_header.msg_id === request.header.msg_id).at(-1))
      .toMatchObject({ channel: 'iopub', message: { content: { execution_state: 'idle' } } })
    expect(kernel.conversation.busy).toBe(false)
  })

  it('numbers what is published, without a gap, and names the cell', async () => {
    const request = cellRequest('1', 'a')
    await kernel.ask('shell', request, 'page')
    process().says('iopub', 'status', { execution_state: 'busy' }, request)
    process().says('iopub', 'stream', { name: 'stdout', text: 'x' }, request)
    process().finishes(request)
    const notes = told.flatMap(({ channel, message }) =>
      channel === 'iopub' ? [message.metadata['backprop']] : [],
    )
    expect(notes.map((note) => (note as { seq: number }).seq)).toEqual(notes.map((_, i) => i + 1))
    expect(notes.at(-1)).toMatchObject({ cell: 'a', run: { state: 'ok', execution_count: 1 } })
  })

  it('lets cells wait in order, and knows which one runs', async () => {
    const [a, b] = [cellRequest('1', 'a'), cellRequest('2', 'b')]
    await kernel.ask('shell', a, 'page')
    await kernel.ask('shell', b, 'page')
    const statesOf = () => kernel.conversation.runs.all.map(({ cell, state }) => [cell, state])
    expect(statesOf()).toEqual([
      ['a', 'running'],
      ['b', 'queued'],
    ])
    process().finishes(a)
    expect(statesOf()).toEqual([
      ['a', 'ok'],
      ['b', 'running'],
    ])
    process().finishes(b, { status: 'abort' })
    expect(statesOf()[1]).toEqual(['b', 'aborted'])
  })

  it('is busy while a cell runs, though tslab says idle after a completion', async () => {
    const cell = cellRequest('1', 'a')
    const completion = newMessage('complete_request', { code: 'a', cursor_pos: 1 }, { session: 'page' })
    await kernel.ask('shell', cell, 'page')
    process().says('iopub', 'status', { execution_state: 'busy' }, cell)
    await kernel.ask('shell', completion, 'page')
    process().says('iopub', 'status', { execution_state: 'busy' }, completion)
    process().says('shell', 'complete_reply', { status: 'ok' }, completion)
    process().says('iopub', 'status', { execution_state: 'idle' }, completion)
    expect(kernel.state).toBe('busy')
    expect(states().slice(-2)).toEqual(['idle', 'busy'])
    process().finishes(cell)
    expect(kernel.state).toBe('idle')
  })

  it('counts from 1 when something was executed before the first cell', async () => {
    executedBefore = 1
    kernel = managed()
    await kernel.begin()
    const request = cellRequest('1', 'a')
    await kernel.ask('shell', request, 'page')
    process().says('iopub', 'execute_input', { code: '1', execution_count: 2 }, request)
    process().finishes(request, { status: 'ok', execution_count: 2 })
    expect(kernel.conversation.runs.all[0]?.executionCount).toBe(1)
    expect(told.find(({ channel }) => channel === 'shell')?.message.content['execution_count']).toBe(1)
  })

  it('that died is started again: the cell that ran says why, those behind it are aborted', async () => {
    const [a, b] = [cellRequest('1', 'a'), cellRequest('2', 'b')]
    await kernel.ask('shell', a, 'page')
    await kernel.ask('shell', b, 'page')
    await process().ends(killed)
    await expect.poll(() => kernel.state).toBe('idle')
    expect(started).toHaveLength(2)
    const replies = told.filter(({ channel }) => channel === 'shell').map(({ message }) => message.content)
    expect(replies).toMatchObject([
      { status: 'error', ename: 'KernelDied', evalue: expect.stringContaining('killed from outside') },
      { status: 'aborted' },
    ])
    expect(kernel.conversation.runs.all[0]?.outputs.outputs).toMatchObject([
      { output_type: 'error', ename: 'KernelDied' },
    ])
    expect(states()).toEqual(expect.arrayContaining(['restarting', 'idle']))
    expect(types().indexOf('error')).toBeLessThan(types().lastIndexOf('status'))
    // That it was started again is no news for who comes later, and no silence.
    expect(kernel.stateMessage().content).toEqual({ execution_state: 'idle' })
    process().beat('lost')
    expect(kernel.stateMessage().content['reason']).toContain('has not answered for a while')
    process().beat('found')
    expect(kernel.stateMessage().content).toEqual({ execution_state: 'idle' })
  })

  it('that dies again and again is not started for ever, and is dead with the reason', async () => {
    kernel = managed(new RestartLimit(2, 60_000))
    await kernel.begin()
    for (let i = 0; i < 3; i++) {
      const now = started.length
      await process().ends({ code: 1, signal: null, stderr: '' })
      await expect.poll(() => started.length > now || kernel.state === 'dead').toBe(true)
      await expect.poll(() => kernel.state).toMatch(/idle|dead/)
    }
    expect(kernel.model).toMatchObject({
      execution_state: 'dead',
      reason: expect.stringContaining('several times'),
    })
    expect(states().at(-1)).toBe('dead')
  })

  it('that is dead answers at once that it is', async () => {
    await kernel.shutdown('The kernel was not used.')
    const request = cellRequest('1', 'a')
    await kernel.ask('shell', request, 'page')
    expect(
      told.find(
        ({ channel, message }) =>
          channel === 'shell' && message.parent_header.msg_id === request.header.msg_id,
      ),
    ).toMatchObject({ message: { content: { status: 'aborted' } } })
  })

  it('that does not start is dead, and whoever waits for it gets an answer', async () => {
    const made = new ManagedKernel({
      spec: tslabKernelspec(),
      place: { cwd: '/', env: {} },
      start: async () => {
        throw new KernelError('The kernel tslab did not start: no reason.')
      },
    })
    made.subscribe((channel, message, client) => told.push({ channel, message, client }))
    await made.ask('shell', newMessage('kernel_info_request', {}, { session: 'page' }), 'page')
    await expect(made.begin()).rejects.toThrow('did not start')
    expect(made.model).toMatchObject({
      execution_state: 'dead',
      reason: expect.stringContaining('no reason'),
    })
    expect(types()).toEqual(expect.arrayContaining(['kernel_info_reply', 'status']))
  })

  it('keeps what is asked before it is ready, and asks it then, in order', async () => {
    const made = managed()
    const [a, b] = [cellRequest('1', 'a'), cellRequest('2', 'b')]
    await made.ask('shell', a, 'page')
    await made.ask('shell', b, 'page')
    await made.begin()
    expect(process().sent.map(({ message }) => message.content['code'])).toEqual(['1', '2'])
  })

  it('that heeds no interrupt is ended and started again, and the cell says so', async () => {
    const request = cellRequest('await 0; while (true) {}', 'a')
    await kernel.ask('shell', request, 'page')
    const first = process()
    await kernel.interrupt()
    await expect.poll(() => started.length).toBe(2)
    expect(first.interrupts).toBeGreaterThan(0)
    expect(kernel.conversation.runs.all[0]?.outputs.outputs).toMatchObject([
      { output_type: 'error', evalue: expect.stringContaining('did not heed the interrupt') },
    ])
  })

  it('of tslab is not asked what it does not know: it would print so into the cell that runs', async () => {
    const history = newMessage('history_request', { output: false }, { session: 'page' })
    const comm = newMessage('comm_open', { comm_id: 'c' }, { session: 'page' })
    for (const each of [history, comm]) await kernel.ask('shell', each, 'page')
    expect(process().sent).toEqual([])
    expect(told.filter(({ channel }) => channel === 'shell')).toMatchObject([
      {
        message: { header: { msg_type: 'history_reply' }, content: { status: 'ok', history: [] } },
        client: 'page',
      },
    ])
    expect(kernel.conversation.busy).toBe(false)
  })

  it('of another language is done with a comm’s message at its idle, and never answers it', async () => {
    const spec = { ...tslabKernelspec(), name: 'python3' }
    const fake = new FakeKernel()
    const made = new ManagedKernel({
      spec,
      place: { cwd: '/', env: {} },
      start: async () => ({ kernel: fake, executedBefore: 0 }),
      lastWords: 0,
      quiet: 20,
    })
    await made.begin()
    const messages: Message[] = []
    made.subscribe((channel, message) => {
      if (channel === 'shell') messages.push(message)
    })
    const comm = newMessage('comm_msg', { comm_id: 'c', data: {} }, { session: 'page' })
    await made.ask('shell', comm, 'page')
    fake.says('iopub', 'status', { execution_state: 'busy' }, comm)
    fake.says('iopub', 'status', { execution_state: 'idle' }, comm)
    expect(made.conversation.busy).toBe(false)
    await made.ask('shell', newMessage('comm_msg', { comm_id: 'c', data: {} }, { session: 'page' }), 'page')
    await made.shutdown()
    expect(made.conversation.busy).toBe(false)
    expect(messages).toEqual([])
  })

  it('that ended before it replied, though it was idle, has nothing open any more', async () => {
    const request = cellRequest('1', 'a')
    await kernel.ask('shell', request, 'page')
    process().says('iopub', 'status', { execution_state: 'idle' }, request)
    await kernel.shutdown()
    expect(kernel.conversation.busy).toBe(false)
  })

  it('that heeds an interrupt goes on', async () => {
    const request = cellRequest('while (true) {}', 'a')
    await kernel.ask('shell', request, 'page')
    await kernel.interrupt()
    process().finishes(request, { status: 'error', ename: 'Interrupted' })
    await delay(80)
    expect(started).toHaveLength(1)
  })

  it('that was restarted ends what was asked, and nothing of the old process comes after', async () => {
    const request = cellRequest('1', 'a')
    await kernel.ask('shell', request, 'page')
    const old = process()
    await kernel.restart()
    const before = told.length
    old.says('iopub', 'stream', { name: 'stdout', text: 'late' }, request)
    expect(told.length).toBe(before)
    expect(told.find(({ channel }) => channel === 'shell')?.message.content['status']).toBe('error')
  })

  it('says so when its heartbeat stays away, and when it is back', () => {
    process().beat('lost')
    expect(kernel.model).toMatchObject({ execution_state: 'idle' })
    expect(kernel.model.reason).toContain('has not answered for a while')
    expect(told.at(-1)?.message.content['reason']).toBe(kernel.model.reason)
    process().beat('found')
    expect(kernel.model.reason).toBeUndefined()
    expect(told.at(-1)?.message.content).toEqual({ execution_state: 'idle' })
  })

  it('takes silence for no fault while a cell computes', async () => {
    await kernel.ask('shell', cellRequest('train()', 'a'), 'page')
    process().beat('lost')
    expect(kernel.model.reason).toBeUndefined()
  })
})
