import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/**
 * A folder of its own with the files that a clone of this repository would have, as they are now: what git knows and
 * what it does not ignore, so without packages and without a build.
 */
export function makeClone(): string {
  const clone = realpathSync(mkdtempSync(join(tmpdir(), 'backprop-clone-')))
  // A checkout that belongs to somebody else, as in a container, is read all the same.
  const words = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listing = execFileSync('git', words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  for (const file of new Set(listing.split('\0'))) {
    // A file that was removed and not yet committed is still listed.
    if (file === '' || !existsSync(join(root, file))) continue
    mkdirSync(dirname(join(clone, file)), { recursive: true })
    copyFileSync(join(root, file), join(clone, file))
  }
  return clone
}

/** The environment as a person's shell has it: without what npm and vitest set for this run, and without a display. */
export function shellEnvironment(): Record<string, string> {
  const own =
    /^(VITEST.*|TEST|PROD|DEV|SSR|MODE|BASE_URL|NODE_ENV|INIT_CWD|UPDATE_GOLDEN|(WAYLAND_)?DISPLAY|npm_(package|lifecycle)_.*|npm_(command|execpath|node_execpath|config_local_prefix))$/
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name)) as [string, string][]
  const separator = process.platform === 'win32' ? ';' : ':'
  const isOwnFolder = (folder: string) => /[\\/](node_modules[\\/]\.bin|node-gyp-bin)$/.test(folder)
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      /^path$/i.test(name)
        ? value
            .split(separator)
            .filter((folder) => !isOwnFolder(folder))
            .join(separator)
        : value,
    ]),
  )
}
