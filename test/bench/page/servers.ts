import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

export interface Running {
  readonly url: string
  stop(): void
}

const token = 'bench'

/** Our own server, as `backprop start` runs it. */
export async function startOurs(root: string, folder: string, data: string): Promise<Running> {
  const port = await freePort()
  const words = ['start', '--no-browser', '--port', String(port), '--token', token, '--root', folder]
  const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...words], {
    env: { ...process.env, BACKPROP_DATA_DIR: data },
    stdio: 'ignore',
  })
  return ready(child, `http://127.0.0.1:${port}/`)
}

/** Debian's classic Notebook, or undefined if it is not installed. */
export async function startClassic(folder: string, data: string): Promise<Running | undefined> {
  const version = spawnSync('jupyter-notebook', ['--version'], { encoding: 'utf8' })
  if (version.status !== 0 || !version.stdout.startsWith('6.')) return undefined
  const port = await freePort()
  const words = ['--no-browser', `--port=${port}`, `--NotebookApp.token=${token}`, `--notebook-dir=${folder}`]
  const child = spawn('jupyter-notebook', [...words, ...(process.getuid?.() === 0 ? ['--allow-root'] : [])], {
    env: { ...process.env, JUPYTER_CONFIG_DIR: data, JUPYTER_DATA_DIR: data, JUPYTER_RUNTIME_DIR: data },
    stdio: 'ignore',
  })
  return ready(child, `http://127.0.0.1:${port}/`)
}

export const withToken = (url: string): string => `${url}?token=${token}`

async function ready(child: ChildProcess, url: string): Promise<Running> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${url}api`).catch(() => undefined)
    if (answer !== undefined) return { url, stop: () => child.kill('SIGTERM') }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGTERM')
  throw new Error(`${url} did not answer in 30 s.`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
