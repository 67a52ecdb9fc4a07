import {
  KernelManager,
  KernelSpecManager,
  ServerConnection,
  type Session,
  SessionManager,
} from '@jupyterlab/services'
import { WebSocket } from 'ws'
import type { TestServer } from './test-server.js'

/** JupyterLab's own client, given a server's URL and token, as VS Code does it. */
export function servicesClient({ url, token }: Pick<TestServer, 'url' | 'token'>) {
  const sockets: WebSocket[] = []
  let isPulled = false
  class WatchedSocket extends WebSocket {
    constructor(address: string | URL, ...more: unknown[]) {
      // Nobody listens at the discard port. The rest is as the client gives it to a browser's class.
      super(isPulled ? 'ws://127.0.0.1:9' : address, ...(more as [string[]]))
      sockets.push(this)
    }
  }
  const serverSettings = ServerConnection.makeSettings({
    baseUrl: url,
    wsUrl: url.replace(/^http/, 'ws'),
    token,
    appendToken: true,
    // The types are those of a browser; what is used of it ws has, too.
    WebSocket: WatchedSocket as unknown as typeof globalThis.WebSocket,
  })
  const kernelManager = new KernelManager({ serverSettings })
  const sessionManager = new SessionManager({ serverSettings, kernelManager })
  const specs = new KernelSpecManager({ serverSettings })
  return {
    serverSettings,
    kernels: kernelManager,
    sessions: sessionManager,
    specs,
    /** The kernel of a session that has one. */
    kernelOf: ({ kernel }: Pick<Session.ISessionConnection, 'kernel'>) => {
      if (kernel === null) throw new Error('The session has no kernel.')
      return kernel
    },
    /** Pulls the cable: the connections end without a word, and there are no others. */
    pullCable: () => {
      isPulled = true
      for (const socket of sockets) socket.terminate()
    },
    plugCable: () => {
      isPulled = false
    },
    dispose: async () => {
      // Their first polls would fail unheard.
      await Promise.allSettled([sessionManager.ready, kernelManager.ready, specs.ready])
      sessionManager.dispose()
      kernelManager.dispose()
      specs.dispose()
    },
  }
}

export type ServicesClient = ReturnType<typeof servicesClient>
