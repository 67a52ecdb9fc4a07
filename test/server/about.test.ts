import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawRequest } from '../support/raw-request.js'
import { startTestServer, type TestServer } from '../support/test-server.js'

describe('what the server says of itself', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ baseUrl: '/a b/' })
  })
  afterAll(() => server.close())

  it('api tells the version', async () => {
    const answer = await server.ask('api')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ version: '0.0.0' })
  })

  it('api/status counts kernels and connections', async () => {
    const status = await (await server.ask('api/status')).json()
    expect(status).toMatchObject({ kernels: 0, connections: 0 })
    expect(Date.parse(status.started)).not.toBeNaN()
  })

  it('api/me grants what is asked about and tells nothing of the account', async () => {
    const me = await (await server.ask('api/me?permissions={"contents":["read"]}')).json()
    expect(me.permissions).toEqual({ contents: ['read'] })
    expect(me.identity.username).toBe('learner')
    const wrong = await server.ask('api/me?permissions=[1]')
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toHaveProperty('reason')
  })

  it('api/spec.yaml names paths that are there, each with its methods', async () => {
    const spec = await (await server.ask('api/spec.yaml')).text()
    expect(spec).toContain('servers: [{ url: "/a%20b/" }]')
    const gets = [...spec.matchAll(/^ {2}"(\/api\/[^"{]*)":\n {4}get:/gm)].map(([, path = '']) => path)
    expect(gets.length).toBeGreaterThan(5)
    for (const path of gets) expect([path, (await server.ask(path.slice(1))).status]).toEqual([path, 200])
  })

  it('an encoded base URL is where everything is, and the root leads to it', async () => {
    expect(server.url).toMatch(/\/a%20b\/$/)
    const root = await server.ask('/')
    expect(root.status).toBe(302)
    expect(root.headers.get('location')).toBe('/a%20b/')
    expect((await server.ask('/?token=a%20b')).headers.get('location')).toBe('/a%20b/?token=a%20b')
    expect((await server.ask('/api')).status).toBe(404)
  })

  it('a method that is not for an address is refused with those that are', async () => {
    for (const [method, path, allowed] of [
      ['PATCH', 'api', 'GET'],
      ['DELETE', 'api/status', 'GET'],
      ['GET', 'api/shutdown', 'POST'],
      ['PUT', 'api/sessions', 'GET, POST'],
      ['POST', 'api/kernels/x', 'GET, DELETE'],
      ['DELETE', 'api/config/notebook', 'GET, PUT, PATCH'],
      ['POST', 'files/a.txt', 'GET'],
    ] as const) {
      const answer = await server.ask(path, { method })
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, allowed])
      expect(await answer.json()).toMatchObject({ reason: 'Method Not Allowed' })
    }
    expect((await server.ask('api/nothing', { method: 'POST' })).status).toBe(404)
  })

  it('an address of a WebSocket says so to other requests', async () => {
    for (const path of ['api/events/subscribe', 'api/kernels/any/channels']) {
      expect((await server.ask(path)).status).toBe(400)
    }
  })

  it('a request with a Host that no address can be made of gets an answer as all others', async () => {
    const answer = await rawRequest(server.port, '/a%20b/api', { headers: { host: '127.0.0.1:8888.evil' } })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text)).toMatchObject({ reason: 'Bad Request' })
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })
})
