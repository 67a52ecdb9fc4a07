import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KernelProcess } from '../../../src/jupyter/kernel/kernel-process.js'
import { Supervisor } from '../../../src/jupyter/supervisor/supervisor.js'
import { bundledProgram } from '../../support/bundled-program.js'
import { lives } from '../../support/processes.js'

/** Heeds nothing, has a child that heeds nothing either, and says both their ids. */
const stubborn = `
const deaf = 'process.on("SIGTERM", () => {}); process.on("SIGINT", () => {}); for (;;) {}'
const child = require('node:child_process').spawn(process.execPath, ['-e', deaf])
console.error(JSON.stringify([process.pid, child.pid]))
process.on('SIGTERM', () => {})
process.on('SIGINT', () => {})
setTimeout(() => { for (;;) {} }, 100)
`

/** Starts the stubborn process as a kernel is started, tells the ids, and ends as its argument says. */
const program = `
import { KernelProcess } from './jupyter/kernel/kernel-process.js'
const [how, folder] = process.argv.slice(2)
const kernel = await KernelProcess.start([process.execPath, '-e', ${JSON.stringify(stubborn)}],
  { cwd: '.', env: process.env, remove: folder })
while (!kernel.stderr.includes(']')) await new Promise((done) => setTimeout(done, 5))
console.log(kernel.stderr)
if (how === 'exit') process.exit(0)
if (how === 'throw') throw new Error('uncaught')
if (how === 'loop') for (;;) {}
setInterval(() => {}, 1000)
`

let file: string
let remove: (() => Promise<void>) | undefined
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
  const bundled = await bundledProgram(program)
  file = bundled.file
  remove = bundled.remove
})
afterAll(async () => {
  await remove?.()
  await rm(folder, { recursive: true, force: true })
})

/** Runs the program, sends it `signal` when its kernel runs, and gives how it ended and the kernel's processes. */
async function end(how: string, signal?: NodeJS.Signals) {
  const own = await mkdtemp(join(folder, 'kernel-'))
  const child = spawn(process.execPath, [file, how, own], { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(child, 'exit')
  const [line] = await once(createInterface(child.stdout), 'line')
  const pids: number[] = JSON.parse(String(line))
  if (signal !== undefined) {
    expect(pids.map(lives)).toEqual([true, true])
    child.kill(signal)
  }
  const [, by] = await exited
  return { by, pids, own }
}

const allGone = (pids: readonly number[]) => expect.poll(() => pids.filter(lives)).toEqual([])

describe('a kernel’s process, its children and its folder are gone, though it loops for ever, when ours', () => {
  test.each(['exit', 'throw'])('ends by itself: %s', async (how) => {
    const { pids, own } = await end(how)
    await allGone(pids)
    await expect.poll(() => existsSync(own)).toBe(false)
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('is ended by %s', async (signal) => {
    const { pids, own, by } = await end('wait', signal)
    expect(by).toBe(signal)
    await allGone(pids)
    await expect.poll(() => existsSync(own)).toBe(false)
  })

  test('is ended by SIGKILL in a loop of its own', async () => {
    const { pids } = await end('loop', 'SIGKILL')
    await allGone(pids)
  })
})

test('a tslab kernel in an endless loop is gone when its client is killed', async () => {
  const { file: client, remove: removeClient } = await bundledProgram(`
    import { executeCell } from './jupyter/execute/execute-cell.js'
    import { startKernel } from './jupyter/kernel/start-kernel.js'
    import { tslabKernelspec } from './jupyter/kernelspec/kernelspecs.js'
    const kernel = await startKernel(tslabKernelspec(), { cwd: process.argv[2] })
    await executeCell(kernel, 'while (true) { console.log(1) }', {
      onMessage: ({ header }) => { if (header.msg_type === 'stream') console.log(kernel.pid) },
    })`)
  try {
    const child = spawn(process.execPath, [client, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(createInterface(child.stdout), 'line')
    expect(lives(Number(line))).toBe(true)
    child.kill('SIGKILL')
    await allGone([Number(line)])
  } finally {
    await removeClient()
  }
})

describe('a kernel’s process', () => {
  const start = (code: string, env: NodeJS.ProcessEnv = process.env) =>
    KernelProcess.start([process.execPath, '-e', code], { cwd: folder, env })

  test('tells its exit code and what it wrote to stderr', async () => {
    const kernel = await start('console.error("last words"); process.exitCode = 3')
    expect(await kernel.exited).toEqual({ code: 3, signal: null, stderr: 'last words\n' })
  })

  test('is sent the signals that were asked for', async () => {
    const listening = `process.on('SIGINT', () => console.error('int'))
      process.on('SIGTERM', () => { console.error('term'); process.exit(7) })
      console.error('ready'); setInterval(() => {}, 1000)`
    const kernel = await start(listening)
    await expect.poll(() => kernel.stderr).toBe('ready\n')
    expect(kernel.interrupt()).toBe(true)
    await expect.poll(() => kernel.stderr).toBe('ready\nint\n')
    kernel.terminate()
    expect(await kernel.exited).toEqual({ code: 7, signal: null, stderr: 'ready\nint\nterm\n' })
    expect(kernel.interrupt()).toBe(false)
  })

  test('leaves no child behind when it ends by itself', async () => {
    const kernel = await start(`
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
      console.error(child.pid); process.exit(0)`)
    const { stderr } = await kernel.exited
    await allGone([Number(stderr)])
  })

  test('does not inherit our own way to the supervisor, and knows the supervisor for its parent', async () => {
    const kernel = await start(
      'console.error(JSON.stringify([process.ppid, process.env.JPY_PARENT_PID, process.env.NODE_CHANNEL_FD ?? null]))',
    )
    const { stderr } = await kernel.exited
    const { pid } = Supervisor.current
    expect(JSON.parse(stderr)).toEqual([pid, String(pid), null])
  })

  test('keeps the last of a flood of stderr, and the flood does not stop it', async () => {
    const kernel = await start(
      'for (let i = 0; i < 20_000; i++) console.error("x".repeat(100)); console.error("the end")',
    )
    const { stderr } = await kernel.exited
    expect(stderr).toHaveLength(8_000)
    expect(stderr.endsWith('the end\n')).toBe(true)
  })

  test('ends when its supervisor is killed, which is told, and the next one has a new supervisor', async () => {
    const kernel = await start('setInterval(() => {}, 1000)')
    const { pid } = Supervisor.current
    if (pid === undefined || kernel.pid === undefined) throw new Error('Both have been started.')
    process.kill(pid, 'SIGKILL')
    expect(await kernel.exited).toMatchObject({ signal: 'SIGKILL' })
    await allGone([kernel.pid])
    const next = await start('process.exitCode = 5')
    expect(await next.exited).toMatchObject({ code: 5 })
  })

  test('that cannot be started says so with the system’s words', async () => {
    await expect(KernelProcess.start(['/absent'], { cwd: folder, env: {} })).rejects.toThrow(
      'spawn /absent ENOENT',
    )
    await expect(start('a\0b')).rejects.toThrow('null bytes')
  })
})
