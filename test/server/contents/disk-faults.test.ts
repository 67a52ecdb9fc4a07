import { spawnSync } from 'node:child_process'
import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { replaceFsCall } from '../../support/fs-calls.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'

describe('when the disk fails', () => {
  let server: TestServer
  const mounts: string[] = []
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterEach(() => vi.restoreAllMocks())
  afterAll(async () => {
    for (const folder of mounts) spawnSync('umount', [folder])
    await server.close()
  })

  const save = async (
    path: string,
    content: string,
    headers: Record<string, string> = {},
    chunk?: number,
  ) => {
    const answer = await server.ask(`api/contents/${path}`, {
      method: 'PUT',
      headers: { authorization: `token ${server.token}`, ...headers },
      body: JSON.stringify({ type: 'file', format: 'text', content, chunk }),
    })
    return { status: answer.status, json: await answer.json() }
  }
  const failOn = async (method: 'sync' | 'writeFile', code: string) => {
    const handle = await open(join(server.root, 'probe'), 'w')
    await handle.close()
    const failure = Object.assign(new Error(`${code}: stubbed`), { code })
    return vi.spyOn(Object.getPrototypeOf(handle), method).mockRejectedValue(failure)
  }
  const leftovers = async (folder = '') =>
    (await readdir(join(server.root, folder))).filter((name) => name.startsWith('.'))

  it('a full disk is said, and the old file is there', async () => {
    await mkdir(join(server.root, 'full'))
    // A disk of its own where this machine lets us; else a write that fails as there.
    const isMounted =
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', join(server.root, 'full')]).status === 0
    if (isMounted) mounts.push(join(server.root, 'full'))
    await save('full/a.txt', 'old')
    if (!isMounted) await failOn('writeFile', 'ENOSPC')
    const { status, json } = await save('full/a.txt', 'x'.repeat(200_000))
    expect([status, json]).toEqual([
      507,
      { message: expect.stringContaining('disk is full'), reason: 'ENOSPC' },
    ])
    expect(await readFile(join(server.root, 'full', 'a.txt'), 'utf8')).toBe('old')
    expect(await leftovers('full')).toEqual([])
  })

  it('a fsync that fails is said, and the old file is there', async () => {
    await save('b.txt', 'old')
    const sync = await failOn('sync', 'EIO')
    const { status, json } = await save('b.txt', 'new')
    expect(sync).toHaveBeenCalled()
    expect([status, json.message]).toEqual([500, expect.stringContaining('the old file is as it was')])
    expect(JSON.stringify(json)).not.toContain(server.root)
    expect(await readFile(join(server.root, 'b.txt'), 'utf8')).toBe('old')
    expect(await leftovers()).toEqual([])
  })

  it('a file that may only be read is not written over, also not in parts or by its checkpoint', async () => {
    await save('kept.txt', 'old')
    const checkpoints = 'api/contents/kept.txt/checkpoints'
    expect((await server.ask(checkpoints, { method: 'POST' })).status).toBe(201)
    // Root, who may run this, is refused nothing.
    const putBack = replaceFsCall('access', (stock) => async (...args) => {
      if (args[1] === constants.W_OK) throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
      return stock(...args)
    })
    try {
      expect((await save('kept.txt', 'new')).status).toBe(403)
      expect((await save('kept.txt', 'new', {}, 1)).status).toBe(403)
      expect((await server.ask(`${checkpoints}/checkpoint`, { method: 'POST' })).status).toBe(403)
      expect((await save('kept-new.txt', 'new')).status).toBe(201)
    } finally {
      putBack()
    }
    expect(await readFile(join(server.root, 'kept.txt'), 'utf8')).toBe('old')
    expect(await leftovers()).toEqual(['.ipynb_checkpoints'])
    await rm(join(server.root, '.ipynb_checkpoints'), { recursive: true })
  })

  it('a notebook is saved where its checkpoint cannot be kept', async () => {
    const notebook = (path: string) =>
      server.ask(`api/contents/${encodeURIComponent(path)}`, {
        method: 'PUT',
        body: JSON.stringify({
          type: 'notebook',
          content: { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] },
        }),
      })
    // 252 bytes, to which the checkpoint's name adds eleven.
    const long = `${'ж'.repeat(123)}.ipynb`
    expect([(await notebook(long)).status, (await notebook(long)).status]).toEqual([201, 200])
    await rm(join(server.root, '.ipynb_checkpoints'), { recursive: true, force: true })
    await writeFile(join(server.root, '.ipynb_checkpoints'), 'a file')
    expect([(await notebook('n.ipynb')).status, (await notebook('n.ipynb')).status]).toEqual([201, 200])
    for (const name of [long, 'n.ipynb', '.ipynb_checkpoints']) await rm(join(server.root, name))
  })

  it('the file and its folder are synced before a save is answered', async () => {
    const handle = await open(join(server.root, 'probe'), 'w')
    await handle.close()
    const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync')
    await save('synced.txt', 'x')
    expect(sync).toHaveBeenCalledTimes(2)
  })

  it('a clock that moved hides no change from a save that carries the hash', async () => {
    const { json: first } = await save('clock.txt', 'first')
    const then = new Date(first.last_modified)
    await writeFile(join(server.root, 'clock.txt'), 'other')
    await utimes(join(server.root, 'clock.txt'), then, then)
    expect((await save('clock.txt', 'mine', { 'x-backprop-base': first.hash })).status).toBe(409)
    await utimes(join(server.root, 'clock.txt'), new Date(0), new Date(4e12))
    const { hash } = await (await server.ask('api/contents/clock.txt?hash=1')).json()
    expect((await save('clock.txt', 'mine', { 'x-backprop-base': hash })).status).toBe(200)
  })
})
