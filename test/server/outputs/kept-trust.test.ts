import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newMessage } from '../../../src/jupyter/message/message.js'
import type { JsonObject, JsonValue } from '../../../src/jupyter/notebook/notebook.js'
import { BegunUploads } from '../../../src/server/contents/begun-uploads.js'
import { folderContents } from '../../../src/server/contents/folder-contents.js'
import { RootFolder } from '../../../src/server/contents/root-folder.js'
import { newEvents } from '../../../src/server/events/events.js'
import { Run } from '../../../src/server/kernels/run.js'
import { mergeRuns } from '../../../src/server/outputs/merge-runs.js'
import type { Contents } from '../../../src/server/services.js'
import { Notary } from '../../../src/server/trust/notary.js'
import { SignatureStore } from '../../../src/server/trust/signature-store.js'
import { cellRequest } from '../../support/fake-kernel.js'

const html = { output_type: 'display_data', metadata: {}, data: { 'text/html': '<b>chart</b>' } }
const cell = (id: string) => ({
  cell_type: 'code',
  id,
  metadata: {},
  source: id,
  execution_count: 1,
  outputs: [html],
})

/** A run of our own kernel that shows something which is not shown to everybody. */
function ran(id: string): Run {
  const run = new Run(cellRequest(id, id), 'page')
  run.outputs.take(newMessage('display_data', { data: html.data, metadata: {} }, { session: 'kernel' }))
  run.outputs.take(newMessage('stream', { name: 'stdout', text: id }, { session: 'kernel' }))
  run.end({ status: 'ok', execution_count: 2 })
  return run
}

describe('the trust of a notebook into which the server writes outputs', () => {
  let root: string
  let contents: Contents
  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'backprop-trust-')))
    const notary = new Notary(new SignatureStore(join(root, 'signatures')))
    contents = folderContents(await RootFolder.open(root), {
      notary,
      events: newEvents(),
      begunUploads: new BegunUploads(root),
    })
  })
  afterAll(() => rm(root, { recursive: true }))

  async function written(name: string, runs: readonly Run[]): Promise<Record<string, unknown>> {
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: { name }, cells: [cell('a'), cell('b')] }
    await writeFile(join(root, name), JSON.stringify(notebook))
    if (name.startsWith('own')) await contents.trust(name)
    const { content } = await contents.get(name, { type: 'notebook' })
    const merged = mergeRuns(content as JsonValue, runs)
    if (merged === undefined) throw new Error('There was nothing to write.')
    await contents.save(name, { type: 'notebook', format: 'json', content: merged })
    const after = (await contents.get(name, { type: 'notebook' })).content as JsonObject
    const cells = after['cells'] as { readonly id: string; readonly metadata: JsonObject }[]
    return Object.fromEntries(cells.map(({ id, metadata }) => [id, metadata['trusted']]))
  }

  it('is kept when the outputs of a cell that is gone are appended', async () => {
    expect(await written('own.ipynb', [ran('gone')])).toEqual({ a: true, b: true, gone: true })
  })

  it('is not given to outputs that came with a notebook from elsewhere', async () => {
    expect(await written('foreign.ipynb', [ran('gone'), ran('a')])).toEqual({
      a: false,
      b: false,
      gone: false,
    })
  })

  it('is given when all that could do harm came from our own kernel', async () => {
    expect(await written('rerun.ipynb', [ran('a'), ran('b')])).toEqual({ a: true, b: true })
  })
})
