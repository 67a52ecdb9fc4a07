import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PathLock } from '../../../src/server/contents/path-lock.js'

let folder: string
let lock: PathLock
/** What was begun, and what may end. */
let begun: string[]
let ends: Map<string, () => void>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backprop-lock-'))
  mkdirSync(join(folder, 'a'))
  writeFileSync(join(folder, 'a', 'x'), '')
  lock = new PathLock()
  begun = []
  ends = new Map()
})
afterEach(() => rmSync(folder, { recursive: true }))

function change(name: string, ...paths: string[]): Promise<void> {
  const files = paths.map((path) => join(folder, path))
  return lock.onFiles(files, async () => {
    begun.push(name)
    await new Promise<void>((resolve) => ends.set(name, resolve))
  })
}

async function hold(name: string, ...paths: string[]): Promise<{ readonly end: () => Promise<void> }> {
  const done = change(name, ...paths)
  await expect.poll(() => begun).toContain(name)
  return {
    end: () => {
      ends.get(name)?.()
      return done
    },
  }
}

/** What has begun when all that can begin has. */
async function others(): Promise<string[]> {
  const last = `last ${begun.length}`
  const held = await hold(last, 'elsewhere')
  await held.end()
  return begun.filter((name) => !name.startsWith('last'))
}

describe('a lock of paths', () => {
  it('lets a change of a folder wait for one of what is in it, and the other way round', async () => {
    const save = await hold('save', 'a/x')
    const rename = change('rename', 'a', 'b')
    expect(await others()).toEqual(['save'])
    await save.end()
    await expect.poll(() => begun).toContain('rename')
    const later = change('later', 'a/y')
    expect(await others()).toEqual(['save', 'rename'])
    ends.get('rename')?.()
    await rename
    await expect.poll(() => begun).toContain('later')
    ends.get('later')?.()
    await later
  })

  it('takes a link for what it leads to', async () => {
    symlinkSync('a', join(folder, 'link'))
    const save = await hold('save', 'a/x')
    const other = change('other', 'link/x')
    expect(await others()).toEqual(['save'])
    await save.end()
    await expect.poll(() => begun).toContain('other')
    ends.get('other')?.()
    await other
  })

  it('lets changes of different paths happen side by side, and the next one go on after a failure', async () => {
    const save = await hold('save', 'a/x')
    const beside = await hold('beside', 'ab', 'c')
    await Promise.all([save.end(), beside.end()])
    await expect(lock.run('x', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    expect(await lock.run('x', async () => 'next')).toBe('next')
  })

  it('never lets two wait for each other, whatever paths they change', async () => {
    const paths = ['a', 'a/x', 'a!', 'a!/k', 'b', 'b/y']
    for (const path of ['a!', 'b']) mkdirSync(join(folder, path))
    const pairs = paths.flatMap((one) => paths.map((other) => [one, other] as const))
    let done = 0
    await Promise.all(
      [...pairs, ...pairs].map(([one, other]) =>
        lock.onFiles([join(folder, one), join(folder, other)], async () => {
          done++
        }),
      ),
    )
    expect(done).toBe(2 * pairs.length)
  })
})
