import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packagedBrowser } from './packaged-browser.js'

test('two that want the packaged browser at once both get all of it, and nothing half unpacked stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backprop-browser-'))
  try {
    const whenReady = async () => {
      const { executablePath } = await packagedBrowser(folder)
      return { executablePath, size: (await stat(executablePath)).size }
    }
    const [first, second] = await Promise.all([whenReady(), whenReady()])
    expect(first).toEqual(second)
    expect(await readdir(folder)).toHaveLength(1)
    const unpacked = await readdir(join(first.executablePath, '..'))
    expect(unpacked).toEqual(expect.arrayContaining(['chromium', 'fonts', 'fonts.conf', 'libGLESv2.so']))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
