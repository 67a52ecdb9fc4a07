import { once } from 'node:events'
import fs, { type ReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaceFsCall } from '../../support/fs-calls.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'

describe('files/', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
    await mkdir(join(server.root, 'sub'))
    await writeFile(join(server.root, 'sub', 'page.html'), '<script>document.title = 1</script>')
    await writeFile(
      join(server.root, 'sub', 'pic.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    )
    await writeFile(join(server.root, 'a"b\u00e9.csv'), 'x,y\n1,2\n')
  })
  afterAll(() => server.close())

  it('a stored SVG or HTML is sandboxed: no scripts, no origin, no type but its own', async () => {
    for (const [path, type] of [
      ['files/sub/page.html', 'text/html; charset=utf-8'],
      ['files/sub/pic.svg', 'image/svg+xml'],
    ] as const) {
      const answer = await server.ask(path)
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(answer.headers.get('content-type')).toBe(type)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(policy).toMatch(/^sandbox;/)
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/)
    }
  })

  it('a file comes byte by byte, and with download=1 under its own name, whatever is in it', async () => {
    const answer = await server.ask(`files/${encodeURIComponent('a"bé.csv')}?download=1`)
    expect(await answer.text()).toBe('x,y\n1,2\n')
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="a_b_.csv"; filename*=UTF-8\'\'a%22b%C3%A9.csv',
    )
  })

  it('a folder or a file that is not there is no file', async () => {
    expect((await server.ask('files/sub')).status).toBe(400)
    expect((await server.ask('files/none.txt')).status).toBe(404)
  })

  it('HEAD answers as GET without the bytes', async () => {
    const answer = await server.ask('files/sub/pic.svg', { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })

  it('no file stays open when its bytes are not wanted, or not any more', async () => {
    await writeFile(join(server.root, 'large.bin'), Buffer.alloc(5_000_000))
    const opened: ReadStream[] = []
    const putBack = replaceFsCall(
      'createReadStream',
      (stock) =>
        (...args) => {
          const stream = stock(...args) as ReadStream
          opened.push(stream)
          return stream
        },
      fs,
    )
    try {
      for (let i = 0; i < 5; i++) {
        await server.ask('files/large.bin', { method: 'HEAD' })
        const headers = { authorization: `token ${server.token}` }
        const early = request(`${server.url}files/large.bin`, { headers }).on('error', () => {})
        early.end()
        await delay(i)
        early.destroy()
        const late = request(`${server.url}files/large.bin`, { headers }).on('error', () => {})
        late.end()
        const [answer] = await once(late, 'response')
        await once(answer, 'data')
        late.destroy()
      }
      await expect.poll(() => opened.filter(({ closed }) => !closed)).toEqual([])
      expect(opened.length).toBeGreaterThan(0)
    } finally {
      putBack()
    }
  })

  it('an empty file has no bytes, though it grows', async () => {
    await writeFile(join(server.root, 'empty.log'), '')
    const { stream, size } = await server.services.contents.open('empty.log')
    await writeFile(join(server.root, 'empty.log'), 'more')
    expect([size, await new Response(stream).text()]).toEqual([0, ''])
  })
})
