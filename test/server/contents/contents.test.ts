import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/test-server.js'

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [{ cell_type: 'code', id: 'a', metadata: {}, source: '1 + 1', execution_count: null, outputs: [] }],
}

describe('api/contents', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ baseUrl: '/a b/' })
  })
  afterAll(() => server.close())

  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await server.ask(`api/contents/${path}`, {
      method,
      headers: { authorization: `token ${server.token}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      json: text === '' ? undefined : JSON.parse(text),
    }
  }
  const save = (path: string, content: string, headers?: Record<string, string>) =>
    send('PUT', path, { type: 'file', format: 'text', content }, headers)

  it('a directory lists the models of what is in it, without what is hidden', async () => {
    await mkdir(join(server.root, 'list', '.hidden'), { recursive: true })
    await writeFile(join(server.root, 'list', 'é b.txt'), 'x')
    const { json } = await send('GET', 'list')
    expect(json).toMatchObject({
      name: 'list',
      path: 'list',
      type: 'directory',
      format: 'json',
      mimetype: null,
    })
    expect(json.content).toMatchObject([
      { name: 'é b.txt', path: 'list/é b.txt', type: 'file', content: null, format: null, size: 1 },
    ])
    expect((await send('GET', 'list?content=0')).json.content).toBeNull()
  })

  it('a text comes as text, other bytes as base64, and each as asked', async () => {
    await writeFile(join(server.root, 'bytes.dat'), Buffer.from([0xff, 0xfe, 0]))
    await writeFile(join(server.root, 'text.md'), '# é')
    expect((await send('GET', 'text.md')).json).toMatchObject({
      format: 'text',
      content: '# é',
      mimetype: 'text/markdown',
    })
    expect((await send('GET', 'text.md?format=base64')).json.content).toBe(
      Buffer.from('# é').toString('base64'),
    )
    expect((await send('GET', 'bytes.dat')).json).toMatchObject({
      format: 'base64',
      content: '//4A',
      mimetype: 'application/octet-stream',
    })
    expect((await send('GET', 'bytes.dat?format=text')).status).toBe(400)
    expect((await send('GET', 'text.md?type=directory')).status).toBe(400)
    expect((await send('GET', 'list?type=file')).status).toBe(400)
  })

  it('hash=1 gives the SHA-256 of the file, also without its content', async () => {
    const { json } = await send('GET', 'text.md?content=0&hash=1')
    const hash = createHash('sha256').update('# é').digest('hex')
    expect(json).toMatchObject({ hash, hash_algorithm: 'sha256', content: null })
  })

  it('a new file answers 201 with its location, an old one 200', async () => {
    const made = await save('new file.txt', 'one')
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe('/a%20b/api/contents/new%20file.txt')
    expect(made.json).toMatchObject({ name: 'new file.txt', content: null, size: 3 })
    expect((await save('new file.txt', 'two')).status).toBe(200)
    expect(await readFile(join(server.root, 'new file.txt'), 'utf8')).toBe('two')
  })

  it('a notebook is written as nbformat writes it and read back as it was sent', async () => {
    expect(
      (await send('PUT', 'n.ipynb', { type: 'notebook', format: 'json', content: notebook })).status,
    ).toBe(201)
    const text = await readFile(join(server.root, 'n.ipynb'), 'utf8')
    expect(text).toContain('"source": [\n    "1 + 1"\n   ]')
    const { json } = await send('GET', 'n.ipynb')
    expect(json.content.cells[0]).toMatchObject({ id: 'a', source: '1 + 1' })
  })

  it('a save without a type, a content or a format that fits is refused with what is missing', async () => {
    for (const body of [
      { content: 'x' },
      { type: 'file', format: 'text' },
      { type: 'file', content: 'x' },
      { type: 'file', format: 'json', content: 'x' },
      { type: 'file', format: 'base64', content: 'no base64!' },
      { type: 'file', format: 'text', content: 3 },
      { type: 'notebook', content: { nbformat: 4 } },
      { type: 'link', content: '' },
      { type: 'file', format: 'text', content: '', copy_from: 'text.md' },
    ]) {
      const { status, json } = await send('PUT', 'refused.txt', body)
      expect({ status, body }).toEqual({ status: 400, body })
      expect(json).toMatchObject({ message: expect.any(String), reason: expect.any(String) })
    }
    expect(await readdir(server.root)).not.toContain('refused.txt')
    expect((await save('nowhere/x.txt', '')).status).toBe(404)
  })

  it('parts of a large file are put together, and the file is the old one until the last', async () => {
    await save('big.bin', 'old')
    const part = (chunk: number, text: string) =>
      send('PUT', 'big.bin', {
        type: 'file',
        format: 'base64',
        chunk,
        content: Buffer.from(text).toString('base64'),
      })
    expect((await part(2, 'x')).status).toBe(400)
    expect((await part(1, 'one ')).status).toBe(200)
    expect((await part(2, 'two ')).status).toBe(200)
    expect(await readFile(join(server.root, 'big.bin'), 'utf8')).toBe('old')
    expect((await part(-1, 'three')).json).toMatchObject({ size: 13 })
    expect(await readFile(join(server.root, 'big.bin'), 'utf8')).toBe('one two three')
    expect((await readdir(server.root)).filter((name) => name.endsWith('.upload'))).toEqual([])
  })

  it('POST makes untitled files, notebooks and folders, numbered, and copies', async () => {
    await mkdir(join(server.root, 'made'))
    const names: string[] = []
    for (const body of [
      { type: 'notebook' },
      { type: 'notebook' },
      { ext: '.ipynb' },
      { type: 'file', ext: '.txt' },
      { type: 'file', ext: '.txt' },
      { type: 'directory' },
      { type: 'directory' },
      { copy_from: 'text.md' },
      { copy_from: 'made/text.md' },
      { copy_from: 'made/text-Copy1.md' },
    ]) {
      const { status, json } = await send('POST', 'made', body)
      expect({ status, body }).toEqual({ status: 201, body })
      names.push(json.name)
    }
    expect(names).toEqual([
      'Untitled.ipynb',
      'Untitled1.ipynb',
      'Untitled2.ipynb',
      'untitled.txt',
      'untitled1.txt',
      'Untitled Folder',
      'Untitled Folder 1',
      'text.md',
      'text-Copy1.md',
      'text-Copy2.md',
    ])
    expect((await send('POST', 'text.md', {})).status).toBe(400)
    expect((await send('POST', 'made', { copy_from: '../../etc/passwd' })).status).toBe(400)
  })

  it('many requests for something new at once get names that differ', async () => {
    await mkdir(join(server.root, 'race'))
    await Promise.all(Array.from({ length: 12 }, () => send('POST', 'race', { type: 'notebook' })))
    expect(await readdir(join(server.root, 'race'))).toHaveLength(12)
  })

  it('PATCH renames, also into another folder, and never over something', async () => {
    await save('from.txt', 'x')
    const renamed = await send('PATCH', 'from.txt', { path: 'made/to.txt' })
    expect(renamed).toMatchObject({
      status: 200,
      json: { name: 'to.txt', path: 'made/to.txt', content: null },
    })
    expect((await send('GET', 'from.txt')).status).toBe(404)
    await save('other.txt', 'y')
    expect((await send('PATCH', 'other.txt', { path: 'made/to.txt' })).status).toBe(409)
    expect((await send('PATCH', 'other.txt', {})).status).toBe(400)
    expect((await send('PATCH', 'other.txt', { path: '.hidden' })).status).toBe(400)
    expect((await send('PATCH', 'absent.txt', { path: 'x.txt' })).status).toBe(404)
  })

  it('DELETE removes a file and an empty folder, and refuses one with something in it', async () => {
    await save('gone.txt', 'x')
    expect((await send('DELETE', 'gone.txt')).status).toBe(204)
    expect((await send('DELETE', 'gone.txt')).status).toBe(404)
    await send('PUT', 'empty', { type: 'directory' })
    expect((await send('DELETE', 'empty')).status).toBe(204)
    expect((await send('DELETE', 'made')).status).toBe(400)
    expect((await send('DELETE', '')).status).toBe(400)
  })

  it('a checkpoint is made, listed, restored and deleted, where Jupyter keeps its own', async () => {
    await save('kept.txt', 'first')
    expect((await send('GET', 'kept.txt/checkpoints')).json).toEqual([])
    const made = await send('POST', 'kept.txt/checkpoints')
    expect(made).toMatchObject({ status: 201, json: { id: 'checkpoint', last_modified: expect.any(String) } })
    expect(await readFile(join(server.root, '.ipynb_checkpoints', 'kept-checkpoint.txt'), 'utf8')).toBe(
      'first',
    )
    await save('kept.txt', 'second')
    expect((await send('POST', 'kept.txt/checkpoints/checkpoint')).status).toBe(204)
    expect((await send('GET', 'kept.txt')).json.content).toBe('first')
    expect((await send('GET', 'kept.txt/checkpoints')).json).toHaveLength(1)
    expect((await send('DELETE', 'kept.txt/checkpoints/checkpoint')).status).toBe(204)
    expect((await send('POST', 'kept.txt/checkpoints/checkpoint')).status).toBe(404)
    expect((await send('GET', '.ipynb_checkpoints')).status).toBe(404)
  })

  it('two tabs: a save that grew from another version gets 409 with what is there, one without a base saves', async () => {
    const first = (await save('two.txt', 'first')).json
    const second = (await save('two.txt', 'second', { 'x-backprop-base': first.hash })).json
    const stale = await save('two.txt', 'mine', { 'x-backprop-base': first.hash })
    expect(stale).toMatchObject({
      status: 409,
      json: { reason: 'Conflict', base: first.hash, current: { path: 'two.txt', hash: second.hash } },
    })
    expect(await readFile(join(server.root, 'two.txt'), 'utf8')).toBe('second')
    expect((await save('two.txt', 'third', { 'x-backprop-base': second.last_modified })).status).toBe(200)
    expect((await save('two.txt', 'as Jupyter')).status).toBe(200)
    await send('DELETE', 'two.txt')
    expect((await save('two.txt', 'x', { 'x-backprop-base': second.hash })).json.current).toBeNull()
  })

  it('an answer to a method that is not offered says so', async () => {
    const { status, json } = await send('PUT', 'text.md/checkpoints', {})
    expect(status).toBe(405)
    expect(json).toHaveProperty('reason')
  })

  it('each save is told on the event bus', async () => {
    const events: unknown[] = []
    const stop = server.services.events.subscribe((event) => events.push(event))
    await save('told.txt', 'x')
    stop()
    expect(events).toMatchObject([
      {
        schema_id: 'https://events.jupyter.org/jupyter_server/contents_service/v1',
        action: 'save',
        path: 'told.txt',
      },
    ])
  })
})
