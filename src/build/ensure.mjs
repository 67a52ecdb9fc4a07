/**
 * Makes sure that what a command needs is there: Node, the packages of the lock file, a build that fits `src`.
 * Built-in modules only, since this runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Ends the process with a sentence when Node is not one of those that package.json asks for. */
export function ensureNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (nodeFits(process.versions.node, engines.node)) return
  stop(
    `Backprop Notebooks needs Node.js ${engines.node.replace('||', 'or')}; this is ${process.versions.node}. Install a newer one from https://nodejs.org and run the command again.`,
  )
}

/** Whether a version is in ranges such as `^20.19 || >=22.12`: from there on, with ^ up to the next major one. */
export function nodeFits(version, ranges) {
  const [major, minor] = version.split('.').map(Number)
  return ranges.split('||').some((range) => {
    const [, sign, first, second] = /(\^|>=)(\d+)\.(\d+)/.exec(range)
    return major === Number(first) ? minor >= Number(second) : sign === '>=' && major > Number(first)
  })
}

/** Runs `npm ci` when a package of the lock file is missing or has another version. */
export function ensurePackages() {
  const missing = missingPackages()
  if (missing.length === 0) return
  const what =
    missing.length > 3
      ? `${missing.length} packages are`
      : `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'}`
  say(`${what} not installed as the lock file says: running npm ci. This takes about a minute, once.`)
  // Whatever the environment says, the tools that build are wanted.
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund']
  // Under another package manager this names that one, which would do something else.
  const npm = process.env.npm_execpath
  const done =
    npm && basename(npm) === 'npm-cli.js'
      ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.error)
    stop(`npm could not be started (${done.error.message}). It comes with Node.js: https://nodejs.org.`)
  if (done.status !== 0) {
    stop(
      'npm ci did not finish; its message is above. It needs the npm registry once; after that the course runs offline.',
    )
  }
}

/** Builds `dist` when it is missing or was made from other sources. */
export async function ensureBuild() {
  const made = stampedSources()
  if (made === sourcesHash()) return
  say(
    made === undefined ? 'dist is missing: building it.' : 'src has changed since dist was built: building.',
  )
  const { build } = await import('./build.mjs')
  await build()
}

/** What `dist` was made from, by its stamp; undefined without a stamp that can be read. */
function stampedSources() {
  try {
    return JSON.parse(readFileSync(join(root, 'dist', 'build.json'), 'utf8')).sources
  } catch {
    return undefined
  }
}

/** All three, in order. */
export async function ensure() {
  ensureNode()
  ensurePackages()
  await ensureBuild()
}

/** A hash of every file that `dist` is made from. */
export function sourcesHash() {
  const hash = createHash('sha256')
  const settings = ['package.json', 'package-lock.json', 'tsconfig.json'].map((name) => join(root, name))
  for (const file of [...filesBelow(join(root, 'src')), ...settings]) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/** Names of packages that npm did not note as installed in the lock file's version, or that are gone since. */
function missingPackages() {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const installed = existsSync(installedFile) ? JSON.parse(readFileSync(installedFile, 'utf8')).packages : {}
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional)
    .filter(
      ([path, { version }]) =>
        installed[path]?.version !== version || !existsSync(join(root, path, 'package.json')),
    )
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
}

export function say(sentence) {
  process.stderr.write(`backprop: ${sentence}\n`)
}

export function stop(sentence) {
  say(sentence)
  process.exit(1)
}
