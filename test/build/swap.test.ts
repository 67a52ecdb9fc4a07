import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../support/clone.js'

const module = pathToFileURL(join(root, 'src', 'build', 'swap.mjs')).href

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backprop-swap-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs a script that has `swap`, `nextFolder` and `dist` at hand, to its end. */
function run(script: string): Promise<number | null> {
  const code = `import { mkdirSync, writeFileSync } from 'node:fs'
    import { nextFolder, swap } from ${JSON.stringify(module)}
    const dist = ${JSON.stringify(join(folder, 'dist'))}
    ${script}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'inherit' })
  return new Promise((done) => child.on('exit', done))
}

const rounds = `for (let round = 0; round < 60; round++) {
  const next = nextFolder(dist)
  mkdirSync(next)
  writeFileSync(next + '/build.json', String(process.pid))
  await swap(next, dist)
}`

test('swap() of several processes at once leaves one whole folder and nothing beside it', async () => {
  expect(await Promise.all([rounds, rounds, rounds].map(run))).toEqual([0, 0, 0])
  expect(readdirSync(folder)).toEqual(['dist'])
  expect(Number(readFileSync(join(folder, 'dist', 'build.json'), 'utf8'))).toBeGreaterThan(0)
})

test('nextFolder() removes what processes left that are no more, and nothing else', async () => {
  const gone = 2 ** 22 + 1 // above the highest number that Linux gives
  const kept = [`dist.next-${process.pid}`, 'dist.old', 'other.next-1', 'dist']
  for (const name of [...kept, `dist.next-${gone}`, `dist.old-${gone}`]) mkdirSync(join(folder, name))
  writeFileSync(join(folder, `dist.old-${gone}`, 'file'), '')
  expect(await run('nextFolder(dist)')).toBe(0)
  expect(readdirSync(folder).sort()).toEqual([...kept].sort())
  expect(existsSync(join(folder, 'dist'))).toBe(true)
})
