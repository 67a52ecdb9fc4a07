import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KernelError } from '../../../src/jupyter/kernel/kernel-error.js'
import { tslabKernelspec } from '../../../src/jupyter/kernelspec/kernelspecs.js'
import { errorAnswer } from '../../../src/server/http/error-answer.js'
import { KernelManager } from '../../../src/server/kernels/kernel-manager.js'
import { kernelRoutes } from '../../../src/server/kernels/kernel-routes.js'
import { sessionRoutes } from '../../../src/server/sessions/session-routes.js'
import { SessionStore } from '../../../src/server/sessions/session-store.js'
import { FakeKernel } from '../../support/fake-kernel.js'

/** The members of the answers that are looked at here; each answer has its own of them. */
interface Answer {
  readonly id: string
  readonly kernel: { readonly id: string; readonly name: string }
  map<T>(take: (each: Answer) => T): T[]
}

function gate(): { readonly opens: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opens = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opens, open: () => open() }
}

describe('api/sessions and api/kernels', () => {
  let kernels: KernelManager
  let sessions: SessionStore
  /** What a kernel waits for before it starts, and before it ends. */
  let beforeStart: Promise<void>
  let beforeEnd: Promise<void>
  let processes: FakeKernel[]
  let ask: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: Answer }>
  beforeEach(() => {
    beforeStart = Promise.resolve()
    beforeEnd = Promise.resolve()
    processes = []
    kernels = new KernelManager({
      root: tmpdir(),
      env: {},
      findSpec: async (name = 'tslab') => {
        if (!['tslab', 'other'].includes(name)) throw new KernelError(`There is no kernel '${name}'.`)
        return { ...tslabKernelspec(), name }
      },
      start: async () => {
        await beforeStart
        const kernel = new FakeKernel()
        const shutdown = kernel.shutdown.bind(kernel)
        kernel.shutdown = () => beforeEnd.then(shutdown)
        processes.push(kernel)
        return { kernel, executedBefore: 0 }
      },
      kernel: { quiet: 10, lastWords: 0 },
    })
    sessions = new SessionStore(kernels)
    const services = { kernels, sessions, baseUrl: '/' }
    const app = sessionRoutes(services).route('/', kernelRoutes(services))
    app.onError((error) => errorAnswer(error))
    ask = async (method, path, body) => {
      const init = body === undefined ? {} : { body: JSON.stringify(body) }
      const answer = await app.request(path, { method, ...init })
      const text = await answer.text()
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
    }
  })
  afterEach(() => kernels.close())

  const create = (more: object = {}) =>
    ask('POST', '/api/sessions', {
      path: 'a/n.ipynb',
      name: 'n',
      type: 'notebook',
      kernel: { name: 'tslab' },
      ...more,
    })

  it('POST makes a session with its kernel, 201; the same document has one session', async () => {
    const { status, body } = await create()
    expect(status).toBe(201)
    expect(body).toMatchObject({
      path: 'a/n.ipynb',
      name: 'n',
      type: 'notebook',
      notebook: { path: 'a/n.ipynb' },
      kernel: { name: 'tslab', execution_state: 'idle', connections: 0 },
    })
    const [again, beside] = await Promise.all([create(), create({ path: 'b.ipynb' })])
    expect(again.body.id).toBe(body.id)
    expect((await ask('GET', '/api/sessions')).body.map((each) => each.id)).toEqual([body.id, beside.body.id])
    expect((await ask('GET', `/api/sessions/${body.id}`)).body.id).toBe(body.id)
  })

  it('two that open one document at the same moment share one kernel', async () => {
    const [one, two] = await Promise.all([create(), create()])
    expect(one.body.kernel.id).toBe(two.body.kernel.id)
    expect((await ask('GET', '/api/kernels')).body).toHaveLength(1)
  })

  it('a console can have the kernel of a notebook, and ends alone', async () => {
    const notebook = (await create()).body
    const console_ = (
      await create({ path: 'a/console-1', type: 'console', kernel: { id: notebook.kernel.id } })
    ).body
    expect(console_.kernel.id).toBe(notebook.kernel.id)
    expect(console_).not.toHaveProperty('notebook')
    expect((await ask('DELETE', `/api/sessions/${console_.id}`)).status).toBe(204)
    expect((await ask('GET', '/api/kernels')).body).toHaveLength(1)
    expect((await ask('DELETE', `/api/sessions/${notebook.id}`)).status).toBe(204)
    expect((await ask('GET', '/api/kernels')).body).toEqual([])
  })

  it('PATCH renames, moves, and changes the kernel; the one that nobody has then is ended', async () => {
    const { id, kernel } = (await create()).body
    const renamed = await ask('PATCH', `/api/sessions/${id}`, { path: 'c/m.ipynb', name: 'm', type: 'file' })
    expect(renamed).toMatchObject({
      status: 200,
      body: { path: 'c/m.ipynb', name: 'm', type: 'file', kernel: { id: kernel.id } },
    })
    const same = await ask('PATCH', `/api/sessions/${id}`, { kernel: { id: null, name: null } })
    expect(same.body.kernel.id).toBe(kernel.id)
    const changed = await ask('PATCH', `/api/sessions/${id}`, { kernel: { name: 'other' } })
    expect(changed.body).toMatchObject({ id, path: 'c/m.ipynb', kernel: { name: 'other' } })
    expect((await ask('GET', `/api/kernels/${kernel.id}`)).status).toBe(404)
    expect((await ask('PATCH', `/api/sessions/${id}`, { kernel: { name: 'none' } })).status).toBe(400)
    expect((await ask('GET', `/api/sessions/${id}`)).body.kernel.name).toBe('other')
  })

  it('a notebook that is renamed while its former kernel ends gets what that has left under its new name', async () => {
    const { id, kernel } = (await create()).body
    const end = gate()
    beforeEnd = end.opens
    const changed = ask('PATCH', `/api/sessions/${id}`, { kernel: { name: 'other' } })
    await expect.poll(() => sessions.kernelOf('a/n.ipynb')).not.toBe(kernel.id)
    expect(sessions.notebookOf(kernel.id)).toBe('a/n.ipynb')
    await sessions.renamed('a', 'b')
    expect(sessions.notebookOf(kernel.id)).toBe('b/n.ipynb')
    end.open()
    await changed
    expect(sessions.notebookOf(kernel.id)).toBeUndefined()
  })

  it('a kernel that is changed twice at once leaves one', async () => {
    const { id } = (await create()).body
    const change = () => ask('PATCH', `/api/sessions/${id}`, { kernel: { name: 'other' } })
    await Promise.all([change(), change()])
    const { kernel } = (await ask('GET', `/api/sessions/${id}`)).body
    expect((await ask('GET', '/api/kernels')).body.map((each) => each.id)).toEqual([kernel.id])
    expect(processes.filter(({ exit }) => exit === undefined)).toHaveLength(1)
  })

  it('a session that is deleted while it gets another kernel leaves none', async () => {
    const { id } = (await create()).body
    const start = gate()
    beforeStart = start.opens
    const changed = ask('PATCH', `/api/sessions/${id}`, { kernel: { name: 'other' } })
    await expect.poll(async () => (await kernels.list()).length).toBe(2)
    expect((await ask('DELETE', `/api/sessions/${id}`)).status).toBe(204)
    start.open()
    expect((await changed).status).toBe(404)
    expect((await ask('GET', '/api/kernels')).body).toEqual([])
    expect(processes.filter(({ exit }) => exit === undefined)).toEqual([])
  })

  it('a document that is opened while its kernel is being shut down gets a new one', async () => {
    const { id, kernel } = (await create()).body
    const end = gate()
    beforeEnd = end.opens
    const deleted = ask('DELETE', `/api/sessions/${id}`)
    await expect.poll(async () => (await kernels.get(kernel.id)).execution_state).toBe('dead')
    const opened = sessions.create({ path: 'a/n.ipynb', kernel: { name: 'tslab' } })
    end.open()
    expect((await deleted).status).toBe(204)
    const { id: newId, kernel: newKernel } = await opened
    expect(newKernel).toMatchObject({ execution_state: 'idle' })
    expect(newKernel?.id).not.toBe(kernel.id)
    expect((await ask('GET', '/api/sessions')).body.map((each) => each.id)).toEqual([newId])
  })

  it('a kernel that is shut down while it starts is told, and no session is left without one', async () => {
    const start = gate()
    beforeStart = start.opens
    const created = create()
    await expect.poll(async () => (await kernels.list()).length).toBe(1)
    const [kernel] = await kernels.list()
    expect((await ask('DELETE', `/api/kernels/${kernel?.id}`)).status).toBe(204)
    start.open()
    expect((await created).status).toBe(409)
    expect(await ask('GET', '/api/sessions')).toEqual({ status: 200, body: [] })
    expect(processes.filter(({ exit }) => exit === undefined)).toEqual([])
  })

  it('a session goes with its kernel', async () => {
    const { kernel } = (await create()).body
    expect((await ask('DELETE', `/api/kernels/${kernel.id}`)).status).toBe(204)
    expect((await ask('GET', '/api/sessions')).body).toEqual([])
  })

  it('kernels are started, looked at, interrupted, restarted and ended by themselves, too', async () => {
    const started = await ask('POST', '/api/kernels', { name: 'other', path: 'a/n.ipynb' })
    expect(started).toMatchObject({ status: 201, body: { name: 'other' } })
    const { id } = started.body
    expect(await ask('POST', `/api/kernels/${id}/interrupt`)).toEqual({ status: 204, body: undefined })
    expect(await ask('POST', `/api/kernels/${id}/restart`)).toMatchObject({ status: 200, body: { id } })
    expect(Object.keys((await ask('GET', `/api/kernels/${id}`)).body).sort()).toEqual([
      'connections',
      'execution_state',
      'id',
      'last_activity',
      'name',
    ])
    expect((await ask('DELETE', `/api/kernels/${id}`)).status).toBe(204)
    expect((await ask('POST', '/api/kernels')).status).toBe(201)
  })

  it('wrong requests are refused with a message', async () => {
    const { id } = (await create()).body
    for (const [method, path, body, status] of [
      ['POST', '/api/sessions', {}, 400],
      ['POST', '/api/sessions', { path: 1 }, 400],
      ['POST', '/api/sessions', { path: '../x', kernel: {} }, 400],
      ['POST', '/api/sessions', { path: 'x', kernel: 'tslab' }, 400],
      ['POST', '/api/sessions', { path: 'x', kernel: { name: 5 } }, 400],
      ['POST', '/api/sessions', { path: 'x', kernel: { id: 'none' } }, 404],
      ['POST', '/api/kernels', { name: [] }, 400],
      ['PATCH', `/api/sessions/${id}`, { kernel: [] }, 400],
      ['GET', '/api/sessions/none', undefined, 404],
      ['DELETE', '/api/sessions/none', undefined, 404],
      ['POST', '/api/kernels/none/interrupt', undefined, 404],
    ] as const) {
      const answer = await ask(method, path, body)
      expect([path, answer.status]).toEqual([path, status])
      expect(answer.body).toMatchObject({ message: expect.any(String) })
    }
  })
})
