import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executeCell } from '../../../src/jupyter/execute/execute-cell.js'
import { followRequest } from '../../../src/jupyter/execute/follow-request.js'
import { interruptUntil } from '../../../src/jupyter/kernel/interrupt-until.js'
import type { Kernel } from '../../../src/jupyter/kernel/kernel.js'
import { startKernel } from '../../../src/jupyter/kernel/start-kernel.js'
import { findKernelspec, tslabKernelspec } from '../../../src/jupyter/kernelspec/kernelspecs.js'
import { type Message, newMessage } from '../../../src/jupyter/message/message.js'
import { echoKernelspec } from '../../support/echo-kernel.js'
import { patience } from '../../support/patience.js'
import { lives } from '../../support/processes.js'

const options = { cwd: tmpdir() }
const patient = { grace: patience, every: 250 }

/** The next message of a type. */
function next(kernel: Kernel, type: string): Promise<Message> {
  return new Promise((resolve) => {
    const unsubscribe = kernel.subscribe((message) => {
      if (message.header.msg_type !== type) return
      unsubscribe()
      resolve(message)
    })
  })
}

/** Asks for a cell and does not wait for it. */
async function begin(kernel: Kernel, code: string): Promise<{ readonly end: Promise<unknown> }> {
  const request = newMessage('execute_request', { code }, { session: kernel.session })
  const { end } = followRequest(kernel, request, { quiet: 500, onMessage: () => {} })
  await kernel.send('shell', request)
  // In an object, since an async function would wait for it.
  return { end }
}

describe('a kernel', () => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await startKernel(echoKernelspec(), options)
  })
  afterAll(() => kernel?.kill())

  test('asks for input on stdin, and gets the answer', async () => {
    const asked = next(kernel, 'input_request')
    const printed = next(kernel, 'stream')
    const code = { code: 'input your name?', allow_stdin: true }
    const request = newMessage('execute_request', code, { session: kernel.session })
    await kernel.send('shell', request)
    const { content, parent_header } = await asked
    expect(content).toEqual({ prompt: 'your name?', password: false })
    expect(parent_header.msg_id).toBe(request.header.msg_id)
    await kernel.send('stdin', newMessage('input_reply', { value: 'Ada' }, { session: kernel.session }))
    expect((await printed).content['text']).toBe('Ada\n')
  })

  test('has its comm messages passed both ways, buffers and metadata too', async () => {
    const echoed = next(kernel, 'comm_msg')
    const buffers = [Buffer.from([0, 255, 10]), Buffer.alloc(0), Buffer.alloc(100_000, 7)]
    const content = { comm_id: 'c', data: { value: [1, 'ü'] } }
    const sent = newMessage('comm_msg', content, { session: kernel.session, metadata: { version: '2' } })
    await kernel.send('shell', { ...sent, buffers })
    const received = await echoed
    expect(received).toMatchObject({ content, metadata: { version: '2' } })
    expect(received.buffers.map((each) => Buffer.from(each))).toEqual(buffers)
  })

  test('has the buffers of its displays passed on', async () => {
    const shown = next(kernel, 'display_data')
    await executeCell(kernel, 'buffers 3')
    expect((await shown).buffers.map((each) => [...each])).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [2, 2, 2],
    ])
  })

  test('is waited for when what a cell prints comes long after its reply', async () => {
    const outputs = [{ output_type: 'stream', name: 'stdout', text: 'hello\n' }]
    expect(await executeCell(kernel, 'late hello')).toMatchObject({ status: 'ok', outputs })
  })

  test('that forgets its idle is done with a cell after its reply', async () => {
    expect(await executeCell(kernel, 'forget', { quiet: 200 })).toMatchObject({ status: 'ok' })
  })

  test('stops what runs when it is interrupted', async () => {
    const { end } = await begin(kernel, 'wait')
    expect(await interruptUntil(kernel, end, patient)).toBe('stopped')
  })

  test('with nothing to wait for counts as stopped', async () => {
    expect(await interruptUntil(kernel, Promise.resolve())).toBe('stopped')
  })

  test('whose heartbeat stays away is told, and so is its return', async () => {
    const states: string[] = []
    const stop = await kernel.onHeartbeat((state) => states.push(state), { every: 20, missed: 5 })
    expect(await executeCell(kernel, 'print beats')).toMatchObject({ status: 'ok' })
    await executeCell(kernel, 'mute')
    // On a busy machine it may have been lost and found before.
    await expect.poll(() => states.at(-1)).toBe('lost')
    // It lives, and answers all else.
    expect(await executeCell(kernel, 'print alive')).toMatchObject({ status: 'ok' })
    expect(states.at(-1)).toBe('lost')
    await executeCell(kernel, 'unmute')
    await expect.poll(() => states.at(-1)).toBe('found')
    expect(states).toEqual(states.map((_, i) => (i % 2 === 0 ? 'lost' : 'found')))
    stop()
  })
})

test('a kernel that is registered with Jupyter is found, started as its kernel.json says, and works', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
  const { argv, ...rest } = echoKernelspec()
  const before = process.env['JUPYTER_PATH']
  try {
    await mkdir(join(folder, 'kernels', 'Echo'), { recursive: true })
    const env = { OWN: ['$', '{RESOURCES}/x:$JUPYTER_PATH'].join('') }
    const spec = { ...rest, argv: [...argv, '{resource_dir}'], env }
    await writeFile(join(folder, 'kernels', 'Echo', 'kernel.json'), JSON.stringify(spec))
    process.env['JUPYTER_PATH'] = folder
    const kernel = await startKernel(await findKernelspec('echo'), { ...options, env: { MORE: 'more' } })
    try {
      expect(await executeCell(kernel, 'env OWN')).toMatchObject({
        outputs: [{ text: ['$', `{RESOURCES}/x:${folder}`].join('') }],
      })
      expect(await executeCell(kernel, 'env MORE')).toMatchObject({ outputs: [{ text: 'more' }] })
    } finally {
      await kernel.kill()
    }
  } finally {
    if (before === undefined) delete process.env['JUPYTER_PATH']
    else process.env['JUPYTER_PATH'] = before
    await rm(folder, { recursive: true })
  }
})

test('a kernel whose kernelspec says so is interrupted by a message', async () => {
  const kernel = await startKernel(echoKernelspec('message'), options)
  try {
    const { end } = await begin(kernel, 'wait')
    const reply = next(kernel, 'interrupt_reply')
    expect(await interruptUntil(kernel, end, patient)).toBe('stopped')
    expect((await reply).content['status']).toBe('ok')
  } finally {
    await kernel.kill()
  }
})

test('a kernel that computes before it says that it is busy does not count as stopped', async () => {
  const kernel = await startKernel(echoKernelspec(), options)
  try {
    const { end } = await begin(kernel, 'hold')
    expect(await interruptUntil(kernel, end, { grace: 300, every: 100 })).toBe('not-heeded')
  } finally {
    await kernel.kill()
  }
})

test('a kernel that heeds no interrupt is told as such, also by executeCell, which ends it', async () => {
  const kernel = await startKernel(echoKernelspec(), options)
  const { end } = await begin(kernel, 'loop')
  expect(await interruptUntil(kernel, end, { grace: 300, every: 100 })).toBe('not-heeded')
  const result = await executeCell(kernel, 'print', { timeout: 100, interruptGrace: 100 })
  expect(result.reason).toContain('could not be interrupted')
  expect(kernel.exit).toMatchObject({ signal: 'SIGKILL' })
})

test('a kernel that dies while it runs something tells its exit code, and cannot be interrupted', async () => {
  const kernel = await startKernel(echoKernelspec(), options)
  const { pid = 0 } = kernel
  expect(await executeCell(kernel, 'die 7')).toMatchObject({ status: 'died' })
  expect(kernel.exit).toMatchObject({ code: 7 })
  expect(await interruptUntil(kernel, new Promise(() => {}))).toBe('died')
  expect(lives(pid)).toBe(false)
})

describe('tslab', () => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await startKernel(tslabKernelspec(), options)
  })
  afterAll(() => kernel?.kill())

  test('stops an endless loop, and aborts what waits behind it', async () => {
    const there = next(kernel, 'stream')
    const { end } = await begin(kernel, "console.log('there')\nwhile (true) {}")
    const behind = executeCell(kernel, '1')
    // What was asked behind it has then come, too.
    await there
    expect(await interruptUntil(kernel, end, patient)).toBe('stopped')
    expect(await behind).toMatchObject({ status: 'aborted' })
  })

  test('stops an endless wait', async () => {
    await expect.poll(async () => (await executeCell(kernel, '1')).status).toBe('ok')
    const { end } = await begin(kernel, 'await new Promise(() => {})')
    expect(await interruptUntil(kernel, end, patient)).toBe('stopped')
  })

  test('does not heed an interrupt in a loop behind an await, which is told', async () => {
    await expect.poll(async () => (await executeCell(kernel, '1')).status).toBe('ok')
    // An interrupt before the loop would stop the cell: it says when it is there.
    const there = next(kernel, 'stream')
    const { end } = await begin(kernel, "await 0\nconsole.log('there')\nwhile (true) {}")
    await there
    expect(await interruptUntil(kernel, end, { grace: 1_000 })).toBe('not-heeded')
  })
})
