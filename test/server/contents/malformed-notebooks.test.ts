import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/test-server.js'

const code = (more: object) => ({
  cell_type: 'code',
  metadata: {},
  source: '1',
  execution_count: null,
  outputs: [],
  ...more,
})
const notebook = (cells: unknown[], more: object = {}) =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells, ...more })
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`

/** What cannot be opened, and what the message says of it. */
const broken: Readonly<Record<string, readonly [text: string | Buffer, reason: RegExp]>> = {
  empty: ['', /empty/],
  'not-json': ['{"cells": [', /not JSON/],
  'not-utf8': [Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), /UTF-8/],
  conflict: ['<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x', /merge conflict/],
  list: ['[]', /object/],
  nbformat3: ['{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}', /nbformat/],
  nbformat5: ['{"nbformat": 5, "nbformat_minor": 0, "metadata": {}, "cells": []}', /nbformat/],
  'newer-minor': [
    notebook([], { nbformat_minor: 6, $schema: 'x' }),
    /nbformat_minor is 6.*5 is the newest.*\$schema.*stays as it is\. Save it as nbformat 4\.5/,
  ],
  'no-cells': ['{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}', /cells/],
  'deep-nesting': [notebook([]).replace('"metadata":{}', `"metadata":{"a":${deep}}`), /nested|deep/],
  'wrong-cell': [notebook([{ cell_type: 'slide', id: 'a', metadata: {}, source: '' }]), /cell_type/],
}

describe('malformed notebooks', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())

  const open = async (name: string, content: string | Buffer) => {
    const file = join(server.root, `${name}.ipynb`)
    await writeFile(file, content)
    const answer = await server.ask(`api/contents/${name}.ipynb`)
    expect(await readFile(file)).toEqual(Buffer.from(content))
    return { status: answer.status, json: await answer.json() }
  }
  const put = (name: string, content: unknown) =>
    server.ask(`api/contents/${name}.ipynb`, {
      method: 'PUT',
      body: JSON.stringify({ type: 'notebook', format: 'json', content }),
    })

  it('are refused with the file and the reason, and stay as they are', async () => {
    for (const [name, [content, reason]] of Object.entries(broken)) {
      const { status, json } = await open(name, content)
      expect([name, status, json.message]).toEqual([name, 400, expect.stringMatching(reason)])
      expect(json.message).toContain(`${name}.ipynb`)
      expect(json.message).not.toContain(server.root)
    }
  })

  it('can still be opened as text, to be mended', async () => {
    const answer = await server.ask('api/contents/not-json.ipynb?type=file&format=text')
    expect(await answer.json()).toMatchObject({ type: 'file', content: '{"cells": [' })
  })

  it('of 200 MB are not read at all', async () => {
    await writeFile(join(server.root, 'huge.ipynb'), '')
    await truncate(join(server.root, 'huge.ipynb'), 200 * 1024 * 1024)
    const answer = await server.ask('api/contents/huge.ipynb')
    expect([answer.status, (await answer.json()).message]).toEqual([
      400,
      expect.stringMatching(/huge\.ipynb.*200 MB/),
    ])
  })

  it('that only lack ids, or have an id twice, or a byte order mark, are told apart: never a 500, never changed', async () => {
    const old = await open('no-ids', notebook([code({})], { nbformat_minor: 4 }))
    expect([old.status, old.json.content.cells[0].id]).toEqual([200, expect.stringMatching(/^[\w-]{1,64}$/)])
    expect((await open('twice', notebook([code({ id: 'a' }), code({ id: 'a' })]))).status).toBeLessThan(500)
    expect((await open('bom', `\ufeff${notebook([])}`)).status).toBeLessThan(500)
  })

  it('with keys such as __proto__ change no object', async () => {
    const { status, json } = await open(
      'proto',
      notebook([]).replace('"metadata":{}', '"metadata":{"__proto__":{"x":1}}'),
    )
    expect(status).toBeLessThan(500)
    expect(json).toHaveProperty(status === 200 ? 'content' : 'message')
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('are not saved either: the old file stays', async () => {
    const good = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] }
    expect((await put('kept', good)).status).toBe(201)
    const before = await readFile(join(server.root, 'kept.ipynb'))
    for (const bad of [
      null,
      [],
      'x',
      {},
      { ...good, nbformat: 3 },
      { ...good, cells: [{}] },
      { ...good, cells: {} },
    ]) {
      expect([bad, (await put('kept', bad)).status]).toEqual([bad, 400])
    }
    expect(await readFile(join(server.root, 'kept.ipynb'))).toEqual(before)
  })
})
