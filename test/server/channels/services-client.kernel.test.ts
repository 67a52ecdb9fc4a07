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
    await client.dispose()
    await server.close()
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
})
