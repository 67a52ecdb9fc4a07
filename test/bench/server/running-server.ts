import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** The built command as a process of its own. */
export interface BenchServer {
  readonly url: string
  /** Milliseconds from the command to the first answer. */
  readonly ready: number
  /** Resident memory in MB; undefined where the system does not say. */
  memory(): number | undefined
  ask(path: string, init?: { readonly method?: string; readonly body?: string }): Promise<string>
  end(): Promise<void>
}

const token = 'the-token-of-the-bench'

/**
 * Starts `backprop start` over a folder and waits for its first answer.
 *
 * @param cli `dist/cli/main.js`
 */
export async function startForBench(cli: string, root: string, data: string): Promise<BenchServer> {
  const started = performance.now()
  const words = ['start', '--no-browser', '--port', '0', '--token', token, '--root', root]
  const child = spawn(process.execPath, [cli, ...words], {
    env: { ...process.env, BACKPROP_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /(http:\S+?)\?token=/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`backprop start ended with ${code}: ${said}`)))
  })
  // As a browser, which keeps six connections.
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  const ask: BenchServer['ask'] = (path, { method = 'GET', body } = {}) =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `token ${token}` }
      const asked = request(new URL(path, url), { agent, method, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          if ((answer.statusCode ?? 500) < 400) resolve(text)
          else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 200)}`))
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
  await ask('api/status')
  return {
    url,
    ready: performance.now() - started,
    ask,
    memory: () => memoryOf(child.pid),
    end: async () => {
      agent.destroy()
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

function memoryOf(pid: number | undefined): number | undefined {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return undefined
  }
}
