import { randomUUID } from 'node:crypto'
import { HttpError } from '../http-error.js'
import type { KernelManager } from '../kernels/kernel-manager.js'
import type { SessionModel, Sessions, WantedKernel, WantedSession } from '../services.js'

interface Session {
  readonly id: string
  path: string
  name: string
  type: string
  kernel: string
}

/** Sessions: which document has which kernel (`api/sessions`). */
export class SessionStore implements Sessions {
  readonly #kernels: KernelManager
  readonly #sessions = new Map<string, Session>()
  /** Sessions that are being made, by path: two pages that open one notebook at once share a kernel. */
  readonly #making = new Map<string, Promise<SessionModel>>()

  /** Notebooks that have been given another kernel, by the one that they had. */
  readonly #former = new Map<string, string>()

  constructor(kernels: KernelManager) {
    this.#kernels = kernels
    kernels.onGone((id) => {
      this.#former.delete(id)
      for (const session of this.#sessions.values()) {
        if (session.kernel === id) this.#sessions.delete(session.id)
      }
    })
  }

  async list(): Promise<readonly SessionModel[]> {
    return [...this.#sessions.values()].map((session) => this.#model(session))
  }

  async get(id: string): Promise<SessionModel> {
    return this.#model(this.#session(id))
  }

  /** The path of the notebook that has the kernel, or had it last. */
  notebookOf(kernel: string): string | undefined {
    const session = this.#ofKernel(kernel).find((each) => each.type === 'notebook')
    return session?.path ?? this.#former.get(kernel)
  }

  /** The kernel of the notebook at `path`. */
  kernelOf(path: string): string | undefined {
    return [...this.#sessions.values()].find((each) => each.path === path && each.type === 'notebook')?.kernel
  }

  /** The session of a document: the one that there is, else a new one. */
  async create(wanted: WantedSession): Promise<SessionModel> {
    const { path, type = 'notebook' } = wanted
    const key = JSON.stringify([path, type])
    const made = this.#making.get(key) ?? this.#create(wanted).finally(() => this.#making.delete(key))
    this.#making.set(key, made)
    return made
  }

  /** Renames, moves, or changes the kernel, as Jupyter's PATCH: what is absent stays. */
  async change(id: string, { path, name, type, kernel }: Partial<WantedSession>): Promise<SessionModel> {
    const session = this.#session(id)
    if (path !== undefined) session.path = path
    if (name !== undefined) session.name = name
    if (type !== undefined) session.type = type
    if (kernel !== undefined) await this.#changeKernel(session, kernel)
    return this.#model(session)
  }

  /** Ends the session, and its kernel unless another session has it, too. */
  async delete(id: string): Promise<void> {
    const session = this.#session(id)
    if (this.#ofKernel(session.kernel).length === 1 && this.#kernels.has(session.kernel)) {
      await this.#kernels.shutdown(session.kernel)
    }
    this.#sessions.delete(id)
  }

  async renamed(from: string, to: string): Promise<void> {
    const isMoved = (path: string) => path === from || path.startsWith(`${from}/`)
    for (const session of this.#sessions.values()) {
      if (!isMoved(session.path)) continue
      session.path = to + session.path.slice(from.length)
      if (session.path === to) session.name = to.slice(to.lastIndexOf('/') + 1)
    }
    // What a kernel that is being ended has left to write goes into the file under its new name.
    for (const [kernel, path] of this.#former) {
      if (isMoved(path)) this.#former.set(kernel, to + path.slice(from.length))
    }
  }

  async #create({ path, name = '', type = 'notebook', kernel = {} }: WantedSession): Promise<SessionModel> {
    const there = [...this.#sessions.values()].find((each) => each.path === path && each.type === type)
    if (there !== undefined) {
      // One whose kernel is being shut down goes with it.
      await this.#kernels.whenEnded(there.kernel)
      if (this.#sessions.has(there.id)) return this.#model(there)
    }
    const session = { id: randomUUID(), path, name, type, kernel: await this.#kernelFor(path, kernel) }
    const model = this.#model(session)
    this.#sessions.set(session.id, session)
    return model
  }

  async #changeKernel(session: Session, wanted: WantedKernel): Promise<void> {
    const next = await this.#kernelFor(session.path, wanted)
    if (!this.#sessions.has(session.id)) {
      if (wanted.id === undefined) await this.#endUnused(next)
      throw noSession(session.id)
    }
    this.#kernels.managed(next)
    // Another change may have been quicker.
    const before = session.kernel
    if (next === before) return
    if (session.type === 'notebook' && this.#kernels.has(before)) this.#former.set(before, session.path)
    session.kernel = next
    await this.#endUnused(before)
  }

  /** The id of a kernel that is there. */
  async #kernelFor(path: string, { id, name }: WantedKernel): Promise<string> {
    if (id !== undefined) {
      await this.#kernels.whenEnded(id)
      return this.#kernels.managed(id).id
    }
    const started = await this.#kernels.start({ path, ...(name === undefined ? {} : { name }) })
    return started.id
  }

  #ofKernel(kernel: string): readonly Session[] {
    return [...this.#sessions.values()].filter((session) => session.kernel === kernel)
  }

  async #endUnused(kernel: string): Promise<void> {
    if (this.#kernels.has(kernel) && this.#ofKernel(kernel).length === 0) await this.#kernels.shutdown(kernel)
  }

  #session(id: string): Session {
    const session = this.#sessions.get(id)
    if (session === undefined) throw noSession(id)
    return session
  }

  #model({ id, path, name, type, kernel }: Session): SessionModel {
    const model = { id, path, name, type, kernel: this.#kernels.managed(kernel).model }
    return type === 'notebook' ? { ...model, notebook: { path, name } } : model
  }
}

function noSession(id: string): HttpError {
  return new HttpError(404, `There is no session with the id ${id}.`, 'no-session')
}
