import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCode } from '../../support/run-code.js'
import { type ServicesClient, servicesClient } from '../../support/services-client.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'

describe('a kernel that is started ahead', () => {
  let server: TestServer
  let client: ServicesClient
  beforeAll(async () => {
    server = await startTestServer({ prewarm: true, maxKernels: 2 })
    client = servicesClient(server)
  })
  afterAll(async () => {
    await client?.dispose()
    await server?.close()
  })

  it('is handed to a chapter with the course loaded, and the learner sees nothing of that', async () => {
    const opened = await server.ask('backprop/api/course/01-contours-and-gradient/open', { method: 'POST' })
    const { path } = await opened.json()
    server.services.kernels.warm()
    expect(await server.services.kernels.list()).toEqual([])

    const session = await client.sessions.startNew({
      path,
      type: 'notebook',
      name: '',
      kernel: { name: 'tslab' },
    })
    const kernel = client.kernelOf(session)
    const loaded = await runCode(
      kernel,
      'Object.keys(require.cache).some((file) => file.endsWith("dist/index.js"))',
    )
    expect(loaded).toMatchObject({ status: 'ok', count: 1, text: 'true\n' })
    const cell = await runCode(kernel, "import { sigmoid } from '../src'\nsigmoid(0)")
    expect(cell).toMatchObject({ status: 'ok', count: 2, text: '0.5\n' })
    expect(await server.services.kernels.list()).toHaveLength(1)
  })
})
