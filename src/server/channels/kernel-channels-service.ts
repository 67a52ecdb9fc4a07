import { randomUUID } from 'node:crypto'
import type { KernelManager } from '../kernels/kernel-manager.js'
import type { ManagedKernel } from '../kernels/managed-kernel.js'
import type { ChannelConnection, ChannelSocket, Channels } from '../services.js'
import { KernelClients } from './kernel-clients.js'

/** `api/kernels/<id>/channels`: the clients of all kernels. */
export class KernelChannelsService implements Channels {
  readonly #kernels: KernelManager
  readonly #clients = new Map<string, KernelClients>()
  readonly #fullListeners = new Set<(kernel: ManagedKernel) => void>()

  constructor(kernels: KernelManager) {
    this.#kernels = kernels
    kernels.onGone((id) => {
      this.#clients.get(id)?.close()
      this.#clients.delete(id)
    })
  }

  /** Calls `listener` with a kernel whose outputs that nobody has seen are more than may be kept. */
  onFull(listener: (kernel: ManagedKernel) => void): void {
    this.#fullListeners.add(listener)
  }

  connect(kernelId: string, sessionId: string, socket: ChannelSocket): ChannelConnection {
    const kernel = this.#kernels.managed(kernelId)
    return this.of(kernel).connect(sessionId === '' ? randomUUID() : sessionId, socket)
  }

  of(kernel: ManagedKernel): KernelClients {
    let clients = this.#clients.get(kernel.id)
    if (clients === undefined) {
      clients = new KernelClients(kernel, () => {
        for (const listener of this.#fullListeners) listener(kernel)
      })
      this.#clients.set(kernel.id, clients)
    }
    return clients
  }
}
