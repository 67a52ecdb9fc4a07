import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BegunUploads } from '../../../src/server/contents/begun-uploads.js'

let folder: string
const at = (...names: string[]) => join(folder, ...names)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-killed-'))
  await mkdir(at('root'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A process in the midst of an upload. */
async function uploading() {
  await build({
    entryPoints: [join(import.meta.dirname, '..', '..', 'support', 'upload-for-ever.ts')],
    outfile: at('upload-for-ever.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  const child = fork(at('upload-for-ever.mjs'), [at('root'), at('uploads')], { stdio: 'ignore' })
  await once(child, 'message')
  const end = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { end }
}

it('an upload that was cut off by the server’s death is gone after the next start, and one that goes on is not', async () => {
  const { end } = await uploading()
  try {
    const [name = ''] = await readdir(at('root'))
    expect(name).toMatch(/^\.big\.bin\..*\.upload$/)
    await new BegunUploads(at('uploads')).removeLeft()
    expect(await readdir(at('root'))).toEqual([name])
  } finally {
    await end()
  }
  await new BegunUploads(at('uploads')).removeLeft()
  expect(await readdir(at('root'))).toEqual([])
  expect(await readdir(at('uploads'))).toEqual([])
})

it('a note of an upload removes nothing but an upload', async () => {
  await mkdir(at('uploads'))
  for (const file of ['work.ipynb', '.hidden', 'a.upload']) {
    await writeFile(at('root', file), 'x')
    const note = { file: at('root', file), pid: 2 ** 30, host: 'none' }
    await writeFile(at('uploads', `${file}.json`), JSON.stringify(note))
  }
  await writeFile(at('uploads', 'broken.json'), '{')
  await new BegunUploads(at('uploads')).removeLeft()
  expect((await readdir(at('root'))).sort()).toEqual(['.hidden', 'a.upload', 'work.ipynb'])
})
