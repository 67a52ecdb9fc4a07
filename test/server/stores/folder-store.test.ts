import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { folderStore } from '../../../src/server/stores/folder-store.js'
import { trials } from '../../support/trials.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-store-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('any key is kept apart from every other, in the folder and nowhere else', async () => {
  const keys = ['a', 'A', '../a', '..', '/etc/passwd', 'a/b', 'a_b', 'é', '_', 'CON', '']
  const store = folderStore(join(folder, 'keys'), '.json')
  for (const key of keys) await store.set(key, `text of ${key}`)
  for (const key of keys) expect((await store.get(key))?.text).toBe(`text of ${key}`)
  expect(await store.keys()).toEqual([...keys].sort())
  expect(await readdir(folder)).toEqual(['keys'])
})

it('a key that no file can be called after is refused, and one just shorter is not', async () => {
  const store = folderStore(join(folder, 'long'), '.json')
  await store.set('a'.repeat(250), 'x')
  expect((await store.get('a'.repeat(250)))?.text).toBe('x')
  for (const key of ['a'.repeat(251), 'A'.repeat(84)]) {
    await expect(store.set(key, 'x')).rejects.toMatchObject({ status: 400 })
    expect(await store.get(key)).toBeUndefined()
  }
})

it('a key that was set can be deleted once', async () => {
  const store = folderStore(join(folder, 'random'), '.json')
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 40, unit: 'grapheme' }), async (key) => {
      await store.set(key, 'x')
      expect(await store.delete(key)).toBe(true)
      expect(await store.delete(key)).toBe(false)
      expect(await store.get(key)).toBeUndefined()
    }),
    { numRuns: trials(30) },
  )
})
