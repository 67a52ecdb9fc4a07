import type { Kernel } from '@jupyterlab/services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCode } from '../../support/run-code.js'
import { type ServicesClient, servicesClient } from '../../support/services-client.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'

describe('what befalls a kernel', () => {
  let server: TestServer
  let client: ServicesClient
  beforeAll(async () => {
    server = await startTestServer()
    client = servicesClient(server)
  })
  afterAll(async () => {
    await client?.dispose()
    await server?.close()
  })

  const open = async (path: string) => {
    const options = { path, type: 'notebook', name: '', kernel: { name: 'tslab' } }
    return client.kernelOf(await client.sessions.startNew(options))
  }
  const errorOf = async (path: string, cell: string) => {
    const answer = await server.ask(`backprop/api/outputs?path=${path}`)
    const { runs } = await answer.json()
    const run = runs.find((each: { cell: string }) => each.cell === cell)
    return { state: run.state, text: JSON.stringify(run.outputs) }
  }
  /** The client has heard of the kernel's death, and that it is back. */
  const isBack = async (kernel: Kernel.IKernelConnection, started: string[]) => {
    await expect.poll(() => started.includes('autorestarting')).toBe(true)
    await expect.poll(() => kernel.status).toBe('idle')
  }
  const statesOf = (kernel: Kernel.IKernelConnection) => {
    const states: string[] = []
    kernel.statusChanged.connect((_, state) => void states.push(state))
    return states
  }
  /** The server answers, whatever the kernels do. */
  const answers = async () => expect((await server.ask('api/status')).status).toBe(200)

  describe('with one kernel', () => {
    let kernel: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      kernel = await open('faults.ipynb')
    })

    it('process.exit(): the cell says so, and the next one runs on a fresh kernel', async () => {
      const states = statesOf(kernel)
      await expect(runCode(kernel, 'process.exit(3)', 'exit')).resolves.toMatchObject({ status: 'error' })
      expect(await errorOf('faults.ipynb', 'exit')).toMatchObject({
        state: 'error',
        text: expect.stringContaining('exit code 3'),
      })
      await isBack(kernel, states)
      expect(await runCode(kernel, '1 + 1', 'after')).toMatchObject({ status: 'ok', count: 1, text: '2\n' })
    })

    it('a loop that heeds no interrupt: the kernel is started again, and the cell says so', async () => {
      const states = statesOf(kernel)
      // An interrupt before the loop would stop the cell: it says when it is there.
      const endless = runCode(kernel, "await 0\nconsole.log('there')\nwhile (true) {}", 'endless')
      await expect.poll(async () => (await errorOf('faults.ipynb', 'endless')).text).toContain('there')
      await kernel.interrupt()
      expect(await endless).toMatchObject({ status: 'error' })
      expect((await errorOf('faults.ipynb', 'endless')).text).toContain('did not heed the interrupt')
      await isBack(kernel, states)
      expect(await runCode(kernel, '2 + 2', 'after')).toMatchObject({ status: 'ok', text: '4\n' })
    })

    it('a loop that heeds the interrupt: the kernel keeps its variables', async () => {
      await runCode(kernel, 'const kept = 7', 'kept')
      const endless = runCode(kernel, "console.log('here')\nwhile (true) {}", 'endless')
      await expect.poll(async () => (await errorOf('faults.ipynb', 'endless')).text).toContain('here')
      await kernel.interrupt()
      expect((await endless).status).toBe('error')
      // What is asked right after an interrupt is aborted.
      const after = async () => (await runCode(kernel, 'kept', 'after')).text
      await expect.poll(after, { interval: 250 }).toBe('7\n')
    })

    it('100 MB of print: the rest is counted in a notice, and the server answers meanwhile', async () => {
      const flood = runCode(
        kernel,
        "const line = 'x'.repeat(9999)\nfor (let i = 0; i < 10_000; i++) console.log(line)",
        'flood',
      )
      await answers()
      const { status, text } = await flood
      expect(status).toBe('ok')
      expect(text.length).toBeGreaterThan(1_000_000)
      expect(text.length).toBeLessThan(10_000_000)
      expect(text).toMatch(/left out|not shown|more/)
    })

    it('a display of 50 MB: what is shown is that it was too large', async () => {
      const code = "import * as tslab from 'tslab'\ntslab.display.html('x'.repeat(50_000_000))"
      const { status, messages } = await runCode(kernel, code, 'large')
      expect(status).toBe('ok')
      expect(JSON.stringify(messages).length).toBeLessThan(100_000)
      await answers()
    })

    it('a print without end: it is cut, the server answers, and the interrupt ends it', async () => {
      const endless = runCode(kernel, "while (true) console.log('again and again')", 'print')
      await expect
        .poll(async () => (await errorOf('faults.ipynb', 'print')).text.length)
        .toBeGreaterThan(100_000)
      await answers()
      await kernel.interrupt()
      const { text } = await endless
      expect(text.length).toBeLessThan(10_000_000)
      // What is asked right after an interrupt is aborted.
      await expect
        .poll(async () => (await runCode(kernel, '3 + 3', 'after')).text, { interval: 250 })
        .toBe('6\n')
    })

    it('SIGKILL from outside: it is started again', async () => {
      const states = statesOf(kernel)
      const endless = runCode(kernel, 'console.log(process.pid)\nawait new Promise(() => {})', 'killed')
      const pid = async () => Number(/(\d+)\\n/.exec((await errorOf('faults.ipynb', 'killed')).text)?.[1])
      await expect.poll(pid).toBeGreaterThan(0)
      process.kill(await pid(), 'SIGKILL')
      expect(await endless).toMatchObject({ status: 'error' })
      expect((await errorOf('faults.ipynb', 'killed')).text).toContain('SIGKILL')
      await isBack(kernel, states)
    })
  })

  it('out of memory: the cell says so', async () => {
    const { NODE_OPTIONS } = process.env
    process.env['NODE_OPTIONS'] = '--max-old-space-size=150'
    const kernel = await open('memory.ipynb').finally(() => {
      if (NODE_OPTIONS === undefined) delete process.env['NODE_OPTIONS']
      else process.env['NODE_OPTIONS'] = NODE_OPTIONS
    })
    const code = 'const kept: object[][] = []\nfor (;;) kept.push(new Array(1e6).fill({}))'
    const states = statesOf(kernel)
    expect(await runCode(kernel, code, 'memory')).toMatchObject({ status: 'error' })
    expect((await errorOf('memory.ipynb', 'memory')).text).toContain('out of memory')
    await isBack(kernel, states)
  })

  it('a kernel that does not start: the answer says why, and none is left in the list', async () => {
    const before = (await server.services.kernels.list()).length
    const answer = await server.ask('api/sessions', {
      method: 'POST',
      body: JSON.stringify({ path: 'n.ipynb', type: 'notebook', kernel: { name: 'nothing' } }),
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining("no kernel 'nothing'") })
    expect(await server.services.kernels.list()).toHaveLength(before)
  })
})
