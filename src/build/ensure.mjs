/**
 * Makes sure that what a command needs is there: Node, the packages of the lock file, a build that fits `src`.
 * Built-in modules only, since this runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const stampFile = join(root, 'dist', 'build.json')

const oldestNode = [20, 19, 0]

/** Ends the process with a sentence when Node is too old. */
export function ensureNode() {
  const version = process.versions.node.split('.').map(Number)
  for (let i = 0; i < oldestNode.length; i++) {
    if (version[i] > oldestNode[i]) return
    if (version[i] < oldestNode[i]) {
      stop(
        `Backprop Notebooks needs Node.js ${oldestNode.join('.')} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and run the command again.`,
      )
    }
  }
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
  const npm = process.env.npm_execpath
  const done = npm?.endsWith('js')
    ? spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund'], {
        cwd: root,
        stdio: 'inherit',
      })
    : spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      })
  if (done.status !== 0) {
    stop(
      'npm ci did not finish; its message is above. It needs the npm registry once; after that the course runs offline.',
    )
  }
}

/** Builds `dist` when it is missing or was made from other sources. */
export async function ensureBuild() {
  const made = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')).sources : undefined
  if (made === sourcesHash()) return
  say(
    made === undefined ? 'dist is missing: building it.' : 'src has changed since dist was built: building.',
  )
  const { build } = await import('./build.mjs')
  await build()
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
  for (const file of [...filesBelow(join(root, 'src')), join(root, 'package-lock.json')]) {
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

function missingPackages() {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const installed = existsSync(installedFile) ? JSON.parse(readFileSync(installedFile, 'utf8')).packages : {}
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional && installed[path]?.version !== entry.version)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
}

export function say(sentence) {
  process.stderr.write(`backprop: ${sentence}\n`)
}

export function stop(sentence) {
  say(sentence)
  process.exit(1)
}
