import type { Server } from 'node:http'
import { getRequestListener, RequestError } from '@hono/node-server'
import { createServerApp } from '../app.js'
import { errorAnswer } from '../http/error-answer.js'
import { HttpError } from '../http-error.js'
import { addHeaders } from '../security/headers.js'
import type { Services } from '../services.js'
import { type Binding, bindPort } from './bind-port.js'
import { createNodeServices, type ServerOptions } from './node-services.js'
import { upgrades } from './upgrades.js'

export interface RunningServer {
  /** Without the token: `http://127.0.0.1:8888/`. */
  readonly url: string
  readonly port: number
  readonly services: Services
  /** Settles when somebody asked for the end through `api/shutdown`. */
  readonly shutdownAsked: Promise<void>
  /** Ends the kernels, then the connections, and cleans up. */
  close(): Promise<void>
}

/**
 * Starts a server and resolves when it answers.
 *
 * @throws the system's error when it cannot listen there
 */
export async function startServer(options: ServerOptions & Binding): Promise<RunningServer> {
  const { server, port } = await bindPort(options)
  let askForEnd = () => {}
  const shutdownAsked = new Promise<void>((resolve) => {
    askForEnd = resolve
  })
  const services = await createNodeServices({
    ...options,
    port,
    secure: options.tls !== undefined,
    shutdown: () => askForEnd(),
  }).catch((error: unknown) => {
    server.close()
    throw error
  })
  const app = createServerApp(services)
  server.on(
    'request',
    getRequestListener((request) => app.fetch(request), {
      overrideGlobalObjects: false,
      errorHandler: unreadable,
    }),
  )
  const sockets = upgrades(services)
  server.on('upgrade', sockets.upgrade)
  services.kernels.warm()
  // All addresses of the machine have no name of their own; this one is among them.
  const address = /^(?:0\.0\.0\.0|::)$/.test(options.ip) ? '127.0.0.1' : options.ip
  const host = address.includes(':') ? `[${address}]` : address
  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://${host}:${port}${services.baseUrl}`,
    port,
    services,
    shutdownAsked,
    close: async () => {
      await services.kernels.close()
      sockets.close()
      await closeServer(server)
      await services.contents.close()
    },
  }
}

/** A request of which no address can be made, by its Host or its path, does not get as far as the routes. */
function unreadable(error: unknown): Response {
  const isRequest = error instanceof RequestError
  const why = new HttpError(400, 'The request has no address that can be read.', 'Bad Request')
  const answer = errorAnswer(isRequest ? why : error)
  addHeaders(answer.headers)
  return answer
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Browsers keep connections open that nothing comes on any more.
    server.closeAllConnections()
  })
}
