/** `npm start`: installs and builds what is missing, runs every chapter and opens the pages. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensure, root } from './ensure.mjs'

await ensure()
const done = spawnSync(
  process.execPath,
  [join(root, 'dist', 'cli', 'main.js'), 'run', '--format', 'html', '--open', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
)
process.exit(done.status ?? 1)
