import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Folders } from '../services.js'

/**
 * The folders of a server. Without a root it is the course: the learner's copies are all there is to see. With a root
 * the copies stand in its `work`, or in `backprop-course/work` where the root has a `src` of its own, since the cells
 * import `../src`.
 *
 * @param home the folder of our package.json
 */
export function courseFolders(options: {
  readonly home: string
  readonly root?: string | undefined
  readonly data: string
}): Folders {
  const { home, data } = options
  const shared = { course: join(home, 'notebooks'), app: join(home, 'dist', 'app'), data }
  const root = resolve(options.root ?? join(home, 'work'))
  const learner = options.root === undefined ? root : join(courseHome(root), 'work')
  return { ...shared, root, learner, state: join(learner, '.backprop') }
}

/** The folder whose `work` and `src` are the course's. */
function courseHome(root: string): string {
  const src = join(root, 'src')
  const ours = join(root, 'backprop-course')
  return existsSync(src) && !existsSync(join(src, '.backprop-course')) ? ours : root
}
