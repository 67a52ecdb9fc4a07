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

/** Kills so often, later and later, and goes on until it has met saves that were done and saves that were not. */
async function killAgainAndAgain(rounds: number): Promise<void> {
  const root = await mkdtemp(join(folder, 'root-'))
  await writeFile(join(root, 'file.txt'), 'z'.repeat(size))
  const versions = new Set<string>()
  const begun = async () => (await readdir(root)).some((name) => name.endsWith('.tmp'))
  for (let round = 0; round < rounds || versions.size < 2 || !(await begun()); round++) {
    const text = await killDuringSave(root, (round % 20) * 0.7 * (1 + Math.floor(round / rounds)))
    expect(text.length).toBe(size)
    expect(text).toBe(text.charAt(0).repeat(size))
    versions.add(text.charAt(0))
  }
}

it('a server that is killed during a save, a hundred times, leaves the old file or the new one', async () => {
  await Promise.all([killAgainAndAgain(50), killAgainAndAgain(50)])
})
