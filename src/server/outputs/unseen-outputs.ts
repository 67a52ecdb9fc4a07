import type { JsonValue } from '../../jupyter/notebook/notebook.js'
import type { KernelChannelsService } from '../channels/kernel-channels-service.js'
import { HttpError } from '../http-error.js'
import type { KernelManager } from '../kernels/kernel-manager.js'
import type { ManagedKernel } from '../kernels/managed-kernel.js'
import type { Run } from '../kernels/run.js'
import type { Contents } from '../services.js'
import type { SessionStore } from '../sessions/session-store.js'
import { mergeRuns } from './merge-runs.js'

export interface UnseenOutputsParts {
  readonly kernels: KernelManager
  readonly sessions: SessionStore
  readonly channels: KernelChannelsService
  readonly contents: Contents
  readonly log: (text: string) => void
}

/** Milliseconds without a page after which what ended goes into the file. A page that is only reloaded is back sooner. */
const absence = 30_000

/** Milliseconds that a page has to connect to its kernel after it has read its notebook: a slow machine needs some. */
const opening = 60_000

/** How often the file may change while outputs are written into it. */
const attempts = 5

/** What is known of a kernel's notebook. */
interface Watch {
  /** Since when no client is connected. */
  alone: number | undefined
  /** When the notebook was first read since then, or since it was last written. */
  readAt: number | undefined
  reads: number
  /** What the log was told last: once is enough. */
  said: string | undefined
  /** Room is being made. */
  isFull: boolean
}

/**
 * Writes the outputs that no page shows into the notebook's file: when nobody has been there for a while, when there
 * are too many to keep, and when the kernel ends.
 */
export class UnseenOutputs {
  readonly #parts: UnseenOutputsParts
  readonly #watches = new WeakMap<ManagedKernel, Watch>()

  constructor(parts: UnseenOutputsParts) {
    this.#parts = parts
    parts.kernels.onEnd((kernel) => this.#write(kernel, { what: () => true, unless: () => false }))
    parts.channels.onFull((kernel) => void this.#makeRoom(kernel))
  }

  /** Somebody reads the notebook: a page may be about to connect, and has the file as it is now. */
  opened(kernel: ManagedKernel, now = Date.now()): void {
    const watch = this.#watch(kernel)
    // Not the latest time: who reads again and again does not put off the writing for ever.
    if (kernel.connections === 0) watch.readAt ??= now
    watch.reads++
  }

  /**
   * Writes what ended on kernels that nobody has been connected to for a while, so that a night's work is on the disk
   * before anything can befall the server. A page that is being opened is let in first; the file would change under it.
   */
  async writeLeft(now: number): Promise<void> {
    const { kernels } = this.#parts
    for (const { id } of await kernels.list()) {
      if (!kernels.has(id)) continue
      const kernel = kernels.managed(id)
      const watch = this.#watch(kernel)
      if (kernel.connections > 0) {
        watch.alone = watch.readAt = undefined
        continue
      }
      watch.alone ??= now
      const isOpening = watch.readAt !== undefined && now - watch.readAt < opening
      if (now - watch.alone < absence || isOpening) continue
      await this.#write(kernel, { what: ({ over }) => over, unless: () => kernel.connections > 0 })
      watch.readAt = undefined
    }
  }

  /** What the file cannot take is forgotten, the oldest first: a kernel's memory is not the server's. */
  async #makeRoom(kernel: ManagedKernel): Promise<void> {
    const watch = this.#watch(kernel)
    if (watch.isFull) return
    watch.isFull = true
    const clients = this.#parts.channels.of(kernel)
    await this.#write(kernel, { what: ({ over }) => over, unless: () => false })
    kernel.conversation.runs.trim((run) => clients.isShown(run), { unseen: true })
    watch.isFull = false
  }

  /** A newer edit of the file stays: outputs alone are put into it. */
  async #write(
    kernel: ManagedKernel,
    { what, unless }: { what: (run: Run) => boolean; unless: () => boolean },
  ): Promise<void> {
    const { sessions, channels, contents, log } = this.#parts
    let path = sessions.notebookOf(kernel.id)
    const { all } = kernel.conversation.runs
    const clients = channels.of(kernel)
    const unseen = all.filter((run) => what(run) && !run.saved && !clients.isShown(run))
    if (path === undefined || unseen.length === 0) return
    const watch = this.#watch(kernel)
    try {
      for (let attempt = 1; ; attempt++) {
        const { reads } = watch
        // It may have been renamed since.
        path = sessions.notebookOf(kernel.id) ?? path
        // Nor is one that was deleted made anew: a chapter would be, when it is read.
        await contents.get(path, { type: 'notebook', content: false })
        const { content, hash } = await contents.get(path, { type: 'notebook', hash: true })
        if (unless()) return
        const written = new Map(unseen.map((run) => [run, run.lastSeq]))
        // A notebook's content is JSON; only a folder's is a list of models.
        const merged = mergeRuns(content as JsonValue, unseen, all)
        const isDone =
          merged === undefined ||
          (await contents
            .save(
              path,
              { type: 'notebook', format: 'json', content: merged },
              hash === null ? {} : { base: hash },
            )
            .then(
              () => true,
              (error: unknown) => {
                if (error instanceof HttpError && error.status === 409 && attempt < attempts) return false
                throw error
              },
            ))
        if (!isDone) continue
        // A page that has read the file meanwhile may have it as it was, and is to get them from here.
        if (watch.reads === reads) markSaved(written)
        watch.said = undefined
        return
      }
    } catch (error) {
      // A client that keeps its notebooks elsewhere, such as VS Code, has given a path that is none here.
      if (error instanceof HttpError && error.status === 404) return
      const why = `backprop: the outputs of ${path} could not be written: ${error instanceof Error ? error.message : error}\n`
      if (why !== watch.said) log(why)
      watch.said = why
    }
  }

  #watch(kernel: ManagedKernel): Watch {
    const known = this.#watches.get(kernel)
    if (known !== undefined) return known
    const watch = {
      alone: undefined,
      readAt: undefined,
      reads: 0,
      said: undefined,
      isFull: false,
    }
    this.#watches.set(kernel, watch)
    return watch
  }
}

/** What came for a run while it was written, or comes later, is still to be saved. */
function markSaved(written: ReadonlyMap<Run, number>): void {
  for (const [run, lastSeq] of written) if (run.lastSeq === lastSeq) run.saved = true
}
