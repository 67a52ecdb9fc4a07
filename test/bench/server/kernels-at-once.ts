import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type { BenchServer } from './running-server.js'

const token = 'the-token-of-the-bench'

/** Milliseconds that a kernel may take to answer. */
const patience = 180_000

/** Starts so many kernels side by side and asks each for `1 + 1`. @returns milliseconds until all have answered */
export async function kernelsAtOnce(server: BenchServer, count: number): Promise<number> {
  const started = performance.now()
  await Promise.all(Array.from({ length: count }, () => startAndAsk(server)))
  return performance.now() - started
}

async function startAndAsk(server: BenchServer): Promise<void> {
  const { id } = JSON.parse(await server.ask('api/kernels', { method: 'POST', body: '{"name": "tslab"}' }))
  const session = randomUUID()
  const url = new URL(`api/kernels/${id}/channels?session_id=${session}`, server.url.replace(/^http/, 'ws'))
  const socket = new WebSocket(url, { headers: { authorization: `token ${token}` } })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const msg_id = randomUUID()
  const answered = new Promise<void>((resolve, reject) => {
    socket.once('close', () => reject(new Error('The WebSocket closed before the answer.')))
    socket.on('message', (data) => {
      const { header, parent_header, content } = JSON.parse(String(data))
      if (parent_header?.msg_id !== msg_id || header.msg_type !== 'execute_reply') return
      if (content.status === 'ok') resolve()
      else reject(new Error(`A kernel answered ${JSON.stringify(content)}.`))
    })
  })
  const header = { msg_id, msg_type: 'execute_request', session, username: '', date: '', version: '5.3' }
  const content = {
    code: '1 + 1',
    silent: false,
    store_history: true,
    allow_stdin: false,
    stop_on_error: true,
  }
  socket.send(JSON.stringify({ header, parent_header: {}, metadata: {}, content, channel: 'shell' }))
  const timer = setTimeout(() => socket.terminate(), patience)
  await answered
  clearTimeout(timer)
  socket.close()
}
