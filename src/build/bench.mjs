/**
 * `npm run bench`: a table of one training step, ours against TensorFlow.js and numpy, and what is to be reached.
 *
 *   --quick    a third of the time, for a first impression
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureNode, ensurePackages, root, stop } from './ensure.mjs'

const [flag, ...rest] = process.argv.slice(2)
if (rest.length > 0 || (flag !== undefined && flag !== '--quick'))
  stop(`npm run bench takes nothing but --quick, received ${[flag, ...rest].join(' ')}.`)

ensureNode()
ensurePackages()

// Beside the packages, so that it finds them, and out of the repository's sight.
const folder = join(root, 'node_modules', '.cache', 'backprop-bench')
mkdirSync(folder, { recursive: true })
const outfile = join(folder, 'bench.mjs')
const { build } = await import('esbuild')
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/bench.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  external: ['@tensorflow/*'],
  logLevel: 'warning',
})
const { bench } = await import(pathToFileURL(outfile).href)
await bench({
  script: join(root, 'test', 'bench', 'numpy_step.py'),
  budget: flag === '--quick' ? 200 : 1200,
  print: (line) => console.log(line),
})
