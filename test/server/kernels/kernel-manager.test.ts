import { tmpdir } from 'node:os'
import { afterEach, describe, expect, it } from 'vitest'
import { KernelError } from '../../../src/jupyter/kernel/kernel-error.js'
import { tslabKernelspec } from '../../../src/jupyter/kernelspec/kernelspecs.js'
import { KernelManager, type KernelManagerOptions } from '../../../src/server/kernels/kernel-manager.js'
import { cellRequest, FakeKernel } from '../../support/fake-kernel.js'

describe('the kernels of a server', () => {
  let started: FakeKernel[] = []
  let kernels: KernelManager
  afterEach(() => kernels.close())

  function manager(options: Partial<KernelManagerOptions> = {}): KernelManager {
    started = []
    kernels = new KernelManager({
      root: tmpdir(),
      env: {},
      findSpec: async (name = 'tslab') => {
        if (name !== 'tslab') throw new KernelError(`There is no kernel '${name}'. Kernels here: tslab.`)
        return tslabKernelspec()
      },
      start: async () => ({ kernel: newFake(), executedBefore: 0 }),
      patience: 20,
      kernel: { lastWords: 0, quiet: 10 },
      ...options,
    })
    return kernels
  }

  function newFake(): FakeKernel {
    const fake = new FakeKernel()
    started.push(fake)
    return fake
  }

  const stateOf = async (id: string) => (await kernels.get(id)).execution_state

  it('one more than may run waits, says so, and starts when another ends', async () => {
    manager({ maxKernels: 2 })
    const [first] = [await kernels.start(), await kernels.start()]
    const waiting = await kernels.start()
    expect(waiting).toMatchObject({
      execution_state: 'starting',
      reason: '2 kernels run, which is the limit (--max-kernels). This one starts when another is shut down.',
    })
    expect(started).toHaveLength(2)
    await kernels.shutdown(first.id)
    await expect.poll(() => stateOf(waiting.id)).toBe('idle')
    expect(await kernels.get(waiting.id)).not.toHaveProperty('reason')
  })

  it('one that waits can be given up, and too many that wait are refused with 503', async () => {
    manager({ maxKernels: 1 })
    await kernels.start()
    const waiting = await Promise.all(Array.from({ length: 8 }, () => kernels.start()))
    await expect(kernels.start()).rejects.toMatchObject({ status: 503, reason: 'too-many-kernels' })
    for (const { id } of waiting) await kernels.shutdown(id)
    expect(started).toHaveLength(1)
    expect((await kernels.start()).execution_state).toBe('starting')
  })

  it('one that died makes room', async () => {
    manager({ maxKernels: 1 })
    const { id } = await kernels.start()
    const waiting = await kernels.start()
    for (let i = 0; i < 4 && (await stateOf(id)) !== 'dead'; i++) {
      const now = started.length
      await started.at(-1)?.ends({ code: 1, signal: null, stderr: '' })
      await expect.poll(async () => started.length > now || (await stateOf(id)) === 'dead').toBe(true)
    }
    await expect.poll(() => stateOf(waiting.id)).toBe('idle')
  })

  it('one that waits for its turn is not started by a restart, nor twice', async () => {
    manager({ maxKernels: 1 })
    const { id } = await kernels.start()
    const waiting = await kernels.start()
    await expect(kernels.restart(waiting.id)).rejects.toMatchObject({ status: 503 })
    await kernels.shutdown(id)
    await expect.poll(() => stateOf(waiting.id)).toBe('idle')
    expect(started).toHaveLength(2)
  })

  it('one that does not start is told of in the answer, and is not in the list', async () => {
    manager({
      start: async () => {
        throw new KernelError('The kernel tslab did not start: the disk is full.')
      },
    })
    const gone: string[] = []
    kernels.onGone((id) => gone.push(id))
    await expect(kernels.start()).rejects.toMatchObject({
      status: 500,
      message: expect.stringContaining('full'),
    })
    expect(await kernels.list()).toEqual([])
    expect(gone).toHaveLength(1)
    await expect(kernels.start({ name: 'nothing' })).rejects.toMatchObject({ status: 400 })
  })

  it('one that is shut down while it restarts leaves no process, and the restart says so', async () => {
    manager()
    const { id } = await kernels.start()
    const [first] = started
    let end = () => {}
    const ends = new Promise<void>((resolve) => {
      end = resolve
    })
    if (first !== undefined) first.shutdown = () => ends.then(() => first.kill())
    const restarted = kernels.restart(id)
    const refused = expect(restarted).rejects.toMatchObject({ status: 409 })
    await kernels.shutdown(id)
    end()
    await refused
    expect(kernels.has(id)).toBe(false)
    expect(started.filter(({ exit }) => exit === undefined)).toEqual([])
  })

  it('one that never gets ready is ended with the server, and so is one that was started ahead', async () => {
    const aborted: string[] = []
    const never = (spec: { readonly name: string }, _place: unknown, signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted.push(spec.name)
          reject(new KernelError('The kernel is not wanted any more.'))
        })
      })
    const place = async () => ({ cwd: tmpdir(), env: {} })
    manager({ start: never, spare: { spec: { ...tslabKernelspec(), name: 'other' }, place, start: never } })
    kernels.warm()
    const { id } = await kernels.start()
    await kernels.close()
    expect(aborted.sort()).toEqual(['other', 'tslab'])
    expect(kernels.has(id)).toBe(false)
  })

  it('none starts when the server has ended', async () => {
    manager()
    await kernels.close()
    await expect(kernels.start()).rejects.toMatchObject({ status: 503 })
    expect(started).toEqual([])
  })

  it('one that takes long to start is answered as starting', async () => {
    let go = () => {}
    manager({
      start: async () => {
        await new Promise<void>((resolve) => {
          go = resolve
        })
        return { kernel: newFake(), executedBefore: 0 }
      },
    })
    const { id, execution_state } = await kernels.start()
    expect(execution_state).toBe('starting')
    go()
    await expect.poll(() => stateOf(id)).toBe('idle')
  })

  it('one that nobody uses is ended, unless it works or somebody is connected', async () => {
    manager({ cullIdle: 0.05 })
    const startWatched = async () => {
      const { id } = await kernels.start()
      const kernel = kernels.managed(id)
      // At once, so that none is ended before all are there.
      kernel.connections = 1
      return kernel
    }
    const [idle, busy, watched] = [await startWatched(), await startWatched(), await startWatched()]
    await busy.ask('shell', cellRequest('1', 'a'), 'page')
    for (const kernel of [idle, busy]) kernel.connections = 0
    await expect.poll(() => kernels.has(idle.id)).toBe(false)
    expect((await kernels.list()).map(({ id }) => id)).toEqual([busy.id, watched.id])
  })

  it('a path that leads out of the root is refused', async () => {
    manager()
    for (const path of ['../x.ipynb', 'a/../../x', 'a\0b']) {
      await expect(kernels.start({ path })).rejects.toMatchObject({ status: 400 })
    }
    expect(started).toEqual([])
  })

  it('an id that is not there is a 404', async () => {
    manager()
    await expect(kernels.get('x')).rejects.toMatchObject({ status: 404 })
    await expect(kernels.restart('x')).rejects.toMatchObject({ status: 404 })
  })

  describe('with one started ahead', () => {
    const place = async () => ({ cwd: tmpdir(), env: {} })
    const spare = () => ({
      spec: tslabKernelspec(),
      place,
      start: async () => ({ kernel: newFake(), executedBefore: 1 }),
    })

    it('there is never more than one, and the next notebook gets it', async () => {
      manager({ spare: spare() })
      kernels.warm()
      kernels.warm()
      await expect.poll(() => started.length).toBe(1)
      expect(await kernels.list()).toEqual([])
      await kernels.start()
      expect(started).toHaveLength(1)
    })

    it('there is none when the limit or the memory does not allow it', async () => {
      manager({ spare: spare(), maxKernels: 1 })
      kernels.warm()
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(started).toEqual([])
      await kernels.close()
      manager({ spare: { ...spare(), hasMemory: () => false } })
      kernels.warm()
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(started).toEqual([])
    })

    it('it makes room for one that does not fit it', async () => {
      manager({ spare: { ...spare(), place: async () => ({ cwd: '/other', env: {} }) }, maxKernels: 2 })
      kernels.warm()
      await expect.poll(() => started.length).toBe(1)
      await kernels.start()
      expect(started[0]?.exit).toBeUndefined()
      await kernels.start()
      expect(started[0]?.exit).toBeDefined()
    })

    it('one that has died is not handed out', async () => {
      manager({ spare: spare() })
      kernels.warm()
      await expect.poll(() => started.length).toBe(1)
      await started[0]?.kill()
      await kernels.start()
      expect(started).toHaveLength(2)
    })
  })
})
