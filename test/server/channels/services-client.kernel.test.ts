import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kernel, KernelMessage } from '@jupyterlab/services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCode } from '../../support/run-code.js'
import { type ServicesClient, servicesClient } from '../../support/services-client.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'

describe("JupyterLab's own client, given a URL and a token", () => {
  let server: TestServer
  let client: ServicesClient
  beforeAll(async () => {
    server = await startTestServer({ baseUrl: '/a b/' })
    client = servicesClient(server)
  })
  afterAll(async () => {
    await client?.dispose()
    await server?.close()
  })

  const open = (path: string) =>
    client.sessions.startNew({ path, type: 'notebook', name: path, kernel: { name: 'tslab' } })

  it('starts a session, runs cells, restarts and ends it', async () => {
    const session = await open('one.ipynb')
    expect(client.kernelOf(session).name).toBe('tslab')
    expect(await runCode(client.kernelOf(session), 'let a: number = 20\na + 1')).toMatchObject({
      status: 'ok',
      count: 1,
      text: '21\n',
    })
    expect(await runCode(client.kernelOf(session), 'a')).toMatchObject({ count: 2, text: '20\n' })
    const { id } = client.kernelOf(session)
    await client.kernelOf(session).restart()
    expect(client.kernelOf(session).id).toBe(id)
    expect(await runCode(client.kernelOf(session), '6 * 7')).toMatchObject({ count: 1, text: '42\n' })

    await session.setPath('two.ipynb')
    await client.sessions.refreshRunning()
    expect([...client.sessions.running()].map(({ path }) => path)).toEqual(['two.ipynb'])
    await session.shutdown()
    expect(await (await server.ask('api/kernels')).json()).toEqual([])
    expect(await (await server.ask('api/sessions')).json()).toEqual([])
  })

  describe('on one kernel with another client', () => {
    let other: ServicesClient
    let mine: Kernel.IKernelConnection
    let theirs: Kernel.IKernelConnection
    beforeAll(async () => {
      other = servicesClient(server)
      mine = client.kernelOf(await open('shared.ipynb'))
      const session = await other.sessions.startNew({
        path: 'shared.ipynb',
        type: 'notebook',
        name: '',
        kernel: { name: 'tslab' },
      })
      theirs = other.kernelOf(session)
    })
    afterAll(() => other?.dispose())

    it('shares the session: there is one kernel, with two connections', async () => {
      expect(theirs.id).toBe(mine.id)
      await expect.poll(async () => (await server.services.kernels.get(mine.id)).connections).toBe(2)
    })

    it('each gets the answers to what it asked, and both see what is published', async () => {
      const seen: string[] = []
      const see = (_: unknown, message: KernelMessage.IIOPubMessage) => {
        if ('text' in message.content) seen.push(String(message.content.text))
      }
      theirs.iopubMessage.connect(see)
      const results = await Promise.all([
        ...['a', 'b', 'c'].map((each) => runCode(mine, `console.log('mine ${each}')`)),
        ...['a', 'b', 'c'].map((each) => runCode(theirs, `console.log('theirs ${each}')`)),
      ])
      expect(results.map(({ text }) => text)).toEqual([
        ...['a', 'b', 'c'].map((each) => `mine ${each}\n`),
        ...['a', 'b', 'c'].map((each) => `theirs ${each}\n`),
      ])
      await expect.poll(() => seen.filter((each) => each.startsWith('mine'))).toHaveLength(3)
      theirs.iopubMessage.disconnect(see)
    })

    it('gets what it missed when the cable was pulled, in order and once', async () => {
      // The kernel says nothing more until the server has noticed, so that nothing is on its way.
      const gone = join(server.folder, 'gone')
      const code = `import { existsSync } from 'fs'
for (let i = 0; i < 50; i++) {
  console.log(i)
  while (i === 9 && !existsSync(${JSON.stringify(gone)})) await new Promise((resolve) => setTimeout(resolve, 10))
}`
      const came = new Promise<void>((resolve) => {
        const see = (_: unknown, { content }: KernelMessage.IIOPubMessage) => {
          if (!('text' in content) || !String(content.text).endsWith('9\n')) return
          mine.iopubMessage.disconnect(see)
          resolve()
        }
        mine.iopubMessage.connect(see)
      })
      const running = runCode(mine, code)
      await came
      const kernel = () => server.services.kernels.get(mine.id)
      client.pullCable()
      await expect.poll(async () => (await kernel()).connections).toBe(1)
      await writeFile(gone, '')
      await expect.poll(async () => (await kernel()).execution_state).toBe('idle')
      client.plugCable()
      await mine.reconnect()
      const { status, text } = await running
      expect(status).toBe('ok')
      expect(text).toBe(Array.from({ length: 50 }, (_, i) => `${i}\n`).join(''))
    })

    it('completes code while a cell runs, and the kernel counts as busy', async () => {
      const done = join(server.folder, 'done')
      const code = `import { existsSync } from 'fs'
while (!existsSync(${JSON.stringify(done)})) await new Promise((resolve) => setTimeout(resolve, 10))`
      const running = runCode(mine, code)
      const { content } = await theirs.requestComplete({ code: 'Math.sq', cursor_pos: 7 })
      expect(content).toMatchObject({ status: 'ok', matches: expect.arrayContaining(['sqrt']) })
      expect((await server.services.kernels.get(mine.id)).execution_state).toBe('busy')
      await writeFile(done, '')
      expect(await running).toMatchObject({ status: 'ok' })
    })

    it('asks for the history of a kernel that has none, and for comms, and is answered', async () => {
      const history = { output: false, raw: true, hist_access_type: 'tail', n: 10 } as const
      expect((await mine.requestHistory(history)).content).toEqual({ status: 'ok', history: [] })
      expect((await mine.requestCommInfo({})).content).toMatchObject({ comms: {} })
    })
  })

  it('keeps twenty kernels side by side, and all answer', async () => {
    const kernels = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => client.kernelOf(await open(`many-${i}.ipynb`))),
    )
    const results = await Promise.all(kernels.map((kernel, i) => runCode(kernel, `${i} * 2`)))
    expect(results.map(({ text }) => text)).toEqual(kernels.map((_, i) => `${i * 2}\n`))
    await Promise.all(kernels.map(({ id }) => server.services.kernels.shutdown(id)))
  })
})
