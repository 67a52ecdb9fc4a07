import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startTestServer, type TestServer } from '../../support/test-server.js'

describe('WebSockets', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ baseUrl: '/a b/' })
  })
  afterAll(() => server.close())

  /** `open`, or the status of the refusal. */
  const connect = (path: string, headers: Record<string, string>): Promise<string | number> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(new URL(path, server.url.replace('http', 'ws')), { headers })
      socket.on('open', () => {
        socket.terminate()
        resolve('open')
      })
      socket.on('unexpected-response', (_, answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      socket.on('error', reject)
    })
  const events = 'api/events/subscribe'
  const auth = () => ({ authorization: `token ${server.token}` })
  const cookie = () => `${server.services.access.cookieName}=${server.services.access.cookie}`
  const origin = () => new URL(server.url).origin

  it('the token in the header or the URL, or the cookie from a page of this origin, opens one', async () => {
    expect(await connect(events, auth())).toBe('open')
    expect(await connect(`${events}?token=${server.token}`, {})).toBe('open')
    expect(await connect(events, { cookie: cookie(), origin: origin() })).toBe('open')
  })

  it('nobody without a token gets one, on any path', async () => {
    for (const path of [events, 'api/kernels/x/channels', 'nothing', '', 'static/app/x.js', 'login']) {
      expect([path, await connect(path, {})]).toEqual([path, 403])
      expect([path, await connect(`${path}?token=wrong`, {})]).toEqual([path, 403])
    }
  })

  it('a cross-site WebSocket is refused before it opens, though the browser sends the cookie', async () => {
    for (const foreign of ['http://evil.example', 'null', `${origin()}.evil.example`, 'http://127.0.0.1:1']) {
      expect(await connect(events, { cookie: cookie(), origin: foreign })).toBe(403)
      expect(await connect(`${events}?token=${server.token}`, { origin: foreign })).toBe(403)
    }
  })

  it('DNS rebinding does not open one', async () => {
    expect(await connect(events, { ...auth(), host: 'evil.example' })).toBe(403)
  })

  it('a kernel or an address that is not there is refused before it opens', async () => {
    expect(await connect('api/kernels/none/channels?session_id=x', auth())).toBe(404)
    expect(await connect('api/kernels/a%2fb/channels', auth())).toBe(400)
    expect(await connect('nothing', auth())).toBe(404)
    expect(await connect('/api/events/subscribe', auth())).toBe(404)
  })

  it('a save is told to whoever listens', async () => {
    const socket = new WebSocket(new URL(events, server.url.replace('http', 'ws')), { headers: auth() })
    await new Promise((resolve) => socket.once('open', resolve))
    const told = new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data))))
    await server.ask('api/contents/told.txt', {
      method: 'PUT',
      body: JSON.stringify({ type: 'file', format: 'text', content: 'x' }),
    })
    expect(JSON.parse(await told)).toMatchObject({ action: 'save', path: 'told.txt', metadata_version: 1 })
    socket.terminate()
  })
})
