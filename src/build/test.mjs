/**
 * `npm test`: installs and builds what is missing, then formatting, lint, types and every test.
 *
 *   --unit     without kernels and browsers, and with fewer random trials
 *   --static   formatting, lint and types only
 *   --golden   write the golden files anew, then look at `git diff`
 *
 * Any other argument goes to vitest, a file's name for example.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensure, root, say } from './ensure.mjs'

const own = new Set(['--unit', '--static', '--golden'])
const flags = new Set(process.argv.slice(2).filter((argument) => own.has(argument)))
const rest = process.argv.slice(2).filter((argument) => !own.has(argument))

await ensure()

const bin = (...path) => join(root, 'node_modules', ...path)
const statics = [
  ['formatting and lint', [bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--error-on-warnings', '.']],
  ['types', [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']],
]
const slow = ['**/*.kernel.test.ts', '**/*.browser.test.ts', '**/*.clone.test.ts']
const tests = [
  'tests',
  [
    // Much that is read into memory is soon let go: a tenth of the time goes otherwise into sorting that out.
    '--max-semi-space-size=64',
    bin('vitest', 'vitest.mjs'),
    'run',
    '--config',
    'test/vitest.config.ts',
    ...(flags.has('--unit') ? slow.flatMap((pattern) => ['--exclude', pattern]) : []),
    // Golden files are made by the tests of figures alone.
    ...(flags.has('--golden') ? ['test/figures'] : rest),
  ],
]

const steps = flags.has('--static')
  ? statics
  : flags.has('--unit') || flags.has('--golden') || rest.length > 0
    ? [tests]
    : [...statics, tests]
if (flags.has('--golden')) process.env.UPDATE_GOLDEN = '1'
// A twentieth of the random trials where it has to be quick.
if (flags.has('--unit')) process.env.BACKPROP_TRIALS ??= '0.05'

let failed = false
for (const [name, command] of steps) {
  const started = Date.now()
  const done = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: 'inherit',
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  if (done.status === 0) say(`${name}: passed in ${seconds} s.`)
  else say(`${name}: FAILED after ${seconds} s; what broke is said above.`)
  if (done.status !== 0) failed = true
}
process.exit(failed ? 1 : 0)
