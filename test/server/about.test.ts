import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
    expect((await server.ask('/api')).status).toBe(404)
  })
})
