import { createServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { bindPort } from '../../../src/server/node/bind-port.js'
import { hostNames } from '../../../src/server/node/host-names.js'
import { normalBaseUrl } from '../../../src/server/node/normal-base-url.js'
import { startTestServer } from '../../support/test-server.js'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

it('a port in use is passed over for the next', async () => {
  const other = createServer()
  ends.push(() => other.close())
  const taken = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const { server, port } = await bindPort({ ip: '127.0.0.1', port: taken })
  ends.push(() => server.close())
  expect(port).toBeGreaterThan(taken)
  expect(port).toBeLessThanOrEqual(taken + 50)
})

it('an address that is not of this machine is an error, not another port', async () => {
  await expect(bindPort({ ip: '203.0.113.1', port: 0 })).rejects.toThrow('EADDRNOTAVAIL')
})

it('on its own machine alone the server has no other names', () => {
  expect([...hostNames('127.0.0.1')].sort()).toEqual(['127.0.0.1', '[::1]', 'localhost'])
  expect(hostNames('0.0.0.0', ['Notebooks.Example'])).toContain('notebooks.example')
})

it('a base URL is written as browsers send it, whether or not it was encoded', () => {
  for (const [given, normal] of [
    ['/', '/'],
    ['', '/'],
    ['a', '/a/'],
    ['/a b/', '/a%20b/'],
    ['/a%20b', '/a%20b/'],
    ['/é/x', '/%C3%A9/x/'],
  ] as const) {
    expect(normalBaseUrl(given)).toBe(normal)
  }
  for (const wrong of ['/a?b', '/a#b', '//a', '/a/../b', '/%2f', '/%', '/a\\b', '/a\nb', '/%00']) {
    expect(() => normalBaseUrl(wrong), wrong).toThrow(/base URL/)
  }
})

it('the server ends though a client holds a connection and a WebSocket open and says nothing', async () => {
  const server = await startTestServer()
  await server.ask('api')
  const url = new URL('api/events/subscribe', server.url.replace('http', 'ws'))
  const socket = new WebSocket(url, { headers: { authorization: `token ${server.token}` } })
  await new Promise((resolve) => socket.once('open', resolve))
  socket.pause()
  ends.push(() => socket.terminate())
  await server.close()
  await expect(server.ask('api')).rejects.toThrow()
})
