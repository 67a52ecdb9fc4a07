import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '../notebook/notebook.js'
import { removeFolder } from '../supervisor/remove-folder.js'

/** What a kernel and its clients must know of each other, in the form of Jupyter's connection file. */
export interface ConnectionInfo extends JsonObject {
  readonly transport: 'tcp'
  readonly ip: string
  readonly shell_port: number
  readonly iopub_port: number
  readonly stdin_port: number
  readonly control_port: number
  readonly hb_port: number
  /** Signs every message. */
  readonly key: string
  readonly signature_scheme: 'hmac-sha256'
  readonly kernel_name: string
}

const ip = '127.0.0.1'

/** Ports that were chosen for kernels and may not be bound yet: the system would give them out again. */
const reserved = new Set<number>()

/**
 * A new connection on five free ports of the loopback interface, with a key of 256 bits. The ports are ours until
 * `releasePorts`.
 */
export async function newConnection(kernelName: string): Promise<ConnectionInfo> {
  // All stay open until five are found, so that the system gives none of them twice.
  const servers: Server[] = []
  const ports: number[] = []
  try {
    while (ports.length < 5) {
      const server = await listen()
      servers.push(server)
      const port = portOf(server)
      if (reserved.has(port)) continue
      reserved.add(port)
      ports.push(port)
    }
  } catch (error) {
    for (const port of ports) reserved.delete(port)
    throw error
  } finally {
    await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
  }
  const [shell_port = 0, iopub_port = 0, stdin_port = 0, control_port = 0, hb_port = 0] = ports
  return {
    transport: 'tcp',
    ip,
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
    key: randomBytes(32).toString('hex'),
    signature_scheme: 'hmac-sha256',
    kernel_name: kernelName,
  }
}

/** The kernel is gone, and with it its hold on the ports. */
export function releasePorts(info: ConnectionInfo): void {
  const { shell_port, iopub_port, stdin_port, control_port, hb_port } = info
  for (const port of [shell_port, iopub_port, stdin_port, control_port, hb_port]) reserved.delete(port)
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, ip, () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port.')
  return address.port
}

/** Writes the connection file, readable by its owner alone, into a folder of its own that `remove` takes away. */
export async function writeConnectionFile(
  info: ConnectionInfo,
): Promise<{ readonly file: string; readonly folder: string; readonly remove: () => void }> {
  const folder = await mkdtemp(join(tmpdir(), 'backprop-kernel-'))
  const file = join(folder, 'connection.json')
  const remove = () => removeFolder(folder)
  try {
    await writeFile(file, JSON.stringify(info, null, 1), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    remove()
    throw error
  }
  return { file, folder, remove }
}
