import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../support/test-server.js'

describe('a file that comes in parts', () => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer()
  })
  afterEach(() => {
    vi.restoreAllMocks()
    return server.close()
  })

  const part = async (chunk: number, content: string) => {
    const answer = await server.ask('api/contents/big.bin', {
      method: 'PUT',
      body: JSON.stringify({ type: 'file', format: 'text', chunk, content }),
    })
    return answer.status
  }
  const hidden = () => readdirSync(server.root).filter((name) => name.startsWith('.'))

  it('keeps the permissions of the file whose place it takes', async () => {
    writeFileSync(join(server.root, 'big.bin'), 'old')
    chmodSync(join(server.root, 'big.bin'), 0o640)
    expect([await part(1, 'one '), await part(-1, 'two')]).toEqual([200, 200])
    expect(readFileSync(join(server.root, 'big.bin'), 'utf8')).toBe('one two')
    expect(statSync(join(server.root, 'big.bin')).mode & 0o777).toBe(0o640)
  })

  it('is on the disk with its folder before the last part is answered', async () => {
    const handle = await open(join(server.root, 'probe'), 'w')
    await handle.close()
    const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync')
    await part(1, 'one ')
    await part(-1, 'two')
    expect(sync).toHaveBeenCalledTimes(2)
  })

  it('and was not finished is gone when the server has ended', async () => {
    expect(await part(1, 'one ')).toBe(201)
    expect(hidden()).toHaveLength(1)
    await server.services.contents.close()
    expect(hidden()).toEqual([])
    expect(readdirSync(join(server.folder, 'data', 'uploads'))).toEqual([])
    expect(await part(1, 'one ')).toBe(503)
  })

  it('is given up by the end of the server itself', async () => {
    await part(1, 'one ')
    const close = vi.spyOn(server.services.contents, 'close')
    await server.close()
    expect(close).toHaveBeenCalled()
  })
})
