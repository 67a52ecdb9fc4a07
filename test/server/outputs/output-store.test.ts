import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tslabKernelspec } from '../../../src/jupyter/kernelspec/kernelspecs.js'
import type { JsonObject, JsonValue } from '../../../src/jupyter/notebook/notebook.js'
import { KernelChannelsService } from '../../../src/server/channels/kernel-channels-service.js'
import { HttpError } from '../../../src/server/http-error.js'
import { KernelManager } from '../../../src/server/kernels/kernel-manager.js'
import { OutputStore } from '../../../src/server/outputs/output-store.js'
import type { ChannelConnection, Contents, ContentsModel, SaveOptions } from '../../../src/server/services.js'
import { SessionStore } from '../../../src/server/sessions/session-store.js'
import { cellRequest, FakeKernel } from '../../support/fake-kernel.js'

const out = (text: string) => ({ output_type: 'stream', name: 'stdout', text })
const cell = (id: string, source: string, outputs: JsonValue = [], count: number | null = null) => ({
  cell_type: 'code',
  id,
  metadata: {},
  source,
  outputs,
  execution_count: count,
})

/** One notebook in memory, with what the store uses of contents. */
class OneNotebook {
  path = 'n.ipynb'
  /** One is made anew when it is read. */
  isChapter = false
  version = 1
  saves = 0
  /** Called before each save. */
  before = () => {}

  constructor(public content: JsonObject) {}

  async get(path: string, { content = true } = {}): Promise<Pick<ContentsModel, 'content' | 'hash'>> {
    if (this.path !== path) {
      if (!content || !this.isChapter) throw new HttpError(404, 'It is not here.')
      this.path = path
    }
    return { content: this.content, hash: String(this.version) }
  }

  async save(path: string, { content }: { content?: JsonValue }, { base }: SaveOptions = {}): Promise<void> {
    this.before()
    if (this.path !== path) throw new HttpError(409, 'It is not here any more.')
    if (base !== String(this.version)) throw new HttpError(409, 'Another has saved.')
    this.version++
    this.saves++
    // The store saves notebooks.
    this.content = content as JsonObject
  }
}

describe('the outputs of running notebooks', () => {
  let root: string
  let fake: FakeKernel
  let kernels: KernelManager
  let sessions: SessionStore
  let channels: KernelChannelsService
  let store: OutputStore
  let notebook: OneNotebook
  let connect: (session: string) => ChannelConnection
  let page: ChannelConnection
  let log: string[]
  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'backprop-outputs-')))
  })
  afterAll(() => rm(root, { recursive: true }))
  beforeEach(async () => {
    log = []
    notebook = new OneNotebook({ nbformat: 4, cells: [cell('a', '1'), cell('b', '2')] })
    kernels = new KernelManager({
      root,
      env: {},
      findSpec: async () => tslabKernelspec(),
      start: async () => {
        fake = new FakeKernel()
        return { kernel: fake, executedBefore: 0 }
      },
      kernel: { quiet: 10, lastWords: 0 },
    })
    sessions = new SessionStore(kernels)
    channels = new KernelChannelsService(kernels)
    store = new OutputStore({
      kernels,
      sessions,
      channels,
      // The store gets and saves; the rest is not called.
      contents: notebook as unknown as Contents,
      log: (text) => log.push(text),
    })
    const { kernel } = await sessions.create({ path: 'n.ipynb' })
    connect = (session) =>
      channels.connect(kernel?.id ?? '', session, { send: () => {}, close: () => {}, buffered: 0 })
    page = connect('page')
  })

  function runs(code: string, id: string, text: string) {
    const request = cellRequest(code, id)
    page.receive('shell', request)
    fake.says('iopub', 'stream', { name: 'stdout', text }, request)
    return request
  }

  function ran(code: string, id: string, text: string) {
    const request = runs(code, id, text)
    fake.finishes(request)
    return request
  }
  const runOf = (id: string) => store.of('n.ipynb').runs.find(({ cell: each }) => each === id)
  const end = async () => {
    const [session] = await sessions.list()
    await sessions.delete(session?.id ?? '')
  }

  it('are told to date with their state, numbered up to the last message', () => {
    ran('1', 'a', 'one\n')
    runs('2', 'b', 'two\n')
    const { seq, client, runs: all } = store.of('n.ipynb', { client: 'page' })
    expect(seq).toBeGreaterThan(3)
    expect(client).toMatchObject({ lost: 0 })
    expect(all).toMatchObject([
      {
        cell: 'a',
        code: '1',
        state: 'ok',
        execution_count: 1,
        saved: false,
        outputs: [{ output: out('one\n') }],
      },
      { cell: 'b', code: '2', state: 'running', ended: null, outputs: [{ output: out('two\n') }] },
    ])
    expect(store.of('other.ipynb')).toMatchObject({ kernel: null, runs: [] })
  })

  it('follow their notebook when it is renamed or its folder is moved', async () => {
    ran('1', 'a', 'one\n')
    await sessions.renamed('n.ipynb', 'folder/n.ipynb')
    await sessions.renamed('folder', 'moved')
    expect(store.of('moved/n.ipynb').runs).toHaveLength(1)
    expect(store.of('n.ipynb').runs).toEqual([])
  })

  it('count as saved when the file has them, and not before', () => {
    ran('1', 'a', 'one\ntwo\n')
    store.saved('n.ipynb', { cells: [cell('a', '1')] })
    expect(runOf('a')?.saved).toBe(true)
    ran('1', 'a', 'again\n')
    expect(runOf('a')?.saved).toBe(false)
    store.saved('n.ipynb', { cells: [cell('a', '1', [out('other')], 1)] })
    expect(runOf('a')?.saved).toBe(false)
    store.saved('n.ipynb', { cells: [cell('a', '1', [{ ...out(''), text: ['again', '\n'] }], 1)] })
    expect(runOf('a')?.saved).toBe(true)
  })

  it('that a page has shown and cleared are not brought back; those that no page has seen are not taken for cleared', () => {
    ran('1', 'a', 'one\n')
    page.closed(1001)
    store.saved('n.ipynb', { cells: [cell('a', '1')] })
    expect(runOf('a')?.saved).toBe(false)
  })

  it('that come after a save are unsaved again, also of a cell that is over', () => {
    const request = runs('1', 'a', 'one\n')
    fake.finishes(request)
    store.saved('n.ipynb', { cells: [cell('a', '1', [out('one\n')], 1)] })
    expect(runOf('a')?.saved).toBe(true)
    fake.says('iopub', 'stream', { name: 'stdout', text: 'from a timer\n' }, request)
    expect(runOf('a')).toMatchObject({ saved: false, outputs: [{ output: out('one\nfrom a timer\n') }] })
  })

  it('are renewed by a later cell through their display', () => {
    const show = (type: string, text: string) =>
      [type, { data: { 'text/plain': text }, metadata: {}, transient: { display_id: 'd' } }] as const
    const first = runs('1', 'a', '')
    fake.says('iopub', ...show('display_data', 'old'), first)
    fake.finishes(first)
    const second = runs('2', 'b', '')
    fake.says('iopub', ...show('update_display_data', 'new'), second)
    expect(runOf('a')?.outputs.at(-1)).toMatchObject({
      output: { data: { 'text/plain': 'new' } },
      display_id: 'd',
    })
  })

  it('that grow too large in another cell by being renewed are told the same way to the pages and to the file', () => {
    const seen: unknown[] = []
    const kernel = kernels.managed(store.of('n.ipynb').kernel ?? '')
    kernel.subscribe((_, { header, content }) => {
      if (header.msg_type === 'update_display_data') seen.push(content['data'])
    })
    const show = (type: string, text: string, display_id: string) =>
      [type, { data: { 'text/plain': text }, metadata: {}, transient: { display_id } }] as const
    const first = runs('1', 'a', '')
    for (const id of 'pqrs') fake.says('iopub', ...show('display_data', 'small', id), first)
    fake.finishes(first)
    const second = runs('2', 'b', '')
    const large = 'x'.repeat(19 * 1024 * 1024)
    for (const id of 'pqrs') fake.says('iopub', ...show('update_display_data', large, id), second)
    const kept = runOf('a')?.outputs.flatMap(({ output }) => ('data' in output ? [output.data] : []))
    expect(kept?.at(-1)).toEqual({ 'text/plain': expect.stringContaining('together') })
    expect(kept).toEqual(seen)
  })

  it('that no page shows are written into the file when the session ends', async () => {
    ran('1', 'a', 'one\n')
    page.closed(1001)
    await end()
    expect(notebook.content).toMatchObject({
      cells: [{ outputs: [out('one\n')], execution_count: 1 }, { outputs: [] }],
    })
  })

  it('that ended while nobody was there are written half a minute later, once, and the cell that runs is left alone', async () => {
    ran('1', 'a', 'one\n')
    runs('2', 'b', 'two\n')
    const start = Date.now()
    await store.writeLeft(start)
    page.closed(1001)
    await store.writeLeft(start + 40_000)
    expect(notebook.saves).toBe(0)
    await store.writeLeft(start + 60_000)
    expect(notebook.saves).toBe(0)
    await store.writeLeft(start + 70_000)
    expect(notebook.content).toMatchObject({
      cells: [{ outputs: [out('one\n')], execution_count: 1 }, { outputs: [] }],
    })
    expect([runOf('a')?.saved, runOf('b')?.saved]).toEqual([true, false])
    await store.writeLeft(start + 200_000)
    expect(notebook.saves).toBe(1)
  })

  it('of a cell that still ran are written as far as they came, with the reason', async () => {
    runs('1', 'a', 'one\n')
    page.closed(1001)
    await kernels.close()
    expect(notebook.content).toMatchObject({
      cells: [{ outputs: [out('one\n'), { output_type: 'error', ename: 'KernelEnded' }] }, {}],
    })
  })

  it('that a page shows, or the file has, are left to it', async () => {
    ran('1', 'a', 'one\n')
    await end()
    expect(notebook.saves).toBe(0)
  })

  it('go into the newer file when somebody saves at the same moment', async () => {
    ran('1', 'a', 'one\n')
    page.closed(1001)
    notebook.before = () => {
      notebook.before = () => {}
      notebook.version++
      notebook.content = { nbformat: 4, cells: [cell('b', 'newer'), cell('a', '1')] }
    }
    await end()
    expect(notebook.content).toMatchObject({ cells: [{ source: 'newer' }, { outputs: [out('one\n')] }] })
    expect(notebook.saves).toBe(1)
  })

  it('go to where the notebook is, when it is renamed at the same moment', async () => {
    ran('1', 'a', 'one\n')
    page.closed(1001)
    notebook.before = () => {
      notebook.before = () => {}
      notebook.path = 'renamed.ipynb'
      void sessions.renamed('n.ipynb', 'renamed.ipynb')
    }
    await end()
    expect(notebook.content).toMatchObject({ cells: [{ outputs: [out('one\n')] }, {}] })
  })

  it('bring no notebook back that was deleted', async () => {
    ran('1', 'a', 'one\n')
    page.closed(1001)
    notebook.path = 'nowhere'
    notebook.isChapter = true
    await end()
    expect(notebook.path).toBe('nowhere')
    expect(notebook.saves).toBe(0)
    expect(log).toEqual([])
  })

  it('that cannot be written are told of in the log, and the session ends all the same', async () => {
    ran('1', 'a', 'one\n')
    page.closed(1001)
    notebook.before = () => {
      throw new HttpError(507, 'The disk is full.')
    }
    await end()
    expect(log.join('')).toContain('n.ipynb could not be written: The disk is full.')
    expect(await sessions.list()).toEqual([])
  })

  describe('whose cell is not in the saved notebook', () => {
    const without = { cells: [cell('b', '2')] }
    const cells = () => (notebook.content['cells'] as JsonObject[]).map(({ id }) => id)
    const saveWithout = (begun?: Date) => {
      notebook.content = { nbformat: 4, ...without }
      store.saved('n.ipynb', without, begun)
    }

    it('do not come back when the client that ran the cell saves without it', async () => {
      ran('1', 'a', 'one\n')
      saveWithout()
      page.closed(1001)
      await end()
      expect(cells()).toEqual(['b'])
    })

    it('do not come back when they renew themselves later, nor when another program saves', async () => {
      const request = ran('1', 'a', 'one\n')
      saveWithout()
      fake.says('iopub', 'stream', { name: 'stdout', text: 'from a timer\n' }, request)
      page.closed(1001)
      saveWithout()
      await end()
      expect(cells()).toEqual(['b'])
    })

    it('do not come back when a page tells that the cell was deleted: after a reload, from another browser, mid-run', async () => {
      const request = runs('1', 'a', 'one\n')
      page.closed(1001)
      connect('reloaded')
      connect('other')
      store.changed('n.ipynb', { deleted: ['a'], restored: [] })
      saveWithout()
      fake.finishes(request)
      expect(runOf('a')).toMatchObject({ deleted: true, saved: false })
      await end()
      expect(cells()).toEqual(['b'])
    })

    it('come back when the deletion was undone and the page went before it could save', async () => {
      ran('1', 'a', 'one\n')
      store.changed('n.ipynb', { deleted: ['a'], restored: [] })
      store.changed('n.ipynb', { deleted: [], restored: ['a'] })
      page.closed(1001)
      notebook.content = { nbformat: 4, ...without }
      await end()
      expect(cells()).toEqual(['b', 'a'])
    })

    it('go into the cell when the file has it again, though it was deleted once', async () => {
      ran('1', 'a', 'one\n')
      saveWithout()
      page.closed(1001)
      notebook.content = { nbformat: 4, cells: [cell('a', '1')] }
      await end()
      expect(notebook.content).toMatchObject({ cells: [{ id: 'a', outputs: [out('one\n')] }] })
    })

    it('survive when nobody saw them: the page was closed while the cell ran', async () => {
      const request = runs('1', 'a', 'one\n')
      page.closed(1001)
      fake.finishes(request)
      saveWithout()
      await end()
      expect(cells()).toEqual(['b', 'a'])
    })

    it('survive when a page saves that only came later and has no cell for them', async () => {
      ran('1', 'a', 'one\n')
      page.closed(1001)
      const later = connect('later')
      saveWithout()
      later.closed(1001)
      await end()
      expect(cells()).toEqual(['b', 'a'])
    })

    it('survive when another page saves beside the one that has the cell', async () => {
      ran('1', 'a', 'one\n')
      connect('other')
      saveWithout()
      page.closed(1006)
      await end()
      expect(cells()).toEqual(['b', 'a'])
    })

    it('survive when the save began before the cell had run, on a slow way', async () => {
      const begun = new Date(Date.now() - 1_000)
      ran('1', 'a', 'one\n')
      saveWithout(begun)
      page.closed(1006)
      await end()
      expect(cells()).toEqual(['b', 'a'])
    })
  })

  it('are not taken for cleared by a save that began while the cell ran', () => {
    const begun = new Date(Date.now() - 1_000)
    ran('1', 'a', 'one\n')
    store.saved('n.ipynb', { cells: [cell('a', '1')] }, begun)
    expect(runOf('a')?.saved).toBe(false)
  })

  it('that come while others are written are still to be written', async () => {
    const request = ran('1', 'a', 'one\n')
    page.closed(1001)
    const start = Date.now()
    await store.writeLeft(start)
    notebook.before = () => {
      notebook.before = () => {}
      fake.says('iopub', 'stream', { name: 'stdout', text: 'from a timer\n' }, request)
    }
    await store.writeLeft(start + 40_000)
    expect(runOf('a')?.saved).toBe(false)
    await store.writeLeft(start + 50_000)
    expect(notebook.content).toMatchObject({ cells: [{ outputs: [out('one\nfrom a timer\n')] }, {}] })
  })

  it('are not written under a page that is being opened, and not put off for ever', async () => {
    ran('1', 'a', 'one\n')
    page.closed(1001)
    const start = Date.now()
    await store.writeLeft(start)
    store.opened('n.ipynb')
    await store.writeLeft(start + 50_000)
    store.opened('n.ipynb')
    expect(notebook.saves).toBe(0)
    await store.writeLeft(start + 65_000)
    expect(notebook.saves).toBe(1)
  })

  it("stay the page's to show when it reads the file while they are written into it", async () => {
    ran('1', 'a', 'one\n')
    page.closed(1001)
    const start = Date.now()
    await store.writeLeft(start)
    notebook.before = () => store.opened('n.ipynb')
    await store.writeLeft(start + 40_000)
    expect(notebook.saves).toBe(1)
    expect(runOf('a')?.saved).toBe(false)
  })

  it('are written at once when they are too many to keep, and forgotten only then', async () => {
    notebook.content = { nbformat: 4, cells: ['a', 'b', 'c'].map((id) => cell(id, id)) }
    page.closed(1001)
    const big = 'x'.repeat(19 * 1024 * 1024)
    const show = (id: string) => {
      const request = cellRequest(id, id)
      page.receive('shell', request)
      for (const each of [1, 2, 3]) {
        fake.says('iopub', 'display_data', { data: { 'text/plain': big + each }, metadata: {} }, request)
      }
      fake.finishes(request)
    }
    for (const id of ['a', 'b', 'c']) show(id)
    await expect.poll(() => runOf('a')).toBeUndefined()
    expect(notebook.content).toMatchObject({
      cells: [{ outputs: [{}, {}, {}] }, { outputs: [{}, {}, {}] }, { outputs: [{}, {}, {}] }],
    })
  })

  it('that cannot be written are told of once, however often it is tried', async () => {
    ran('1', 'a', 'one\n')
    page.closed(1001)
    notebook.before = () => {
      throw new HttpError(507, 'The disk is full.')
    }
    const start = Date.now()
    for (const seconds of [0, 40, 50, 60]) await store.writeLeft(start + seconds * 1_000)
    expect(log).toHaveLength(1)
  })

  it('of one run alone can be asked for', () => {
    const { header } = ran('1', 'a', 'one\n')
    ran('2', 'b', 'two\n')
    expect(store.of('n.ipynb', { run: header.msg_id }).runs.map(({ cell: each }) => each)).toEqual(['a'])
  })
})
