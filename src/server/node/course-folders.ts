import { existsSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { isOwnSource } from '../course/course-source.js'
import type { Folders } from '../services.js'

/**
 * The folders of a server. Nothing is made yet.
 *
 * - In a clone, without a root: the learner's copies are in its `work`, and that is all there is to see.
 * - With a root: the copies are in its `work`, with a `src` beside it, since the cells import `../src`. Where a `src`
 *   is there that is not the course's, both stand in `backprop-course`.
 * - Installed as a package, without a root: `backprop-course` where the command was called.
 *
 * @param home the folder of our package.json
 * @param cwd where the command was called
 */
export function courseFolders(options: {
  readonly home: string
  readonly root?: string | undefined
  readonly data: string
  readonly cwd?: string
}): Folders {
  const { home, data, cwd = process.cwd() } = options
  const shared = { course: join(home, 'notebooks'), app: join(home, 'dist', 'app'), data }
  const ours = home.split(sep).includes('node_modules') ? join(cwd, 'backprop-course') : home
  const root = resolve(options.root ?? join(ours, 'work'))
  const learner = options.root === undefined ? root : join(courseHome(root, home), 'work')
  return { ...shared, root, learner, state: join(learner, '.backprop') }
}

/** The folder whose `work` and `src` are the course's. */
function courseHome(root: string, home: string): string {
  const src = join(root, 'src')
  const mayBeOurs = !existsSync(src) || src === join(resolve(home), 'src') || isOwnSource(src)
  return mayBeOurs ? root : join(root, 'backprop-course')
}
