import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'

const size = 300_000
let folder: string
let program: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-killed-'))
  program = join(folder, 'save-for-ever.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, '..', '..', 'support', 'save-for-ever.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
})
afterAll(() => rm(folder, { recursive: true }))

/** Starts saving in `root`, kills it after `ms`, and gives what is in the file. */
async function killDuringSave(root: string, ms: number): Promise<string> {
  const child = fork(program, [root, String(size)], { stdio: 'ignore' })
  await once(child, 'message')
  await delay(ms)
  child.kill('SIGKILL')
  await once(child, 'exit')
  return readFile(join(root, 'file.txt'), 'utf8')
}

/** @returns the versions that were found */
async function killAgainAndAgain(rounds: number): Promise<Set<string>> {
  const root = await mkdtemp(join(folder, 'root-'))
  await writeFile(join(root, 'file.txt'), 'z'.repeat(size))
  const versions = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const text = await killDuringSave(root, (round % 20) * 0.7)
    expect(text.length).toBe(size)
    expect(text).toBe(text.charAt(0).repeat(size))
    versions.add(text.charAt(0))
  }
  // Some saves had begun when it was killed.
  expect((await readdir(root)).some((name) => name.endsWith('.tmp'))).toBe(true)
  return versions
}

it('a server that is killed during a save, a hundred times, leaves the old file or the new one', async () => {
  for (const versions of await Promise.all([killAgainAndAgain(50), killAgainAndAgain(50)]))
    expect(versions.size).toBeGreaterThan(1)
})
