import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { KernelChannels } from '../../../src/jupyter/kernel/kernel-channels.js'
import { startKernel } from '../../../src/jupyter/kernel/start-kernel.js'
import type { Kernelspec } from '../../../src/jupyter/kernelspec/kernelspecs.js'
import { lives } from '../../support/processes.js'
import { processesIn } from '../../support/shell.js'

function kernelspec(...argv: string[]): Kernelspec {
  return {
    name: 'odd',
    display_name: 'Odd',
    language: 'x',
    argv,
    interrupt_mode: 'signal',
    env: {},
    metadata: {},
  }
}

describe('startKernel()', () => {
  test('says which command cannot be run', async () => {
    await expect(
      startKernel(kernelspec('/absent/kernel', '-f', '{connection_file}'), { cwd: tmpdir() }),
    ).rejects.toThrow(
      'The kernel odd cannot be started: spawn /absent/kernel ENOENT. Its command: /absent/kernel -f {connection_file}',
    )
  })

  test('says what a kernel that ends while starting wrote', async () => {
    const spec = kernelspec(process.execPath, '-e', 'console.error("no such module"); process.exit(3)')
    await expect(startKernel(spec, { cwd: tmpdir() })).rejects.toThrow(/exit code 3.*no such module/s)
  })

  test('gives up on a kernel that never answers, and ends it', async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'backprop-test-')))
    try {
      const spec = kernelspec(process.execPath, '-e', 'setInterval(() => {}, 1000)')
      await expect(startKernel(spec, { cwd: folder, timeout: 100 })).rejects.toThrow(
        'The kernel odd did not start: no answer within 0.1 s.',
      )
      expect(processesIn(folder)).toEqual([])
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('ends a kernel that it cannot connect to', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
    const connect = vi.spyOn(KernelChannels, 'connect').mockImplementation(async () => {
      await expect.poll(() => readFile(join(folder, 'pid'), 'utf8').catch(() => '')).toMatch(/^\d+$/)
      throw new Error('zeromq does not load')
    })
    const script = `require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000)`
    try {
      const spec = kernelspec(process.execPath, '-e', script)
      await expect(startKernel(spec, { cwd: folder })).rejects.toThrow('zeromq does not load')
      expect(lives(Number(await readFile(join(folder, 'pid'), 'utf8')))).toBe(false)
    } finally {
      connect.mockRestore()
      await rm(folder, { recursive: true })
    }
  })

  test('ends a kernel that is not wanted any more, though it is not ready', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
    const pid = async () => Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => 0))
    const script = `require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000)`
    const spec = kernelspec(process.execPath, '-e', script)
    try {
      const abort = new AbortController()
      const refused = expect(startKernel(spec, { cwd: folder, signal: abort.signal })).rejects.toThrow(
        'did not start',
      )
      await expect.poll(pid).toBeGreaterThan(0)
      abort.abort()
      await refused
      expect(lives(await pid())).toBe(false)
      await rm(join(folder, 'pid'))
      await expect(startKernel(spec, { cwd: folder, signal: abort.signal })).rejects.toThrow('not wanted')
      expect(await pid()).toBe(0)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('tries other ports, three times in all, when one was taken meanwhile', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
    const script = `require('fs').appendFileSync('attempts', '.'); throw new Error('Address already in use')`
    try {
      const spec = kernelspec(process.execPath, '-e', script)
      await expect(startKernel(spec, { cwd: folder })).rejects.toThrow('Address already in use')
      expect(await readFile(join(folder, 'attempts'), 'utf8')).toBe('...')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
