import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BegunUploads } from '../../../src/server/contents/begun-uploads.js'
import { hashOf } from '../../../src/server/contents/contents-model.js'
import { folderContents } from '../../../src/server/contents/folder-contents.js'
import { RootFolder } from '../../../src/server/contents/root-folder.js'
import { newEvents } from '../../../src/server/events/events.js'
import { Notary } from '../../../src/server/trust/notary.js'
import { SignatureStore } from '../../../src/server/trust/signature-store.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'

const html = { output_type: 'display_data', metadata: {}, data: { 'text/html': '<script>alert(1)</script>' } }
const notebook = (trusted: boolean) => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [
    { cell_type: 'code', id: 'a', metadata: { trusted }, source: '1', execution_count: 1, outputs: [html] },
  ],
})

describe('trust', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())

  const save = (path: string, content: unknown) =>
    server.ask(`api/contents/${path}`, {
      method: 'PUT',
      body: JSON.stringify({ type: 'notebook', format: 'json', content }),
    })
  const isTrusted = async (path: string): Promise<unknown> =>
    (await (await server.ask(`api/contents/${path}`)).json()).content.cells[0].metadata.trusted

  it('a notebook that came from elsewhere is not trusted, whatever it says of itself', async () => {
    await writeFile(join(server.root, 'foreign.ipynb'), JSON.stringify(notebook(true)))
    expect(await isTrusted('foreign.ipynb')).toBe(false)
  })

  it('one from elsewhere that shows nothing which could do harm is', async () => {
    const [cell] = notebook(false).cells
    const printed = { output_type: 'stream', name: 'stdout', text: '<script>alert(1)</script>' }
    for (const [name, outputs] of Object.entries({ none: [], printed: [printed] })) {
      const content = { ...notebook(false), cells: [{ ...cell, outputs }] }
      await writeFile(join(server.root, `${name}.ipynb`), JSON.stringify(content))
      expect(await isTrusted(`${name}.ipynb`)).toBe(true)
    }
    await writeFile(
      join(server.root, 'mixed.ipynb'),
      JSON.stringify({ ...notebook(true), cells: [{ ...cell, id: 'b', outputs: [] }, cell] }),
    )
    expect(await isTrusted('mixed.ipynb')).toBe(false)
  })

  it('one that the person ran and saved is, and the mark is in no file', async () => {
    await save('own.ipynb', notebook(true))
    expect(await isTrusted('own.ipynb')).toBe(true)
    expect(await readFile(join(server.root, 'own.ipynb'), 'utf8')).not.toContain('trusted')
  })

  it('one that was saved with an output that is not trusted is not', async () => {
    await save('half.ipynb', { ...notebook(false), metadata: { title: 'half' } })
    expect(await isTrusted('half.ipynb')).toBe(false)
  })

  it('one that was changed by somebody else is not any more', async () => {
    await save('changed.ipynb', notebook(true))
    const file = join(server.root, 'changed.ipynb')
    await writeFile(file, (await readFile(file, 'utf8')).replace('alert(1)', 'alert(2)'))
    expect(await isTrusted('changed.ipynb')).toBe(false)
    expect((await server.ask('api/contents/changed.ipynb/trust', { method: 'POST' })).status).toBe(201)
    expect(await isTrusted('changed.ipynb')).toBe(true)
  })

  it('of two notebooks that are opened at once after a start, both are', async () => {
    await save('one.ipynb', notebook(true))
    const { nbformat_minor: _, ...rest } = notebook(true)
    await save('two.ipynb', { ...rest, nbformat_minor: 5, metadata: { title: 'two' } })
    const hashes = await Promise.all(
      ['one', 'two'].map(async (name) => hashOf(await readFile(join(server.root, `${name}.ipynb`)))),
    )
    const notary = new Notary(new SignatureStore(join(server.folder, 'data', 'trust')))
    expect(await Promise.all(hashes.map((hash) => notary.isTrusted(hash)))).toEqual([true, true])
  })

  it('two servers that begin at once have one secret', async () => {
    const stores = Array.from({ length: 4 }, () => new SignatureStore(join(server.folder, 'new')))
    const secrets = await Promise.all(stores.map(async (store) => (await store.secret()).toString('hex')))
    expect(new Set(secrets).size).toBe(1)
    expect((await readFile(join(server.folder, 'new', 'notebook-secret'))).toString('hex')).toBe(secrets[0])
  })

  it('where no signature can be kept notebooks open and are saved, and trust comes when one can be', async () => {
    const folder = join(server.folder, 'full', 'trust')
    await writeFile(join(server.folder, 'full'), 'a file in the place of the folder')
    const notary = new Notary(new SignatureStore(folder))
    const contents = folderContents(await RootFolder.open(server.root), {
      notary,
      events: newEvents(),
      begunUploads: new BegunUploads(folder),
    })
    const saved = await contents.save('unsigned.ipynb', { type: 'notebook', content: notebook(true) })
    expect(saved.hash).toBe(hashOf(await readFile(join(server.root, 'unsigned.ipynb'))))
    expect(await contents.get('unsigned.ipynb')).toMatchObject({ path: 'unsigned.ipynb' })
    await expect(contents.trust('unsigned.ipynb')).rejects.toThrow()
    await rm(join(server.folder, 'full'))
    await contents.trust('unsigned.ipynb')
    expect(await notary.isTrusted(saved.hash ?? '')).toBe(true)
  })

  it('the signatures are in the person’s own folder, and no notebook can bring one', async () => {
    expect(await readFile(join(server.folder, 'data', 'trust', 'signatures.txt'), 'utf8')).toMatch(
      /^[\da-f]{64}\n/,
    )
    const forged = { ...notebook(false), metadata: { signature: 'sha256:x' } }
    await writeFile(join(server.root, 'forged.ipynb'), JSON.stringify(forged))
    expect(await isTrusted('forged.ipynb')).toBe(false)
  })
})
