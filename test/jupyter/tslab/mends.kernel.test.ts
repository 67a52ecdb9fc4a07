import { writeFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kernel } from '../../../src/jupyter/kernel/kernel.js'
import { startKernel } from '../../../src/jupyter/kernel/start-kernel.js'
import { tslabKernelspec } from '../../../src/jupyter/kernelspec/kernelspecs.js'
import { ask, run } from './ask.js'
import { stockTslabKernelspec } from './stock-tslab.js'

let folder: string
let stock: Kernel
let mended: Kernel
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
  await writeFile(join(folder, 'lib.js'), 'exports.imported = 5')
  await writeFile(join(folder, 'lib.d.ts'), 'export declare const imported: number')
  const started = await Promise.all([
    startKernel(stockTslabKernelspec(), { cwd: folder }),
    startKernel(tslabKernelspec(), { cwd: folder }),
  ])
  stock = started[0]
  mended = started[1]
})
afterAll(async () => {
  await Promise.all([stock?.kill(), mended?.kill()])
  await rm(folder, { recursive: true })
})

const numbers = (count: number) => Array.from({ length: count }, (_, i) => `${i}\n`).join('')

describe('100,000 printed lines', () => {
  const code = 'for (let i = 0; i < 100_000; i++) console.log(i)'

  test('are mostly lost by stock tslab, and idle with them', async () => {
    const { printed, idle, reply } = await run(stock, code, {}, { losesIdle: true })
    expect(reply.content['status']).toBe('ok')
    expect(idle).toBe(false)
    expect(printed.length).toBeLessThan(numbers(100_000).length / 2)
  })

  test('arrive in order, in far fewer messages, and idle after them', async () => {
    const { printed, idle, published } = await run(mended, code)
    expect(printed).toBe(numbers(100_000))
    expect(idle).toBe(true)
    expect(published.length).toBeLessThan(10_000)
  })
})

describe('what is printed beyond the cap', () => {
  const code = 'for (let i = 0; i < 700_000; i++) console.log("0123456789")'

  test('is counted in a notice, and the cell ends', async () => {
    const { printed, idle, published } = await run(mended, code)
    expect(idle).toBe(true)
    expect(printed).toHaveLength(5_000_000)
    const shown = 5_000_000 / 11
    const notices = published.filter(({ content }) => content['name'] === 'stderr')
    expect(notices.map(({ content }) => content['text']).join('')).toBe(
      '\n… That was 5 MB. What this cell prints from here on is counted, not shown.\n' +
        `… ${700_000 - Math.floor(shown)} more lines were not shown.\n`,
    )
  })
})

describe('what a loop prints that lets nothing else run', () => {
  test('is on its way before the loop ends', async () => {
    // The loop ends when its own output has arrived here.
    const arrived = join(folder, 'arrived')
    const code = `import { existsSync } from 'fs'
console.log('begins')
console.log('goes on')
while (!existsSync(${JSON.stringify(arrived)})) {}
console.log('ends')`
    const seen: unknown[] = []
    const unsubscribe = mended.subscribe(({ header, content }) => {
      if (header.msg_type !== 'stream') return
      seen.push(content['text'])
      if (content['text'] === 'goes on\n') writeFileSync(arrived, '')
    })
    await run(mended, code)
    unsubscribe()
    expect(seen).toEqual(['begins\n', 'goes on\n', 'ends\n'])
  })
})

describe('quick updates of a display', () => {
  const code = `import * as tslab from 'tslab'
const display = tslab.newDisplay()
for (let i = 0; i <= 2000; i++) display.text('step ' + i)`

  test('go one by one in stock tslab, which loses the last', async () => {
    const { published } = await run(stock, code, {}, { losesIdle: true })
    expect(published.map(({ content }) => JSON.stringify(content['data']))).not.toContain(
      '{"text/plain":"step 2000"}',
    )
  })

  test('become few, and the last is shown', async () => {
    const { published } = await run(mended, code)
    expect(published.length).toBeLessThan(1_000)
    expect(published.at(-1)).toMatchObject({
      type: 'update_display_data',
      content: { data: { 'text/plain': 'step 2000' } },
    })
  })
})

describe('an error', () => {
  const code = 'const list: number[][] = []\nlist[3].length'

  test('has no name in stock tslab’s reply, and no error message', async () => {
    const { reply, published } = await run(stock, code)
    expect(reply.content['status']).toBe('error')
    expect(reply.content).not.toHaveProperty('ename')
    expect(published.map(({ type }) => type)).toEqual(['stream'])
  })

  test('has ename, evalue and traceback in the reply and as an error message', async () => {
    const { reply, published } = await run(mended, code)
    const { ename, evalue, traceback } = reply.content
    expect({ ename, evalue }).toEqual({
      ename: 'TypeError',
      evalue: "Cannot read properties of undefined (reading 'length')",
    })
    expect(published.at(-1)).toEqual({ type: 'error', content: { ename, evalue, traceback } })
    const text = String(traceback)
    expect(text).toContain('TypeError: Cannot read')
    expect(text).toContain('evalmachine.<anonymous>')
    expect(text).not.toMatch(/tslab.dist|node:/)
  })

  test.each([
    ['throw 5', { ename: 'Uncaught', evalue: '5' }],
    ['throw new Proxy({}, { get() { throw 1 }, has() { throw 2 } })', { ename: 'Uncaught' }],
    ["throw Object.assign(new RangeError('far'), { name: 'Odd' })", { ename: 'Odd', evalue: 'far' }],
    ['await Promise.reject(new SyntaxError("late"))', { ename: 'SyntaxError', evalue: 'late' }],
    [
      'const s: string = 5',
      { ename: 'TypeScriptError', evalue: "1:7 - Type 'number' is not assignable to type 'string'." },
    ],
  ])('is told whatever is thrown: %s', async (source, error) => {
    const { reply, published } = await run(mended, source)
    expect(reply.content).toMatchObject({ status: 'error', ...error })
    expect(published.map(({ type }) => type)).toEqual(['execute_input', 'error'])
  })
})

describe('requests behind a cell that fails', () => {
  const both = async (kernel: Kernel, options = {}) => {
    await run(kernel, '0')
    const [, next] = await Promise.all([
      ask(kernel, 'execute_request', { code: 'throw 1', stop_on_error: true, ...options }),
      ask(kernel, 'execute_request', { code: '1', stop_on_error: true }),
    ])
    return next.reply.content['status']
  }

  test('are answered with `abort` by stock tslab', async () => {
    expect(await both(stock)).toBe('abort')
  })

  test('are answered with `aborted`', async () => {
    expect(await both(mended)).toBe('aborted')
  })

  test('are aborted by stock tslab though the failing one said stop_on_error: false', async () => {
    expect(await both(stock, { stop_on_error: false })).toBe('abort')
  })

  test('run when the failing one said stop_on_error: false', async () => {
    expect(await both(mended, { stop_on_error: false })).toBe('ok')
  })
})

describe('the short form { x } of an earlier or imported name', () => {
  const cells = ['const earlier = 1', 'const made = { earlier }'] as const
  const imports = ["import { imported } from './lib'", 'const pair = { imported }'] as const

  test('fails in stock tslab, with no more than a ReferenceError', async () => {
    for (const [before, code] of [cells, imports]) {
      expect((await run(stock, before)).reply.content['status']).toBe('ok')
      const { published } = await run(stock, code)
      const text = published.map(({ content }) => content['text']).join('')
      expect(text).toMatch(/ReferenceError: (earlier|imported) is not defined/)
      expect(text).not.toMatch(/short/)
    }
  })

  test.each([
    ['earlier', [...cells]],
    ['imported', [...imports]],
    ['inner', ['const inner = 2', 'function later() { return { inner } }', 'later()']],
  ])('is explained under the error: %s', async (name, sources) => {
    const answers = []
    for (const source of sources) answers.push(await run(mended, source))
    const { published } = answers.at(-1) ?? {}
    expect(published?.at(-1)?.content).toMatchObject({
      ename: 'ReferenceError',
      traceback: expect.arrayContaining([expect.stringContaining(`Write { ${name}: ${name} } instead.`)]),
    })
  })

  test('is not blamed for a name that is really not there', async () => {
    const { published } = await run(mended, 'const text = "{ absent }"\neval("absent")')
    expect(String(published.at(-1)?.content['traceback'])).toContain('absent is not defined')
    expect(String(published.at(-1)?.content['traceback'])).not.toContain('short form')
  })
})

describe('what the protocol says of execute_request', () => {
  test('stock tslab neither says which cell runs nor keeps a silent one silent', async () => {
    const { published } = await run(stock, 'console.log("heard")', { silent: true })
    expect(published.map(({ type }) => type)).toEqual(['stream'])
  })

  test('execute_input tells code and count', async () => {
    const { published, reply } = await run(mended, '"x"')
    const count = reply.content['execution_count']
    expect(published[0]).toEqual({ type: 'execute_input', content: { code: '"x"', execution_count: count } })
  })

  test('a silent request publishes nothing and is not counted, nor is one without history', async () => {
    const { reply: before } = await run(mended, '1')
    const { published } = await run(mended, 'console.log("unheard")', { silent: true })
    await run(mended, 'console.log("uncounted")', { store_history: false })
    const { reply: after } = await run(mended, '2')
    expect(published).toEqual([])
    expect(after.content['execution_count']).toBe(Number(before.content['execution_count']) + 1)
  })

  test('comm_info_request has a reply of its own name, which stock tslab calls complete_reply', async () => {
    expect((await ask(stock, 'comm_info_request', {})).reply.header.msg_type).toBe('complete_reply')
    expect((await ask(mended, 'comm_info_request', {})).reply).toMatchObject({
      header: { msg_type: 'comm_info_reply' },
      content: { status: 'ok', comms: {} },
    })
  })
})

describe('a file that an import looked for before it was there', () => {
  const status = async (kernel: Kernel, code: string) => (await run(kernel, code)).reply.content['status']
  // A watcher needs a moment to tell of the file.
  const until = async (kernel: Kernel, code: string, expected: string) => {
    while ((await status(kernel, code)) !== expected) await delay(100)
  }

  test('ends stock tslab, where every further cell fails', async () => {
    expect(await status(stock, "import { late } from './late-stock'")).toBe('error')
    await writeFile(join(folder, 'late-stock.ts'), 'export const late = 3')
    await until(stock, '1', 'error')
    expect(await status(stock, '2')).toBe('error')
  })

  test('can be imported', async () => {
    expect(await status(mended, "import { late } from './late-mended'")).toBe('error')
    await writeFile(join(folder, 'late-mended.ts'), 'export const late = 3')
    await until(mended, "import { late } from './late-mended'", 'ok')
    expect((await run(mended, 'late')).printed).toBe('3\n')
    expect(await status(mended, '2')).toBe('ok')
  })
})
