import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export interface Binding {
  readonly ip: string
  /** 0 for any that is free. */
  readonly port: number
  /** Certificate and key as PEM, for https. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined
}

/** How many ports are tried, one after the other. */
const attempts = 50

/**
 * A server that listens and answers nothing yet: the port is known before the rest is made, which needs it. A port in
 * use is passed over for the next.
 *
 * @throws the system's error: EACCES, EADDRNOTAVAIL, or EADDRINUSE when all of them are taken
 */
export async function bindPort({ ip, port, tls }: Binding): Promise<{ server: Server; port: number }> {
  for (let attempt = 0; ; attempt++) {
    const server = tls === undefined ? createServer() : createSecureServer(tls)
    try {
      return { server, port: await listenOn(server, ip, port === 0 ? 0 : port + attempt) }
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!taken || attempt === attempts || port + attempt === 65_535) throw error
    }
  }
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      // It listens on a port, so the address is one of the network and not a pipe's name.
      resolve((server.address() as AddressInfo).port)
    })
  })
}
