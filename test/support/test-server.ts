import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerOptions } from '../../src/server/node/node-services.js'
import { type RunningServer, startServer } from '../../src/server/node/start-server.js'

export interface TestServer extends RunningServer {
  readonly token: string
  /** The folder that the contents API shows. */
  readonly root: string
  /** A folder above the root, for what must not be reached. */
  readonly folder: string
  /** A request below the base URL, with the token in its header unless other headers are given. */
  ask(path: string, init?: RequestInit): Promise<Response>
}

/** A real server on a free port, over folders of its own. `close` removes them. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'backprop-server-')))
  const token = options.token ?? 'the-token-of-the-test'
  const root = options.root ?? join(folder, 'root')
  await mkdir(root, { recursive: true })
  const server = await startServer({
    home: join(import.meta.dirname, '..', '..'),
    version: '0.0.0',
    ip: '127.0.0.1',
    port: 0,
    data: join(folder, 'data'),
    prewarm: false,
    ...options,
    root,
    token,
  })
  return {
    ...server,
    token,
    root,
    folder,
    ask: (path, init = {}) =>
      fetch(new URL(path, server.url), {
        redirect: 'manual',
        ...init,
        headers: init.headers ?? { authorization: `token ${token}` },
      }),
    close: async () => {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
