import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../support/clone.js'

const lock = {
  '': { name: 'course' },
  'node_modules/left': { version: '1.0.0' },
  'node_modules/@a/right': { version: '2.0.0', dev: true },
  'node_modules/other-system': { version: '3.0.0', optional: true },
}

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backprop ensure-')))
  write('src/build/ensure.mjs')
  cpSync(join(root, 'src', 'build', 'ensure.mjs'), join(folder, 'src', 'build', 'ensure.mjs'))
  write('package.json', { engines: { node: '^20.19 || >=22.12' } })
  write('package-lock.json', { packages: lock })
  write('tsconfig.json', {})
  const { '': _, 'node_modules/other-system': __, ...installed } = lock
  write('node_modules/.package-lock.json', { packages: installed })
  for (const path of Object.keys(installed)) write(`${path}/package.json`, {})
  // Stands for npm: says what it was asked.
  write('npm-cli.js', "console.log('npm', process.argv.slice(2).join(' '))")
  write('yarn.js', "console.log('yarn', process.argv.slice(2).join(' '))")
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, content: unknown = ''): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
}

/** What a script prints that has all of ensure.mjs at hand. */
function run(script: string, manager = 'npm-cli.js'): { status: number | null; out: string } {
  const code = `import * as ensure from './src/build/ensure.mjs'\n${script}`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: folder, npm_execpath: join(folder, manager) },
  })
  return { status, out: stdout + stderr }
}

test('ensurePackages() says nothing when all is there that the lock file asks of this system', () => {
  expect(run('ensure.ensurePackages()')).toEqual({ status: 0, out: '' })
})

test.each([
  [
    'was never installed',
    () => write('node_modules/.package-lock.json', { packages: {} }),
    'left, @a/right are',
  ],
  [
    'has another version',
    () => write('package-lock.json', { packages: { ...lock, 'node_modules/left': { version: '1.0.1' } } }),
    'left is',
  ],
  ['is gone', () => rmSync(join(folder, 'node_modules', '@a'), { recursive: true }), '@a/right is'],
  [
    'was being installed when somebody stopped it',
    () => rmSync(join(folder, 'node_modules', '.package-lock.json')),
    'are',
  ],
])('ensurePackages() runs npm ci, tools included, when a package %s', (_, spoil, names) => {
  spoil()
  const { out } = run('ensure.ensurePackages()')
  expect(out).toMatch(
    new RegExp(`backprop: .*(${names}) .*not installed as the lock file says: running npm ci`),
  )
  expect(out).toContain('npm ci --include=dev --no-audit --no-fund\n')
})

test('ensurePackages() does not ask another package manager, and says when there is no npm', () => {
  rmSync(join(folder, 'node_modules'), { recursive: true })
  const { status, out } = run('ensure.ensurePackages()', 'yarn.js')
  expect(out).not.toContain('yarn ci')
  expect(out).toContain('npm could not be started')
  expect(status).toBe(1)
})

test('ensurePackages() says so when npm ci fails', () => {
  rmSync(join(folder, 'node_modules'), { recursive: true })
  write('npm-cli.js', 'process.exit(3)')
  expect(run('ensure.ensurePackages()')).toMatchObject({
    status: 1,
    out: expect.stringContaining('npm ci did not finish; its message is above.'),
  })
})

test('ensureBuild() builds when the stamp is missing, unreadable or of other sources, and only then', async () => {
  write('src/build/build.mjs', "export const build = () => console.log('BUILDS')")
  const ensureBuild = 'await ensure.ensureBuild()'
  const copy = pathToFileURL(join(folder, 'src', 'build', 'ensure.mjs')).href
  // The module that is asked is of that folder, which has no types.
  const { sourcesHash } = (await import(/* @vite-ignore */ copy)) as { sourcesHash(): string }
  const stamp = () => write('dist/build.json', { sources: sourcesHash() })
  expect(run(ensureBuild).out.split('\n').sort()).toEqual([
    '',
    'BUILDS',
    'backprop: dist is missing: building it.',
  ])
  write('dist/build.json', '{"sour')
  expect(run(ensureBuild).out).toContain('BUILDS')
  stamp()
  expect(run(ensureBuild).out).toBe('')
  for (const file of ['src/new.ts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    stamp()
    write(file, { packages: lock, changed: file })
    expect(run(ensureBuild).out).toContain('src has changed since dist was built: building.')
  }
})

test('ensureNode() names the versions that fit when this one does not', () => {
  expect(run('ensure.ensureNode()')).toEqual({ status: 0, out: '' })
  write('package.json', { engines: { node: '^98.1 || >=99.2' } })
  const { status, out } = run('ensure.ensureNode()')
  expect(status).toBe(1)
  expect(out).toContain(`needs Node.js ^98.1 or >=99.2; this is ${process.versions.node}.`)
})

test('nodeFits() takes the versions whose require() takes an ES module', () => {
  const versions = ['18.20.0', '20.18.9', '20.19.0', '21.7.3', '22.11.0', '22.12.0', '23.0.0', '26.1.0']
  const script = `console.log(JSON.stringify(${JSON.stringify(versions)}.filter((v) => ensure.nodeFits(v, '^20.19 || >=22.12'))))`
  expect(JSON.parse(run(script).out)).toEqual(['20.19.0', '22.12.0', '23.0.0', '26.1.0'])
})
