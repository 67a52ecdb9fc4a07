import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Starts a process as a kernel is started, says its id, and ends as its argument tells. */
const program = `
import { KernelProcess } from './kernel-process.js'
const deaf = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'
const kernel = await KernelProcess.start([process.execPath, '-e', deaf], { cwd: '.', env: process.env })
console.log(kernel.pid)
if (process.argv[2] === 'exit') process.exit(0)
if (process.argv[2] === 'throw') throw new Error('uncaught')
if (process.argv[2] === 'listen') process.on('SIGTERM', () => process.exit(7))
setInterval(() => {}, 1000)
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
  const resolveDir = new URL('../../../src/jupyter/kernel', import.meta.url).pathname
  await build({
    stdin: { contents: program, resolveDir },
    outfile: join(folder, 'program.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
  })
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs the program, sends it `signal` when its kernel runs, and gives how it ended and its kernel's id. */
async function end(argument: string, signal?: NodeJS.Signals) {
  const child = spawn(process.execPath, [join(folder, 'program.mjs'), argument], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const exited = once(child, 'exit')
  const [line] = await once(child.stdout, 'data')
  const pid = Number(String(line))
  expect(pid).toBeGreaterThan(0)
  if (signal !== undefined) child.kill(signal)
  const [code, by] = await exited
  return { code, by, pid }
}

/** Whether a process runs; one that has ended and waits for its parent to notice does not. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const stat = `/proc/${pid}/stat`
    return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'))
  } catch {
    return false
  }
}

describe('a kernel’s process ends, though it heeds no SIGTERM, when ours', () => {
  test.each(['exit', 'throw'])('ends by itself: %s', async (argument) => {
    const { pid } = await end(argument)
    await expect.poll(() => lives(pid), { timeout: 5_000 }).toBe(false)
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is ended by %s, and ours still ends by that signal',
    async (signal) => {
      const { pid, by } = await end('wait', signal)
      expect(by).toBe(signal)
      await expect.poll(() => lives(pid), { timeout: 5_000 }).toBe(false)
    },
  )

  test('has its own way with a signal and then exits', async () => {
    const { pid, code } = await end('listen', 'SIGTERM')
    expect(code).toBe(7)
    await expect.poll(() => lives(pid), { timeout: 5_000 }).toBe(false)
  })
})
