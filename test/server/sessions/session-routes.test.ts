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

describe('api/sessions and api/kernels', () => {
  let kernels: KernelManager
  let ask: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: Answer }>
  beforeEach(() => {
    kernels = new KernelManager({
      root: tmpdir(),
      env: {},
      findSpec: async (name = 'tslab') => {
        if (!['tslab', 'other'].includes(name)) throw new KernelError(`There is no kernel '${name}'.`)
        return { ...tslabKernelspec(), name }
      },
      start: async () => ({ kernel: new FakeKernel(), executedBefore: 0 }),
      kernel: { quiet: 10, lastWords: 0 },
    })
    const services = { kernels, sessions: new SessionStore(kernels), baseUrl: '/' }
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
    const changed = await ask('PATCH', `/api/sessions/${id}`, { kernel: { name: 'other' } })
    expect(changed.body).toMatchObject({ id, path: 'c/m.ipynb', kernel: { name: 'other' } })
    expect((await ask('GET', `/api/kernels/${kernel.id}`)).status).toBe(404)
    expect((await ask('PATCH', `/api/sessions/${id}`, { kernel: { name: 'none' } })).status).toBe(400)
    expect((await ask('GET', `/api/sessions/${id}`)).body.kernel.name).toBe('other')
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
