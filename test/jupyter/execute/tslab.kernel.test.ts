import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { executeCell } from '../../../src/jupyter/execute/execute-cell.js'
import type { Kernel } from '../../../src/jupyter/kernel/kernel.js'
import { startKernel } from '../../../src/jupyter/kernel/start-kernel.js'
import { tslabKernelspec } from '../../../src/jupyter/kernelspec/kernelspecs.js'
import { patience } from '../../support/patience.js'
import { lives } from '../../support/processes.js'
import { stockTslabKernelspec } from '../tslab/stock-tslab.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

const start = () => startKernel(tslabKernelspec(), { cwd: folder })

describe('a tslab kernel that lives on', () => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await start()
  })
  afterAll(() => kernel?.shutdown())

  /** tslab answers `abort` for a while after an error. */
  const answersAgain = () => expect.poll(async () => (await executeCell(kernel, '2')).status).toBe('ok')

  test('runs a cell and gives what it printed', async () => {
    expect(await executeCell(kernel, 'const a: number = 20\nconsole.log(a)\na + 1')).toEqual({
      status: 'ok',
      executionCount: 1,
      outputs: [{ output_type: 'stream', name: 'stdout', text: '20\n21\n' }],
    })
  })

  test('gives 300 printed lines in order', async () => {
    const { status, outputs } = await executeCell(kernel, 'for (let i = 0; i < 300; i++) console.log(i)')
    expect(status).toBe('ok')
    expect(outputs).toEqual([
      {
        output_type: 'stream',
        name: 'stdout',
        text: Array.from({ length: 300 }, (_, i) => `${i}\n`).join(''),
      },
    ])
  })

  test('settles though a flood of lines costs stock tslab its idle', async () => {
    const stock = await startKernel(stockTslabKernelspec(), { cwd: folder })
    try {
      const { status } = await executeCell(stock, 'for (let i = 0; i < 5000; i++) console.log(i)', {
        quiet: 500,
      })
      expect(status).toBe('ok')
    } finally {
      await stock.kill()
    }
  })

  test('gives display data in every media type, and updates it', async () => {
    const code = `import * as tslab from 'tslab'
const display = tslab.newDisplay()
display.html('<b>1</b>')
display.html('<b>2</b>')
tslab.display.text('plain')`
    const { status, outputs } = await executeCell(kernel, code)
    expect(status).toBe('ok')
    expect(outputs).toEqual([
      { output_type: 'display_data', metadata: {}, data: { 'text/html': '<b>2</b>' } },
      { output_type: 'display_data', metadata: {}, data: { 'text/plain': 'plain' } },
    ])
  })

  test('tells a type error with its line and runs nothing', async () => {
    const { status, outputs } = await executeCell(kernel, "console.log('ran')\nconst b: number = 'x'")
    expect(status).toBe('error')
    const evalue = "2:7 - Type 'string' is not assignable to type 'number'."
    expect(outputs).toEqual([{ output_type: 'error', ename: 'TypeScriptError', evalue, traceback: [evalue] }])
    await answersAgain()
  })

  test('tells what comes right after an error as aborted, and runs what comes later', async () => {
    const failing = executeCell(kernel, "throw new Error('no')")
    const next = executeCell(kernel, '1')
    expect(await failing).toMatchObject({
      status: 'error',
      outputs: [{ output_type: 'error', ename: 'Error', evalue: 'no' }],
    })
    expect(await next).toMatchObject({ status: 'aborted', outputs: [] })
    await answersAgain()
  })

  test('interrupts an endless loop when time is up, and answers again', async () => {
    const result = await executeCell(kernel, 'while (true) {}', { timeout: 300, interruptGrace: patience })
    expect(result).toMatchObject({
      status: 'timeout',
      reason: 'It took longer than 0.3 s and was interrupted.',
    })
    await answersAgain()
  })
})

describe('a tslab kernel that ends', () => {
  let kernel: Kernel
  beforeEach(async () => {
    kernel = await start()
  })
  afterEach(() => kernel.kill())

  test('is told when a cell calls process.exit(), and later cells do not wait for it', async () => {
    const reason = 'The kernel ended by itself with exit code 1: process.exit() in a cell does that.'
    expect(await executeCell(kernel, 'process.exit(1)')).toMatchObject({ status: 'died', reason })
    expect(await executeCell(kernel, '1')).toMatchObject({ status: 'died', reason })
    await expect(kernel.send('shell', {} as never)).rejects.toThrow('has ended')
  })

  test('leaves nothing behind that its cells have started', async () => {
    const code = `import { spawn } from 'child_process'
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
console.log(child.pid)`
    const { outputs } = await executeCell(kernel, code)
    const child = Number(outputs[0]?.output_type === 'stream' && outputs[0].text)
    expect(lives(child)).toBe(true)
    await executeCell(kernel, 'process.exit(1)')
    await expect.poll(() => lives(child)).toBe(false)
  })

  test('is ended when a loop after an await heeds no interrupt', async () => {
    // An interrupt before the loop would stop the cell, so the time of the next one is up, which waits behind it.
    let isThere = () => {}
    const there = new Promise<void>((resolve) => {
      isThere = resolve
    })
    const looping = executeCell(kernel, "await 0\nconsole.log('there')\nwhile (true) {}", {
      onMessage: ({ header }) => header.msg_type === 'stream' && isThere(),
    })
    await there
    const result = await executeCell(kernel, '1', { timeout: 300, interruptGrace: 300 })
    expect(await looping).toMatchObject({ status: 'died' })
    expect(result).toMatchObject({ status: 'timeout' })
    expect(result.reason).toContain('could not be interrupted')
    expect(kernel.exit).toMatchObject({ signal: 'SIGKILL' })
  })

  test('ends on shutdown by itself', async () => {
    expect(await kernel.shutdown()).toMatchObject({ code: 0, signal: null })
  })
})

test('a tslab kernel that runs out of memory is told so', async () => {
  const kernel = await startKernel(tslabKernelspec(), {
    cwd: folder,
    env: { NODE_OPTIONS: '--max-old-space-size=150' },
  })
  const code = 'const kept: object[][] = []\nfor (;;) kept.push(new Array(1e6).fill({}))'
  expect(await executeCell(kernel, code)).toMatchObject({
    status: 'died',
    reason: 'The kernel ran out of memory and ended.',
  })
  expect(lives(kernel.pid ?? 0)).toBe(false)
})
