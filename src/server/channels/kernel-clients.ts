import type { Channel, Message } from '../../jupyter/message/message.js'
import type { ManagedKernel } from '../kernels/managed-kernel.js'
import type { Run } from '../kernels/run.js'
import type { ChannelConnection, ChannelSocket } from '../services.js'
import { Client } from './client.js'

/** How long, in milliseconds, and how many clients are waited for that have lost their connection. */
const patience = 10 * 60_000
const mostAway = 8

/** The clients of one kernel: what a client asked for is answered to it, what happens is told to all. */
export class KernelClients {
  readonly #clients = new Map<string, Client>()
  readonly #kernel: ManagedKernel
  readonly #onFull: () => void

  /** @param onFull called when outputs that nobody has seen are more than may be kept */
  constructor(kernel: ManagedKernel, onFull = () => {}) {
    this.#kernel = kernel
    this.#onFull = onFull
    kernel.subscribe((channel, message, client) => this.#deliver(channel, message, client))
  }

  client(id: string): Client | undefined {
    return this.#clients.get(id)
  }

  connect(sessionId: string, socket: ChannelSocket): ChannelConnection {
    const client = this.#clients.get(sessionId) ?? new Client(sessionId, this.#kernel.conversation.seq)
    this.#clients.set(sessionId, client)
    client.attach(socket)
    this.#count()
    // Comes after all that was missed: a page sees by its number whether something was lost on the way.
    client.deliver('iopub', this.#kernel.stateMessage())
    return {
      receive: (channel, message) => void this.#kernel.ask(channel, message, sessionId),
      closed: (code) => {
        if (!client.detach(socket)) return
        // 1001: the page is left, and the next one will be another client.
        if (code === 1001) this.#clients.delete(sessionId)
        this.#forgetSome()
        this.#count()
        // One that never comes back must not gather messages as long as the kernel lives.
        setTimeout(() => this.#forgetSome(), patience + 1_000).unref()
      },
    }
  }

  /** A page that is connected has all of the run. */
  isShown(run: Run): boolean {
    return [...this.#clients.values()].some(
      ({ id, attached, sentSeq, wholeSince }) =>
        attached && sentSeq >= run.lastSeq && knownSince(run, id) >= wholeSince,
    )
  }

  /** The client with this id is connected, and no other is. */
  isAlone(id: string): boolean {
    const [only, ...others] = [...this.#clients.values()].filter(({ attached }) => attached)
    return only?.id === id && others.length === 0
  }

  /** Ends the connections: the kernel is gone. */
  close(): void {
    for (const client of this.#clients.values()) client.close(1000, 'The kernel was shut down.')
    this.#clients.clear()
  }

  #deliver(channel: Channel, message: Message, id: string | undefined): void {
    const all = [...this.#clients.values()]
    if (channel === 'iopub') {
      for (const client of all) {
        client.deliver(channel, message)
        if (client.overfull) this.#giveUp(client)
      }
      // Not only when the notebook is saved: a client may keep it elsewhere, or be away.
      if (message.content['execution_state'] === 'idle') {
        if (!this.#kernel.conversation.runs.trim((run) => this.isShown(run))) this.#onFull()
      }
      return
    }
    const asker = id === undefined ? undefined : this.#clients.get(id)
    // A question whose asker has been closed goes to whoever is there: the kernel waits for an answer.
    if (channel === 'stdin' && asker?.attached !== true) {
      for (const client of all) if (client.attached) client.deliver(channel, message)
    } else asker?.deliver(channel, message)
  }

  /** What it has missed is more than can be kept. When it connects anew, it is a new client, and sees that it is. */
  #giveUp(client: Client): void {
    // 1013, as IANA numbers it: try again later.
    client.close(1013, 'Too much has come that this client did not take.')
    this.#clients.delete(client.id)
    this.#count()
  }

  #forgetSome(): void {
    const away = [...this.#clients.values()]
      .filter(({ attached }) => !attached)
      .sort((a, b) => (b.left?.getTime() ?? 0) - (a.left?.getTime() ?? 0))
    for (const [i, { id, left }] of away.entries()) {
      if (i >= mostAway || Date.now() - (left?.getTime() ?? 0) > patience) this.#clients.delete(id)
    }
  }

  #count(): void {
    this.#kernel.connections = [...this.#clients.values()].filter(({ attached }) => attached).length
  }
}

/** The number of the message up to which a client with this id need not have got the run's: it had them otherwise. */
function knownSince({ client, firstSeq, shownBy }: Run, id: string): number {
  return shownBy.get(id) ?? (client === id ? firstSeq - 1 : -1)
}
