/**
 * `npm run bench:server`: how fast the built server starts and answers, and what it takes, beside what is to be reached.
 *
 *   --kernels N    how many kernels are started side by side: 20 unless told, each takes about 200 MB
 *   --starts N     how often the server is started: 10 unless told
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ensure, root, stop } from './ensure.mjs'

const options = { kernels: { type: 'string', default: '20' }, starts: { type: 'string', default: '10' } }
const numbers = Object.entries(given()).map(([name, value]) => {
  if (!/^\d{1,3}$/.test(value)) stop(`--${name} cannot be '${value}'. Expected a whole number.`)
  return [name, Number(value)]
})

await ensure()
// Beside the packages, so that it finds them, and out of the repository's sight.
const folder = join(root, 'node_modules', '.cache', 'backprop-bench')
mkdirSync(folder, { recursive: true })
const outfile = join(folder, 'server-bench.mjs')
const { build } = await import('esbuild')
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/server/server-bench.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  external: ['ws'],
  logLevel: 'warning',
})
const { serverBench } = await import(pathToFileURL(outfile).href)
await serverBench({
  cli: join(root, 'dist', 'cli', 'main.js'),
  ...Object.fromEntries(numbers),
  print: (line) => console.log(line),
})

function given() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return stop(`npm run bench:server takes --kernels N and --starts N. ${error.message}`)
  }
}
