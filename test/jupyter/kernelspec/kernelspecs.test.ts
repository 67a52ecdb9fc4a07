import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  registeredKernelspecs,
  tslabFolder,
  tslabKernelspec,
} from '../../../src/jupyter/kernelspec/kernelspecs.js'

describe('tslabKernelspec()', () => {
  test('runs the installed tslab with our own Node.js', () => {
    const [node, script, ...rest] = tslabKernelspec().argv
    expect(node).toBe(process.execPath)
    expect(existsSync(script ?? '')).toBe(true)
    expect(rest).toEqual([tslabFolder(), '{connection_file}'])
  })
})

describe('registeredKernelspecs()', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function register(path: string, name: string, spec: unknown): Promise<void> {
    await mkdir(join(folder, path, 'kernels', name), { recursive: true })
    const text = typeof spec === 'string' ? spec : JSON.stringify(spec)
    await writeFile(join(folder, path, 'kernels', name, 'kernel.json'), text)
  }
  const read = (...paths: string[]) => registeredKernelspecs(paths.map((path) => join(folder, path)))

  test('takes the first of two with one name, whatever its case, and fills in the defaults', async () => {
    await register('first', 'Deno', {
      argv: ['deno', 'jupyter'],
      display_name: 'Deno',
      language: 'typescript',
    })
    await register('second', 'deno', { argv: ['other'], display_name: 'Other', language: 'x' })
    expect(await read('first', 'absent', 'second')).toEqual({
      problems: [],
      kernelspecs: [
        {
          name: 'deno',
          argv: ['deno', 'jupyter'],
          display_name: 'Deno',
          language: 'typescript',
          interrupt_mode: 'signal',
          env: {},
          metadata: {},
          resource_dir: join(folder, 'first', 'kernels', 'Deno'),
        },
      ],
    })
  })

  test('tells of a broken kernel.json and goes on', async () => {
    await register('a', 'broken', '{')
    await register('a', 'empty', { argv: [], display_name: 'Empty' })
    await register('a', 'fine', {
      argv: ['x'],
      display_name: 'Fine',
      interrupt_mode: 'message',
      env: { A: 'b' },
    })
    const { kernelspecs, problems } = await read('a')
    expect(kernelspecs).toMatchObject([{ name: 'fine', interrupt_mode: 'message', env: { A: 'b' } }])
    expect(problems.sort()).toEqual([
      expect.stringContaining(join('broken', 'kernel.json')),
      expect.stringContaining('argv is empty'),
    ])
  })
})
